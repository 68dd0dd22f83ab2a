import type { Peers } from '@healthbooker/edge/peers';
import { WaitlistEntry, waitlistEntryJson } from '@healthbooker/protos/json/waitlist';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { needFields, needMessage } from '../need.ts';

const Change = z.strictObject({
  version: z.int32().min(1),
  // How urgent it is was found out when the patient joined.
  need: z.strictObject(needFields),
  reason: z.string().max(500),
  autoAccept: z.boolean(),
});

export function changeWaitlistEntry({ waitlist }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/waitlist/:id/wishes',
    callers: ['Patients'],
    summary: 'Changes what suits, or whether the first time that fits is booked without asking',
    params: z.strictObject({ id: z.guid() }),
    body: Change,
    idempotent: true,
    responses: { 200: z.strictObject({ entry: WaitlistEntry }) },
    async handle({ params, body: { version, need, ...rest }, idempotencyKey, context }) {
      const { entry } = await waitlist.call(
        'ChangeWaitlistEntry',
        {
          appointmentId: params.id,
          expectedVersion: version,
          operationKey: idempotencyKey,
          need: needMessage(need),
          ...rest,
        },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { entry: waitlistEntryJson(present(entry, 'entry')) } };
    },
  });
}
