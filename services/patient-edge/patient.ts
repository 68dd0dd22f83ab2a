import type { Peers } from '@healthbooker/edge/peers';
import { type CallContext, forward, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Followed } from '@healthbooker/runtime/live-route';
import { z } from 'zod';

const describe = 'Somebody the caller acts for; the caller, if left out';

/** In the query of requests that may be about somebody the caller acts for. */
export const patientQuery = { patientId: z.guid().toLowerCase().optional().describe(describe) };

/** In the body of requests that may be made for somebody. */
export const patientField = { patientId: z.guid().toLowerCase().exactOptional().describe(describe) };

/** The person a request is about. The services decide whether the caller may act for them. */
export function patientOf(asked: { patientId?: string | undefined }, context: CallContext): string {
  return asked.patientId ?? personOf(context).personId;
}

const liveQuery = z.strictObject(patientQuery);

/** Live updates about somebody the caller acts for, while they do so. */
export function followPatient({ proxies }: Peers): Followed<typeof liveQuery> {
  return {
    query: liveQuery,
    async find(query, context) {
      const patientId = patientOf(query, context);
      if (patientId === personOf(context).personId) return { personId: patientId, without: [] };
      const outgoing = forward({ ...context, deadline: Date.now() + 2000 }, { idempotent: true });
      const wanted = { patientId, scope: 'PROXY_SCOPE_BOOKINGS' } as const;
      const { allowed, scope } = await proxies.call('MayActFor', wanted, outgoing);
      if (!allowed) throw new ServiceError('not-found', 'There is no such person.');
      // The news that something was written into a record is part of the record.
      return { personId: patientId, without: scope === 'PROXY_SCOPE_RECORD' ? [] : ['record'] };
    },
  };
}
