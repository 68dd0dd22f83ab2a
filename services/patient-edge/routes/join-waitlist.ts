import type { Peers } from '@healthbooker/edge/peers';
import { WaitlistEntry, waitlistEntryJson } from '@healthbooker/protos/json/waitlist';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { Need, needMessage } from '../need.ts';
import { patientField, patientOf } from '../patient.ts';

const Joining = z.strictObject({
  ...patientField,
  need: Need,
  reason: z.string().max(500),
  autoAccept: z.boolean(),
});

export function joinWaitlist({ waitlist }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/waitlist',
    callers: ['Patients'],
    summary: 'Enters a waiting list; a time that fits is offered or booked at once',
    body: Joining,
    idempotent: true,
    responses: { 201: z.strictObject({ entry: WaitlistEntry }) },
    problems: [404, 409],
    async handle({ body, idempotencyKey, context }) {
      const { need, reason, autoAccept } = body;
      const reply = await waitlist.call(
        'JoinWaitlist',
        {
          patientId: patientOf(body, context),
          need: needMessage(need),
          reason,
          autoAccept,
          operationKey: idempotencyKey,
        },
        forward(context, { idempotent: true }),
      );
      const entry = waitlistEntryJson(present(reply.entry, 'entry'));
      return { status: 201, body: { entry }, headers: { Location: `/v1/waitlist/${entry.id}` } };
    },
  });
}
