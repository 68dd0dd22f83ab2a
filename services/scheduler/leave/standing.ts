import { randomUUID } from 'node:crypto';
import { type CallContext, isInGroup } from '@healthbooker/runtime/context';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import { writeVersionIn } from '../booking/write-version.ts';
import { recordAccess } from '../care/access-log/record.ts';
import { RULE_VERSION } from '../engine/decide.ts';
import type { ReservationRow, Standing } from '../history/reservation.ts';
import { existing } from '../history/visit-status.ts';
import type { Parts } from '../parts.ts';
import { inChunks } from './in-chunks.ts';
import type { Patients } from './lock-patients.ts';

const settle = loadSql(import.meta.url, './settle-given.sql');

/** What hits the visits (the id of the disruption), and the key of the operation: one version of each visit per key. */
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
  const news = visits.filter(({ standing }) => standing !== 'unplaced');
  await inChunks(news, (visit) => say(tx, parts, 'unplaced', visit, cause, context));
}

type Given = ToldVisit & { leave_id: string; patient_id: string };

/**
 * Takes the visits off the worklist whose slots a rule gives again: a version of each (`restored`), of which the patient is
 * told, where they were told that it could not take place. Whatever was called off, a visit whose time is not given again
 * (another leave, a closure, a session that ended) stays on the list.
 */
export async function restoreVisits(
  tx: Transaction,
  parts: Parts,
  slotIds: readonly string[],
  patients: Patients,
  context: CallContext,
): Promise<void> {
  if (slotIds.length === 0) return;
  const now = parts.clock();
  const given = await query<Given>(tx, settle, [slotIds, now]);
  patients.require(given);
  const told = given.filter(({ standing }) => standing === 'unplaced');
  await inChunks(told, (visit) => {
    const cause = { leaveId: visit.leave_id, operationKey: randomUUID() };
    return say(tx, parts, 'restored', visit, cause, context);
  });
  await recordWrite(tx, context, told, now);
}

/** Puts on record who changed these visits; where the rules did it by themselves, nobody has. */
export async function recordWrite(
  tx: Transaction,
  context: CallContext,
  visits: readonly { patient_id: string }[],
  now: Date,
): Promise<void> {
  if (context.caller.kind === 'workload') return;
  const why = isInGroup(context.caller, 'Admins') ? 'office' : 'own-visit';
  const patientIds = [...new Set(visits.map(({ patient_id }) => patient_id))];
  await recordAccess(tx, context, patientIds, { action: 'write', what: 'visit', why }, now);
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
