import type { Peers } from '@healthbooker/edge/peers';
import { WaitlistEntry, waitlistEntryJson } from '@healthbooker/protos/json/waitlist';
import { present } from '@healthbooker/protos/json/words';
import { forward, personOf } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { needMessage, waitingNeed } from '../waiting-need.ts';

const Joining = z.strictObject({
  patientId: z.guid().exactOptional().describe('Somebody the caller acts for'),
  need: z.strictObject(waitingNeed),
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
      const { patientId = personOf(context).personId, need, reason, autoAccept } = body;
      const reply = await waitlist.call(
        'JoinWaitlist',
        { patientId, need: needMessage(need), reason, autoAccept, operationKey: idempotencyKey },
        forward(context, { idempotent: true }),
      );
      const entry = waitlistEntryJson(present(reply.entry, 'entry'));
      return { status: 201, body: { entry }, headers: { Location: `/v1/waitlist/${entry.id}` } };
    },
  });
}
