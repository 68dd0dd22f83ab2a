import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { applyRules, lockAvailability } from '../availability/apply-rules.ts';
import { yesterdayOf } from '../availability/local-time.ts';
import { leaveById } from '../leave/rows.ts';
import { lockUnplaced, restoreVisits } from '../leave/standing.ts';
import { expectedVersion, id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const sql = {
  find: loadSql(import.meta.url, '../sql/find-leave.sql'),
  end: loadSql(import.meta.url, '../sql/end-leave.sql'),
  compare: loadSql(import.meta.url, '../sql/compare-provider-sessions.sql'),
  specialties: loadSql(import.meta.url, '../sql/provider-specialties.sql'),
  lockSpecialties: loadSql(import.meta.url, '../sql/lock-specialties.sql'),
};

const schema = z.object({ leaveId: id, expectedVersion });
type Found = { provider_id: string; version: number; ended_at: Date | null };

/**
 * Calls a leave off: its slots come back, visits without a new time take place after all, which their patients are told;
 * those that moved stay moved.
 * Calling it off again changes nothing. Errors: not-found; conflict for another version (details.currentVersion).
 */
export function cancelLeave(parts: Parts): RpcOf<LeaveServiceDefinition, 'CancelLeave'> {
  const { pool, clock, settler, relay } = parts;
  return {
    callers: ['Admins'],
    async handle(request, context) {
      const asked = parse(schema, request);
      const [found] = await query<Found>(pool, sql.find, [asked.leaveId]);
      if (found === undefined) throw new ServiceError('not-found', 'There is no such leave.');
      const freed = await transaction(
        pool,
        async (tx) => {
          await lockAvailability(tx, [found.provider_id]);
          const [current] = await query<Found>(tx, sql.find, [asked.leaveId]);
          if (current === undefined || current.ended_at !== null) return [];
          if (current.version !== asked.expectedVersion) {
            throw new ServiceError('conflict', 'This leave has changed in the meantime. Look at it again.', {
              details: { currentVersion: String(current.version) },
            });
          }
          const now = clock();
          const specialties = await query<{ specialty_id: string }>(tx, sql.specialties, [found.provider_id]);
          const ids = specialties.map(({ specialty_id }) => specialty_id);
          await query(tx, sql.lockSpecialties, [ids]);
          await lockUnplaced(tx, asked.leaveId);
          await query(tx, sql.end, [asked.leaveId, now]);
          await query(tx, sql.compare, [found.provider_id, yesterdayOf(now)]);
          await applyRules(tx, [found.provider_id], now);
          const cause = { leaveId: asked.leaveId, operationKey: `cancel-leave ${asked.leaveId}` };
          await restoreVisits(tx, parts, cause, context);
          return ids;
        },
        { deadline: context.deadline, attempts: 3 },
      );
      relay.wake();
      for (const specialty of freed) settler.settle(specialty);
      return { leave: await leaveById(pool, asked.leaveId) };
    },
  };
}
