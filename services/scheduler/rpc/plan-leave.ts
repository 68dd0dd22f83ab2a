import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { PlannedMove } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/PlannedMove';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { recordAccess } from '../access-log/record.ts';
import { urgencyNames } from '../allocate/urgency.ts';
import { rfc3339, toSlot } from '../booking/rows.ts';
import type { Option } from '../leave/assignment.ts';
import {
  type AffectedRow,
  byUrgency,
  type Candidate,
  findOptions,
  targetDateOf,
} from '../leave/find-options.ts';
import { periodSchema, resolvePeriod } from '../leave/period.ts';
import { type Solved, solve } from '../leave/solve.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const sql = {
  affected: loadSql(import.meta.url, '../sql/leave-affected.sql'),
  freeSlots: loadSql(import.meta.url, '../sql/leave-free-slots.sql'),
};
const MOST_VISITS = 300;

const schema = z.object({ providerId: id, period: periodSchema });

const methods = {
  optimal: 'PLAN_METHOD_OPTIMAL',
  'best-found': 'PLAN_METHOD_BEST_FOUND',
  greedy: 'PLAN_METHOD_GREEDY',
} as const satisfies Record<Solved['method'], string>;

/**
 * Finds new times for every visit that a leave would meet, all at once, and saves nothing.
 * Errors: not-found; invalid for a period that is over, or that meets more than 300 visits; unavailable while two other
 * plans are being worked out.
 */
export function planLeave({ pool, clock }: Parts): RpcOf<LeaveServiceDefinition, 'PlanLeave'> {
  return {
    callers: ['Admins'],
    async handle(request, context) {
      const { providerId, period } = parse(schema, request);
      const now = clock();
      const away = await resolvePeriod(pool, providerId, period, now);
      const rows = await query<AffectedRow>(pool, sql.affected, [
        ...[providerId, away.from, away.to, now, MOST_VISITS + 1],
      ]);
      if (rows.length > MOST_VISITS) {
        throw new ServiceError('invalid', 'Some fields are not right.', {
          fields: [{ field: 'period', message: `meets more than ${MOST_VISITS} visits: plan it in parts` }],
        });
      }
      const [free] = await query<{ slots: number }>(pool, sql.freeSlots, [
        providerId,
        away.from,
        away.to,
        now,
      ]);
      // The greedy assignment serves them in this order.
      const inOrder = rows.toSorted(byUrgency);
      const { visits, slots } = await findOptions(pool, inOrder, away, providerId, now);
      const { chosen, method } = await solve(visits);
      const moves = inOrder.map((row, index) => {
        const hasOptions = (visits[index]?.options.length ?? 0) > 0;
        return { row, move: toMove(row, chosen[index] ?? null, slots, hasOptions) };
      });
      const access = { action: 'read', what: 'urgency', why: 'office' } as const;
      const patientIds = rows.map(({ patient_id }) => patient_id);
      await recordAccess(pool, context, patientIds, access, now);
      moves.sort((a, b) => a.row.start_at.getTime() - b.row.start_at.getTime());
      return {
        fromAt: rfc3339(away.from),
        toAt: rfc3339(away.to),
        timeZone: away.timeZone,
        moves: moves.map(({ move }) => move),
        slotsClosed: free?.slots ?? 0,
        method: methods[method],
      };
    },
  };
}

function toMove(
  row: AffectedRow,
  option: Option | null,
  slots: ReadonlyMap<string, Candidate>,
  hasOptions: boolean,
): PlannedMove {
  const slot = slots.get(option?.slotIds[0] ?? '');
  const targetDate = targetDateOf(row);
  const to = slot && option ? toSlot(slot.id, { ...slot, end_at: new Date(option.endMs) }) : null;
  return {
    appointmentId: row.appointment_id,
    version: row.version,
    patientId: row.patient_id,
    from: toSlot(row.slot_id, row),
    to,
    urgency: urgencyNames[row.urgency],
    targetDate,
    targetMet: slot !== undefined && slot.local_start.slice(0, 10) <= targetDate,
    unplacedReason: to === null ? unplacedReason(row, hasOptions) : '',
  };
}

function unplacedReason(row: AffectedRow, hasOptions: boolean): string {
  if (hasOptions) return 'Every time that fits is needed for another visit of this plan.';
  return row.needs.length > 0
    ? 'No two free times in a row for this longer visit.'
    : 'No free time for this kind of visit when the patient has no other visit.';
}
