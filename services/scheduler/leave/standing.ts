import type { CallContext } from '@healthbooker/runtime/context';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import { recordAccess } from '../access-log/record.ts';
import { RULE_VERSION } from '../allocate/decide.ts';
import type { ReservationRow, Standing } from '../booking/rows.ts';
import { existing } from '../booking/visit-status.ts';
import { writeVersionIn } from '../booking/write-version.ts';
import type { Parts } from '../parts.ts';

const sql = {
  patients: loadSql(import.meta.url, '../sql/patients-unplaced.sql'),
  settle: loadSql(import.meta.url, '../sql/settle-unplaced.sql'),
  lockPatients: loadSql(import.meta.url, '../sql/lock-patients.sql'),
};

/** What meets the visits (a leave, by its id), and the key of the operation: one version of each visit per key. */
export type Cause = { leaveId: string; operationKey: string };

export type ToldVisit = Pick<ReservationRow, 'appointment_id' | 'version' | 'standing'>;

/**
 * Says of visits that stay booked that their time cannot be kept: a version of each (`unplaced`), of which the patient is
 * told once. Whoever was told already is not told again. The patients are locked; the caller puts them on record.
 */
export async function sayUnplaced(
  tx: Transaction,
  parts: Parts,
  visits: readonly ToldVisit[],
  cause: Cause,
  context: CallContext,
): Promise<void> {
  for (const visit of visits) {
    if (visit.standing !== 'unplaced') await say(tx, parts, 'unplaced', visit, cause, context);
  }
}

/** Locks the patients whose visits {@link restoreVisits} may change: before slots are locked. */
export async function lockUnplaced(tx: Transaction, leaveId: string): Promise<void> {
  const rows = await query<{ patient_id: string }>(tx, sql.patients, [leaveId]);
  await query(tx, sql.lockPatients, [rows.map(({ patient_id }) => patient_id)]);
}

type SettledRow = ToldVisit & { patient_id: string; is_coming: boolean };

/**
 * Settles the visits of what was called off whose time is offered again: a version of each (`restored`), of which the
 * patient is told, where they were told that it could not take place. A visit whose time is not offered again (another
 * leave, a session that ended) stays on the worklist. The slots are as the rules say now, the patients locked.
 */
export async function restoreVisits(
  tx: Transaction,
  parts: Parts,
  cause: Cause,
  context: CallContext,
): Promise<void> {
  const now = parts.clock();
  const settled = await query<SettledRow>(tx, sql.settle, [cause.leaveId, now]);
  const told = settled.filter(({ is_coming, standing }) => is_coming && standing === 'unplaced');
  for (const visit of told) await say(tx, parts, 'restored', visit, cause, context);
  const access = { action: 'write', what: 'visit', why: 'office' } as const;
  await recordAccess(tx, context, [...new Set(told.map(({ patient_id }) => patient_id))], access, now);
}

async function say(
  tx: Transaction,
  parts: Parts,
  standing: Standing,
  { appointment_id: appointmentId, version }: ToldVisit,
  { leaveId, operationKey }: Cause,
  context: CallContext,
): Promise<void> {
  const request = { leaveId, appointmentId };
  await writeVersionIn(
    tx,
    parts,
    {
      operation: standing === 'unplaced' ? 'leave-unplaced' : 'leave-restored',
      request,
      operationKey,
      appointmentId,
      expectedVersion: version,
      authorise: async () => undefined,
      async plan(_tx, current) {
        const { status, slot_id: slotId } = existing(current);
        const seen = { rule: 'note', status, leaveId } as const;
        return { change: standing, status, slotId, ruleVersion: RULE_VERSION, seen, standing };
      },
    },
    context,
  );
}
