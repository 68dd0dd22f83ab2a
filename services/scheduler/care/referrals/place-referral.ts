import { randomUUID } from 'node:crypto';
import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import { personOf } from '@healthbooker/runtime/context';
import { type FieldError, ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { holdBack } from '@healthbooker/runtime/held-back';
import { loadSql, query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { addDays } from '../../directory/local-time.ts';
import { TARGET_DAYS, urgencyFrom } from '../../engine/urgency.ts';
import { id, operationKey, optionalDate, optionalId, optionalName, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { refuseUnrelated } from '../access.ts';
import { recordAccess } from '../access-log/record.ts';
import { findReferral, type ReferralRow, referralColumns, toReferral } from './referral.ts';

const sql = {
  names: loadSql(import.meta.url, './referral-names.sql'),
  /** No row when this clinician has used the key before. */
  insert: statement(
    'insert-referral',
    `insert into referral(id, patient_id, kind, specialty_id, visit_type_id, provider_id, urgency, earliest_date, due_date,
  ordered_by, ordered_at, op_key)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict (ordered_by, op_key) do nothing
returning id`,
  ),
  findOrder: statement(
    'find-referral-order',
    `select ${referralColumns}
from referral_view
where ordered_by = $1 and op_key = $2`,
  ),
};
/** Further ahead than the longest interval between reviews. */
const LATEST_DAYS = 731;
const kinds = { REFERRAL_KIND_REFERRAL: 'referral', REFERRAL_KIND_FOLLOW_UP: 'follow-up' } as const;

const schema = z
  .object({
    patientId: id,
    kind: z
      .enum(['REFERRAL_KIND_REFERRAL', 'REFERRAL_KIND_FOLLOW_UP'], { error: 'must be referral or follow-up' })
      .transform((name) => kinds[name]),
    specialtyId: z.string().min(1, 'must name a specialty').max(64),
    visitTypeId: optionalName,
    providerId: optionalId,
    urgency: z.string().transform((name, issues) => {
      const urgency = urgencyFrom(name);
      if (urgency === undefined)
        issues.addIssue({ code: 'custom', message: 'must be routine, soon or urgent' });
      return urgency ?? 'routine';
    }),
    earliestDate: optionalDate,
    dueDate: optionalDate,
    operationKey,
  })
  .refine(
    ({ earliestDate, dueDate }) => earliestDate === null || dueDate === null || earliestDate <= dueDate,
    {
      path: ['dueDate'],
      error: 'must not be before the earliest date',
    },
  );

const impossibleDate = { field: 'dueDate', message: 'must be between today and two years ahead' };

type Order = z.output<typeof schema>;

/**
 * Orders a visit for a patient of the caller's team. The same key with the same order answers with the first.
 * Errors: invalid by field; not-found for a patient whom the team does not treat; idempotency-mismatch.
 */
export function placeReferral({ pool, clock }: Parts): RpcOf<ReferralServiceDefinition, 'PlaceReferral'> {
  return {
    callers: ['Providers'],
    async handle(request, context) {
      const order = parse(schema, request);
      const { personId } = personOf(context);
      const now = clock();
      await refuseUnrelated(pool, context, order.patientId, now);
      const { refusal } = await holdBack(() => refuseUnknownNames(pool, order, personId));
      const today = now.toISOString().slice(0, 10);
      const dueDate = order.dueDate ?? later(addDays(today, TARGET_DAYS[order.urgency]), order.earliestDate);
      // One day back, since in some zones it is still yesterday.
      const isPossible = dueDate >= addDays(today, -1) && dueDate <= addDays(today, LATEST_DAYS);
      const place = async (tx: Transaction) => {
        if (refusal !== undefined || !isPossible) {
          const [done] = await query(tx, sql.findOrder, [personId, order.operationKey]);
          if (done === undefined) throw refusal ?? invalid([impossibleDate]);
        }
        const [written] = await query<{ id: string }>(tx, sql.insert, [
          randomUUID(),
          order.patientId,
          order.kind,
          order.specialtyId,
          order.visitTypeId,
          order.providerId,
          order.urgency,
          order.earliestDate,
          dueDate,
          personId,
          now,
          order.operationKey,
        ]);
        const action = written === undefined ? 'read' : 'write';
        const access = { action, what: 'referral', why: 'care-relationship' } as const;
        await recordAccess(tx, context, [order.patientId], access, now);
        return written === undefined ? earlierOrder(tx, order, personId) : findReferral(tx, written.id);
      };
      const row = await transaction(pool, place, { deadline: context.deadline });
      if (row === undefined) throw new Error('a referral just written is not there');
      return { referral: toReferral(row) };
    },
  };
}

async function refuseUnknownNames(pool: Parts['pool'], order: Order, orderedBy: string): Promise<void> {
  const [known] = await query<{
    has_specialty: boolean;
    has_visit_type: boolean;
    has_provider: boolean;
    is_own_team: boolean;
  }>(pool, sql.names, [order.specialtyId, order.visitTypeId, order.providerId, orderedBy]);
  const checks: [boolean | undefined, FieldError][] = [
    [known?.has_specialty, { field: 'specialtyId', message: 'is no specialty' }],
    [known?.has_visit_type, { field: 'visitTypeId', message: 'is no visit type of this specialty' }],
    [known?.has_provider, { field: 'providerId', message: 'does not work in this specialty' }],
    [
      order.kind === 'referral' || known?.is_own_team,
      { field: 'specialtyId', message: 'must be your own team’s for a follow-up; refer the patient instead' },
    ],
  ];
  const fields = checks.filter(([holds]) => holds !== true).map(([, field]) => field);
  if (fields.length > 0) throw invalid(fields);
}

/** The earlier order under this key, if it is the same order. */
async function earlierOrder(tx: Transaction, order: Order, orderedBy: string): Promise<ReferralRow> {
  const [row] = await query<ReferralRow>(tx, sql.findOrder, [orderedBy, order.operationKey]);
  const isSame =
    row !== undefined &&
    row.patient_id === order.patientId &&
    row.kind === order.kind &&
    row.specialty_id === order.specialtyId &&
    row.visit_type_id === order.visitTypeId &&
    row.provider_id === order.providerId &&
    row.urgency === order.urgency &&
    row.earliest_date === order.earliestDate &&
    (order.dueDate === null || row.due_date === order.dueDate);
  if (!isSame) throw new ServiceError('idempotency-mismatch', 'This key was used for another request.');
  return row;
}

function later(date: string, other: string | null): string {
  return other !== null && other > date ? other : date;
}

function invalid(fields: FieldError[]): ServiceError {
  return new ServiceError('invalid', 'Some fields are not right.', { fields });
}
