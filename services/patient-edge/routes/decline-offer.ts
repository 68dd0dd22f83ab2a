import type { Peers } from '@healthbooker/edge/peers';
import { WaitlistEntry, waitlistEntryJson } from '@healthbooker/protos/json/waitlist';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function declineOffer({ waitlist }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/waitlist/:id/decline',
    callers: ['Patients'],
    summary: 'Says no to the offered time and keeps the place on the list',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({ version: z.int32().min(1), holdId: z.guid() }),
    idempotent: true,
    responses: { 200: z.strictObject({ entry: WaitlistEntry }) },
    async handle({ params, body, idempotencyKey, context }) {
      const { entry } = await waitlist.call(
        'DeclineOffer',
        {
          appointmentId: params.id,
          expectedVersion: body.version,
          holdId: body.holdId,
          operationKey: idempotencyKey,
        },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { entry: waitlistEntryJson(present(entry, 'entry')) } };
    },
  });
}
