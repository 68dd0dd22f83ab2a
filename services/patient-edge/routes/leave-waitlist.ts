import type { Peers } from '@healthbooker/edge/peers';
import { WaitlistEntry, waitlistEntryJson } from '@healthbooker/protos/json/waitlist';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function leaveWaitlist({ waitlist }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/waitlist/:id/leave',
    callers: ['Patients'],
    summary: 'Leaves a waiting list; an open offer goes to the next',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({ version: z.int32().min(1) }),
    idempotent: true,
    responses: { 200: z.strictObject({ entry: WaitlistEntry }) },
    async handle({ params, body, idempotencyKey, context }) {
      const { entry } = await waitlist.call(
        'LeaveWaitlist',
        { appointmentId: params.id, expectedVersion: body.version, operationKey: idempotencyKey },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { entry: waitlistEntryJson(present(entry, 'entry')) } };
    },
  });
}
