import type { Peers } from '@healthbooker/edge/peers';
import { Location } from '@healthbooker/protos/json/directory';
import { WaitlistEntry, waitlistEntryJson } from '@healthbooker/protos/json/waitlist';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function getWaitlistEntry({ waitlist, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/waitlist/:id',
    callers: ['Patients'],
    summary: 'One entry of a waiting list, with the place of its offer',
    params: z.strictObject({ id: z.guid() }),
    responses: {
      200: z.strictObject({
        entry: WaitlistEntry,
        location: Location.nullable().describe('Of the offer; null when there is none'),
      }),
    },
    async handle({ params, context }) {
      const [reply, known] = await Promise.all([
        waitlist.call(
          'GetWaitlistEntry',
          { appointmentId: params.id },
          forward(context, { idempotent: true }),
        ),
        directory.find(context),
      ]);
      const entry = waitlistEntryJson(present(reply.entry, 'entry'));
      const location = known?.locations.get(entry.offer?.slot.locationId ?? '') ?? null;
      return { status: 200, body: { entry, location } };
    },
  });
}
