import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { explainConstraint } from '../booking/constraints.ts';
import { lockAvailability } from '../calendar/apply-rules.ts';
import { recordAccess } from '../care/access-log/record.ts';
import { requestHash } from '../history/request-hash.ts';
import { id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { applyLeave as apply } from './apply.ts';
import { leaveById, toLeaveVisit, visitsOfLeave } from './leave-visit.ts';
import { patientsOf, withPatients } from './lock-patients.ts';
import { movesSchema } from './moves-request.ts';
import { periodSchema, resolvePeriod } from './period.ts';
import { findDisruption } from './saved-impact.ts';

const find = loadSql(import.meta.url, './find-leave.sql');

const schema = z.object({
  leaveId: id,
  providerId: id,
  period: periodSchema,
  note: z.string().trim().max(200, { error: 'is too long' }),
  moves: movesSchema,
  onlyIfUnchanged: z.boolean(),
  operationKey,
});

/**
 * Saves a leave, retires its slots and moves visits, all in one transaction; see `leave/apply.ts`. A repeat of the
 * request gets the same answer; a different request with the same id is an idempotency-mismatch.
 */
export function applyLeave(parts: Parts): RpcOf<LeaveServiceDefinition, 'ApplyLeave'> {
  return {
    callers: ['Admins'],
    async handle(request, context) {
      const { operationKey: key, ...asked } = parse(schema, request);
      const { leaveId, providerId, note, moves, onlyIfUnchanged } = asked;
      const requestSha256 = requestHash('apply-leave', asked);
      const known = await patientsOf(parts.pool, moves);
      const { specialties, isRepeat } = await withPatients(known, (patients) =>
        transaction(
          parts.pool,
          async (tx) => {
            await lockAvailability(tx, [providerId]);
            const [same] = await query<{ request_sha256: Buffer | null }>(tx, find, [leaveId]);
            if (same?.request_sha256?.equals(requestSha256)) return { specialties: [], isRepeat: true };
            if (same !== undefined || (await findDisruption(tx, leaveId)) !== undefined) {
              throw new ServiceError('idempotency-mismatch', 'This id was used for another leave.');
            }
            const away = await resolvePeriod(tx, providerId, asked.period, parts.clock());
            const leave = { leaveId, providerId, away, note, moves, onlyIfUnchanged, operationKey: key };
            const freed = await apply(tx, parts, { ...leave, requestSha256 }, patients, context);
            return { specialties: freed, isRepeat: false };
          },
          { deadline: context.deadline, attempts: 3 },
        ),
      ).catch((error: unknown) => {
        throw explainConstraint(error);
      });
      parts.relay.wake();
      for (const specialty of specialties) parts.settler.settle(specialty);
      const visits = await visitsOfLeave(parts.pool, leaveId);
      if (isRepeat) {
        const access = { action: 'read', what: 'urgency', why: 'office' } as const;
        const patientIds = visits.map(({ patient_id }) => patient_id);
        await recordAccess(parts.pool, context, patientIds, access, parts.clock());
      }
      return { leave: await leaveById(parts.pool, leaveId), visits: visits.map(toLeaveVisit) };
    },
  };
}
