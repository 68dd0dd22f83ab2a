import type { Impact } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Impact';
import { ServiceError } from '@healthbooker/runtime/errors';
import { query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { impactOf } from '../calendar/impact.ts';
import { toLeaveVisit, visitsOfLeave } from './leave-visit.ts';
import type { Disruption } from './save-disruption.ts';

const find = statement(
  'find-disruption',
  `select kind, request_sha256, created_at, slots_added, slots_retired from disruption where id = $1`,
);

export type SavedDisruption = {
  kind: string;
  request_sha256: Buffer | null;
  created_at: Date;
  slots_added: number;
  slots_retired: number;
};

/** A disruption that was saved, by its id. */
export async function findDisruption(tx: Transaction, id: string): Promise<SavedDisruption | undefined> {
  const [saved] = await query<SavedDisruption>(tx, find, [id]);
  return saved;
}

/** What a change did that was saved and hit visits; whose they are comes beside it. */
export async function savedImpact(
  tx: Transaction,
  disruptionId: string,
): Promise<{ impact: Impact; patientIds: string[] }> {
  const saved = await findDisruption(tx, disruptionId);
  if (saved === undefined) throw new Error('a disruption that was saved is not there');
  const rows = await visitsOfLeave(tx, disruptionId);
  const visits = rows.map((row) => ({
    appointmentId: row.appointment_id,
    version: row.version,
    patientId: row.patient_id,
    slot: toLeaveVisit(row).from ?? null,
  }));
  const slots = { added: saved.slots_added, retired: saved.slots_retired };
  return {
    impact: impactOf(slots, visits, disruptionId),
    patientIds: rows.map(({ patient_id }) => patient_id),
  };
}

/** Whether this very change was saved under its id. Errors: idempotency-mismatch when another one was. */
export async function isSavedAlready(
  tx: Transaction,
  { id, requestSha256 }: Pick<Disruption, 'id' | 'requestSha256'>,
): Promise<boolean> {
  const saved = await findDisruption(tx, id);
  if (saved === undefined) return false;
  if (requestSha256 !== null && saved.request_sha256?.equals(requestSha256)) return true;
  throw new ServiceError('idempotency-mismatch', 'This id was used for another change.');
}
