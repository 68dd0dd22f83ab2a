import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { recordAccess } from '../access-log/record.ts';
import { lockAvailability } from '../availability/apply-rules.ts';
import { explainConstraint } from '../booking/constraints.ts';
import { requestHash } from '../booking/request-hash.ts';
import { applyLeave as apply } from '../leave/apply.ts';
import { periodSchema, resolvePeriod } from '../leave/period.ts';
import { leaveById, toLeaveVisit, visitsOfLeave } from '../leave/rows.ts';
import { expectedVersion, id, operationKey, optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const find = loadSql(import.meta.url, '../sql/find-leave.sql');

const schema = z.object({
  leaveId: id,
  providerId: id,
  period: periodSchema,
  note: z.string().trim().max(200, { error: 'is too long' }),
  moves: z
    .array(z.object({ appointmentId: id, expectedVersion, toSlotId: optionalId }))
    .max(300, { error: 'must be 300 at most' })
    .refine((moves) => isOnce(moves.map(({ appointmentId }) => appointmentId)), {
      error: 'names a visit twice',
    })
    .refine((moves) => isOnce(moves.flatMap(({ toSlotId }) => toSlotId ?? [])), {
      error: 'gives a time to two visits',
    }),
  onlyIfUnchanged: z.boolean(),
  operationKey,
});

/**
 * Saves a leave, retires its slots and moves visits, all in one transaction; see `leave/apply.ts`. The same request
 * again answers what became of it; another one under the same id is an idempotency-mismatch.
 */
export function applyLeave(parts: Parts): RpcOf<LeaveServiceDefinition, 'ApplyLeave'> {
  return {
    callers: ['Admins'],
    async handle(request, context) {
      const { operationKey: key, ...asked } = parse(schema, request);
      const { leaveId, providerId, note, moves, onlyIfUnchanged } = asked;
      const requestSha256 = requestHash('apply-leave', asked);
      const { specialties, isRepeat } = await transaction(
        parts.pool,
        async (tx) => {
          await lockAvailability(tx, [providerId]);
          const [known] = await query<{ request_sha256: Buffer | null }>(tx, find, [leaveId]);
          if (known?.request_sha256?.equals(requestSha256)) return { specialties: [], isRepeat: true };
          if (known !== undefined) {
            throw new ServiceError('idempotency-mismatch', 'This id was used for another leave.');
          }
          const away = await resolvePeriod(tx, providerId, asked.period, parts.clock());
          const leave = { leaveId, providerId, away, note, moves, onlyIfUnchanged, operationKey: key };
          const freed = await apply(tx, parts, { ...leave, requestSha256 }, context);
          return { specialties: freed, isRepeat: false };
        },
        { deadline: context.deadline, attempts: 3 },
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

function isOnce(ids: readonly string[]): boolean {
  return new Set(ids).size === ids.length;
}
