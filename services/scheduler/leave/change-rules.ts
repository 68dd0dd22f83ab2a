import { randomUUID } from 'node:crypto';
import type { Impact } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Impact';
import { type CallContext, isInGroup } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { explainConstraint } from '../booking/constraints.ts';
import type { Applied } from '../calendar/apply-rules.ts';
import { impactOf, tryOrSave } from '../calendar/impact.ts';
import { toSlot } from '../calendar/slot.ts';
import { type Access, recordAccess } from '../care/access-log/record.ts';
import type { Parts } from '../parts.ts';
import { byUrgency, findOptions, type Options } from './find-options.ts';
import { type HitVisit, hitVisits, MOST_VISITS } from './hit-visits.ts';
import { lockTimes, type Patients, patientsOf, withPatients } from './lock-patients.ts';
import { planMoves, refuseTooMany } from './plan-moves.ts';
import { type Move, replaceVisits } from './replace-visits.ts';
import { type Disruption, saveDisruption } from './save-disruption.ts';
import { savedImpact } from './saved-impact.ts';
import { restoreVisits } from './standing.ts';

/**
 * Frees times that this change opens and that visits it hits move to ($1); the rest is settled for the waiting list
 * afterwards.
 */
const freeOpened = statement(
  'free-opened',
  `update slot set state = 'free' where id = any ($1::uuid[]) and state = 'settling' and not is_retired returning id`,
);

/** Of those times ($1) what no visit took: it is settled, as what the change opens besides. */
const settleLeft = statement(
  'settle-left-open',
  `update slot set state = 'settling' where id = any ($1::uuid[]) and state = 'free'`,
);

type AppliedRules = Pick<Applied, 'added' | 'retired' | 'retiredTaken' | 'opened' | 'unretired'>;

/** What a change of the rules did within its transaction, or its saved result when it is a repeat. */
export type Changed<Row> = { row: Row } & (
  | { applied: AppliedRules; disruption: Disruption }
  | { savedAs: string }
);

export type RuleChange<Row> = {
  isDryRun: boolean;
  moves: readonly Move[];
  onlyIfUnchanged: boolean;
  /** The field that the caller can make smaller when the change hits too many visits. */
  field: string;
  /** Makes the change; calls `lockMore` when the specialties are locked and before any slot is. */
  apply(tx: Transaction, lockMore: (tx: Transaction) => Promise<void>): Promise<Changed<Row>>;
  /** Runs after the visits have moved. */
  whenMoved?(tx: Transaction): Promise<void>;
};

/**
 * Changes the rules by which slots are given and moves the booked visits that this hits, in one transaction: those that
 * are as they were planned to their new times, the others to the worklist. With `isDryRun` nothing is saved, and the
 * answer has a new time for each visit. The change is made in a transaction, the times that visits could have are read
 * there, and it is rolled back; the solver runs afterwards and holds no lock.
 *
 * Errors: those of `apply`; invalid for a change that hits more than 1,000 visits; with `onlyIfUnchanged` conflict when
 * a planned visit or slot has changed (details.appointmentIds); forbidden for moves by a caller who is no
 * administrator; unavailable while two other plans are being worked out.
 */
export async function changeRules<Row>(
  parts: Parts,
  context: CallContext,
  change: RuleChange<Row>,
): Promise<{ row: Row; impact: Impact }> {
  if (change.moves.length > 0 && !isInGroup(context.caller, 'Admins')) {
    throw new ServiceError('forbidden', 'Only an admin may move visits with a change.');
  }
  const known = await patientsOf(parts.pool, change.moves);
  const { row, impact, hit, options } = await withPatients(known, (patients) =>
    attempt(parts, context, change, patients),
  ).catch((error: unknown) => {
    throw explainConstraint(error);
  });
  if (hit.length === 0) return { row, impact };
  if (options !== undefined) {
    const plan = await planMoves(hit, options);
    await recordAccess(
      parts.pool,
      context,
      patientIdsOf(hit),
      accessOf(context, 'read', 'urgency'),
      parts.clock(),
    );
    return { row, impact: { ...impact, ...plan } };
  }
  parts.relay.wake();
  for (const specialty of new Set(hit.map(({ specialty_id }) => specialty_id)))
    parts.settler.settle(specialty);
  return { row, impact };
}

type Attempt<Row> = {
  row: Row;
  impact: Impact;
  hit: HitVisit[];
  /** For a dry run: the times that each of `hit` could have. */
  options?: Options;
};

function attempt<Row>(
  parts: Parts,
  context: CallContext,
  change: RuleChange<Row>,
  patients: Patients,
): Promise<Attempt<Row>> {
  const { isDryRun, moves, onlyIfUnchanged } = change;
  const lockMore = async (tx: Transaction) => {
    if (isDryRun) return;
    await patients.lock(tx);
    await lockTimes(tx, moves);
  };
  return tryOrSave(parts.pool, { isDryRun, deadline: context.deadline }, async (tx) => {
    const changed = await change.apply(tx, lockMore);
    const now = parts.clock();
    const { row } = changed;
    if ('savedAs' in changed) {
      const { impact, patientIds } = await savedImpact(tx, changed.savedAs);
      await recordAccess(tx, context, patientIds, accessOf(context, 'read', 'visit'), now);
      return { row, impact, hit: [] };
    }
    const { applied, disruption } = changed;
    const hit = await hitVisits(tx, applied.retiredTaken, now, MOST_VISITS + 1);
    refuseTooMany(hit, change.field);
    const slots = { added: applied.added, retired: applied.retired - applied.retiredTaken.length };
    if (isDryRun) {
      // The greedy assignment serves them in this order.
      const inOrder = hit.toSorted(byUrgency);
      const options = await findOptions(tx, inOrder, { away: null, opened: applied.opened }, now);
      return { row, impact: impactOf(slots, hit.map(toAffected)), hit: inOrder, options };
    }
    patients.require(hit);
    await restoreVisits(tx, parts, applied.unretired, patients, context);
    const replacement = { disruptionId: disruption.id, moves, onlyIfUnchanged, operationKey: randomUUID() };
    if (hit.length === 0) {
      await replaceVisits(tx, parts, hit, replacement, context);
      return { row, impact: impactOf(slots, []), hit };
    }
    await saveDisruption(tx, disruption, slots, now);
    const opened = await openTo(tx, moves, applied.opened);
    await replaceVisits(tx, parts, hit, replacement, context);
    if (opened.length > 0) await query(tx, settleLeft, [opened]);
    if (moves.length > 0) await change.whenMoved?.(tx);
    const { impact } = await savedImpact(tx, disruption.id);
    return { row, impact, hit };
  });
}

/** Times that the change opens go to the visits it hits first; the rest is settled for the waiting list. */
async function openTo(tx: Transaction, moves: readonly Move[], opened: readonly string[]): Promise<string[]> {
  const targets = new Set(moves.flatMap(({ toSlotId }) => toSlotId ?? []));
  const wanted = opened.filter((id) => targets.has(id));
  if (wanted.length > 0) await query(tx, freeOpened, [wanted]);
  return wanted;
}

function toAffected(row: HitVisit) {
  return {
    appointmentId: row.appointment_id,
    version: row.version,
    patientId: row.patient_id,
    slot: toSlot(row.slot_id, row),
  };
}

function patientIdsOf(hit: readonly HitVisit[]): string[] {
  return [...new Set(hit.map(({ patient_id }) => patient_id))];
}

/** Providers change extra clinics of their own only. */
function accessOf(context: CallContext, action: Access['action'], what: Access['what']): Access {
  return { action, what, why: isInGroup(context.caller, 'Admins') ? 'office' : 'own-visit' };
}
