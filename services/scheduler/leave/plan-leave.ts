import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { rfc3339 } from '@healthbooker/runtime/dates';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { recordAccess } from '../care/access-log/record.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { leaveSlots } from './apply.ts';
import { byUrgency, findOptions } from './find-options.ts';
import { hitVisits, MOST_VISITS } from './hit-visits.ts';
import { periodSchema, resolvePeriod } from './period.ts';
import { planMoves, refuseTooMany } from './plan-moves.ts';

const countFree = statement(
  'leave-free-slots',
  `select count(*)::int as slots
from slot
where provider_id = $1 and start_at < $3 and end_at > $2 and start_at > $4 and state in ('free', 'settling')`,
);

const schema = z.object({ providerId: id, period: periodSchema });

/**
 * Finds new times for every visit that a leave would hit, all at once, and saves nothing. Errors: not-found; invalid
 * for a period that is over, or that hits more than 1,000 visits; unavailable while two other plans are being worked
 * out.
 */
export function planLeave({ pool, clock }: Parts): RpcOf<LeaveServiceDefinition, 'PlanLeave'> {
  return {
    callers: ['Admins'],
    async handle(request, context) {
      const { providerId, period } = parse(schema, request);
      const now = clock();
      const away = await resolvePeriod(pool, providerId, period, now);
      const slots = await leaveSlots(pool, providerId, away, now);
      const hit = await hitVisits(
        pool,
        slots.map(({ id: slotId }) => slotId),
        now,
        MOST_VISITS + 1,
      );
      refuseTooMany(hit, 'period');
      const [free] = await query<{ slots: number }>(pool, countFree, [providerId, away.from, away.to, now]);
      // The greedy assignment serves them in this order.
      const inOrder = hit.toSorted(byUrgency);
      const options = await findOptions(pool, inOrder, { away: { providerId, ...away }, opened: [] }, now);
      const plan = await planMoves(inOrder, options);
      const access = { action: 'read', what: 'urgency', why: 'office' } as const;
      const patientIds = hit.map(({ patient_id }) => patient_id);
      await recordAccess(pool, context, patientIds, access, now);
      return {
        fromAt: rfc3339(away.from),
        toAt: rfc3339(away.to),
        timeZone: away.timeZone,
        slotsClosed: free?.slots ?? 0,
        ...plan,
      };
    },
  };
}
