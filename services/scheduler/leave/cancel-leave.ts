import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { applyRules, lockAvailability } from '../calendar/apply-rules.ts';
import { yesterdayOf } from '../directory/local-time.ts';
import { expectedVersion, id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { leaveById, visitsOfLeave } from './leave-visit.ts';
import { listHit } from './list-hit.ts';
import { withPatients } from './lock-patients.ts';

const sql = {
  find: loadSql(import.meta.url, './find-leave.sql'),
  end: statement('end-leave', `update provider_leave set ended_at = $2, version = version + 1 where id = $1`),
  /** Marks the sessions of a provider that have not ended by $2, so that the job compares their slots again. */
  compare: statement(
    'compare-provider-sessions',
    `update session set materialised_until = null
where provider_id = $1 and coalesce(upper(effective), 'infinity') > $2::date`,
  ),
  specialties: statement(
    'provider-specialties',
    `select specialty_id from provider_specialty where provider_id = $1 order by specialty_id`,
  ),
};

const schema = z.object({ leaveId: id, expectedVersion });
type Found = { provider_id: string; version: number; ended_at: Date | null };

/**
 * Calls a leave off. Its slots come back. Visits without a new time take place after all, and their patients are told;
 * visits that moved stay moved. A repeat changes nothing. Errors: not-found; conflict for another version
 * (details.currentVersion).
 */
export function cancelLeave(parts: Parts): RpcOf<LeaveServiceDefinition, 'CancelLeave'> {
  const { pool, clock, settler, relay } = parts;
  return {
    callers: ['Admins'],
    async handle(request, context) {
      const asked = parse(schema, request);
      const [found] = await query<Found>(pool, sql.find, [asked.leaveId]);
      if (found === undefined) throw new ServiceError('not-found', 'There is no such leave.');
      const known = (await visitsOfLeave(pool, asked.leaveId)).map(({ patient_id }) => patient_id);
      const freed = await withPatients(known, (patients) =>
        transaction(
          pool,
          async (tx) => {
            await lockAvailability(tx, [found.provider_id]);
            const [current] = await query<Found>(tx, sql.find, [asked.leaveId]);
            if (current === undefined || current.ended_at !== null) return [];
            if (current.version !== asked.expectedVersion) {
              throw new ServiceError(
                'conflict',
                'This leave has changed in the meantime. Look at it again.',
                {
                  details: { currentVersion: String(current.version) },
                },
              );
            }
            const now = clock();
            const specialties = await query<{ specialty_id: string }>(tx, sql.specialties, [
              found.provider_id,
            ]);
            await query(tx, sql.end, [asked.leaveId, now]);
            await query(tx, sql.compare, [found.provider_id, yesterdayOf(now)]);
            const applied = await applyRules(tx, [found.provider_id], now, { lockMore: patients.lock });
            await listHit(tx, parts, applied, patients, context);
            return specialties.map(({ specialty_id }) => specialty_id);
          },
          { deadline: context.deadline, attempts: 3 },
        ),
      );
      relay.wake();
      for (const specialty of freed) settler.settle(specialty);
      return { leave: await leaveById(pool, asked.leaveId) };
    },
  };
}
