import type { Peers } from '@healthbooker/edge/peers';
import { listPeople } from '@healthbooker/edge/people';
import {
  contactOutcomes,
  WaitingPatient,
  waitingPatientJson,
} from '@healthbooker/protos/json/waitlist-staff';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { office } from '../callers.ts';

export function recordContact({ waitlist, appointment }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/waitlist/:id/contact',
    callers: office,
    summary: 'Somebody spoke with a waiting patient, or tried to',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({
      version: z.int32().min(1),
      outcome: contactOutcomes.schema,
      note: z.string().max(500),
    }),
    idempotent: true,
    responses: { 200: z.strictObject({ entry: WaitingPatient }) },
    problems: [404, 409],
    async handle({ params, body, idempotencyKey, context }) {
      const reply = await waitlist.call(
        'RecordContact',
        {
          appointmentId: params.id,
          expectedVersion: body.version,
          outcome: contactOutcomes.toName(body.outcome),
          note: body.note,
          operationKey: idempotencyKey,
        },
        forward(context, { idempotent: true }),
      );
      const entry = present(reply.entry, 'entry');
      const people = await listPeople(appointment, [entry.patientId], context);
      return { status: 200, body: { entry: waitingPatientJson(entry, people.get(entry.patientId) ?? null) } };
    },
  });
}
