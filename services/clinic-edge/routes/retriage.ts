import type { Peers } from '@healthbooker/edge/peers';
import { listPeople } from '@healthbooker/edge/people';
import { urgencies } from '@healthbooker/protos/json/slot';
import { WaitingPatient, waitingPatientJson } from '@healthbooker/protos/json/waitlist-staff';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

export function retriage({ waitlist, appointment }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/waitlist/:id/retriage',
    // Who else tries is refused by the service, which puts it on record.
    callers: staff,
    summary: 'A clinician of the specialty says how urgent it is, and why',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({
      version: z.int32().min(1),
      urgency: urgencies.schema.exclude(['emergency']),
      reason: z.string().min(3).max(500),
    }),
    idempotent: true,
    responses: { 200: z.strictObject({ entry: WaitingPatient }) },
    problems: [404, 409],
    async handle({ params, body, idempotencyKey, context }) {
      const reply = await waitlist.call(
        'Retriage',
        {
          appointmentId: params.id,
          expectedVersion: body.version,
          urgency: urgencies.toName(body.urgency),
          reason: body.reason,
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
