import type { Peers } from '@healthbooker/edge/peers';
import { Hold, holdJson } from '@healthbooker/protos/json/slot';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { agreedFields } from '../agreed.ts';
import { patientField, patientOf } from '../patient.ts';

/** Holding the same slot again gives the same hold and another slot replaces it, so no key is needed. */
export function createHold({ scheduler }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/holds',
    callers: ['Patients'],
    summary: 'Holds a slot for a few minutes instead of the one held before',
    body: z.strictObject({
      ...patientField,
      ...agreedFields,
      slotId: z.guid(),
      referralId: z.guid().exactOptional(),
    }),
    responses: { 201: Hold },
    problems: [404, 409],
    async handle({ body, context }) {
      const { hold } = await scheduler.call(
        'HoldSlot',
        { ...body, patientId: patientOf(body, context) },
        forward(context, { idempotent: true }),
      );
      const held = holdJson(present(hold, 'hold'));
      return { status: 201, body: held, headers: { Location: `/v1/holds/${held.id}` } };
    },
  });
}
