import type { CallContext } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import { classSeatsAmong } from '../booking/seats.ts';
import { takeSlot } from '../booking/take-slot.ts';
import { writeVersionIn } from '../booking/write-version.ts';
import type { Parts } from '../parts.ts';
import type { HitVisit } from './hit-visits.ts';
import { inChunks } from './in-chunks.ts';
import { recordWrite, sayUnplaced } from './standing.ts';
import { refuseOutOfReach } from './within-reach.ts';

const insertVisits = loadSql(import.meta.url, './insert-leave-visits.sql');

export type Move = { appointmentId: string; expectedVersion: number; toSlotId: string | null };

/** What becomes of the visits that a disruption hits. */
export type Replacement = {
  disruptionId: string;
  moves: readonly Move[];
  onlyIfUnchanged: boolean;
  /** One version of each visit per key. */
  operationKey: string;
};

/**
 * Refusals of a single move before anything of it was written: that visit stays where it is. Other errors end the
 * transaction.
 */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'slot-taken',
  'conflict',
  'too-soon',
  'not-found',
  'invalid',
]);

/**
 * Moves the visits that are still as they were planned to their new times, where they await the patients' answers. The
 * others stay booked on their retired slots, and their patients are told. Saves the disruption with a row for each
 * visit, and records who made the change. The patients, the visits' slots and those of the moves are locked.
 *
 * Errors: with `onlyIfUnchanged` conflict when a planned visit or slot has changed (details.appointmentIds).
 */
export async function replaceVisits(
  tx: Transaction,
  parts: Parts,
  hit: readonly HitVisit[],
  replacement: Replacement,
  context: CallContext,
): Promise<void> {
  const { disruptionId, moves } = replacement;
  const planned = new Map(moves.map((move) => [move.appointmentId, move]));
  const hitIds = new Set(hit.map(({ appointment_id }) => appointment_id));
  const changed = moves.map(({ appointmentId }) => appointmentId).filter((id) => !hitIds.has(id));
  const listed: { id: string; from: string; to: string | null }[] = [];
  const settle = async (row: HitVisit) => {
    const move = planned.get(row.appointment_id);
    const outcome = await moveVisit(tx, parts, replacement, row, move, context);
    if (outcome === 'changed') changed.push(row.appointment_id);
    const to = typeof outcome === 'object' ? outcome.slotId : null;
    listed.push({ id: row.appointment_id, from: row.slot_id, to });
  };
  // Several visits of one patient, longer visits and visits to a class are moved one after the other: they may need the
  // same slots.
  const ofPatient = Map.groupBy(hit, ({ patient_id }) => patient_id);
  const toClass = await classSeatsAmong(
    tx,
    moves.flatMap(({ toSlotId }) => toSlotId ?? []),
  );
  const isAlone = ({ appointment_id, patient_id, needs }: HitVisit) =>
    needs.length === 0 &&
    ofPatient.get(patient_id)?.length === 1 &&
    !toClass.has(planned.get(appointment_id)?.toSlotId ?? '');
  await inChunks(
    hit.filter((row) => !isAlone(row)),
    settle,
    1,
  );
  await inChunks(hit.filter(isAlone), settle);
  if (replacement.onlyIfUnchanged && changed.length > 0) throw planChanged(changed);
  await query(tx, insertVisits, [
    disruptionId,
    listed.map(({ id }) => id),
    listed.map(({ from }) => from),
    listed.map(({ to }) => to),
    parts.clock(),
  ]);
  const staying = new Set(listed.filter(({ to }) => to === null).map(({ id }) => id));
  const unplaced = hit.filter(({ appointment_id }) => staying.has(appointment_id));
  const cause = { leaveId: disruptionId, operationKey: replacement.operationKey };
  await sayUnplaced(tx, parts, unplaced, cause, context);
  await recordWrite(tx, context, hit, parts.clock());
}

/** How many ids a refusal names: details travel in headers, which are limited. */
const NAMED = 100;

function planChanged(appointmentIds: readonly string[]): ServiceError {
  return new ServiceError('conflict', 'Some visits or times have changed since the plan. Look at it again.', {
    details: { reason: 'plan-changed', appointmentIds: appointmentIds.slice(0, NAMED).join(',') },
  });
}

/** Moves one visit if it and its new time are still as they were planned; in a class, to any free seat. */
async function moveVisit(
  tx: Transaction,
  parts: Parts,
  { disruptionId, operationKey }: Replacement,
  row: HitVisit,
  move: Move | undefined,
  context: CallContext,
): Promise<{ slotId: string } | 'unplaced' | 'changed'> {
  if (move === undefined || move.expectedVersion !== row.version) return 'changed';
  const slotId = move.toSlotId;
  if (slotId === null) return 'unplaced';
  try {
    const { reservation } = await writeVersionIn(
      tx,
      parts,
      {
        operation: 'apply-leave',
        request: { leaveId: disruptionId, appointmentId: row.appointment_id, slotId },
        operationKey,
        appointmentId: row.appointment_id,
        expectedVersion: row.version,
        authorise: async () => undefined,
        async plan() {
          const next = await takeSlot(tx, {
            slotId,
            // Notice, horizon and carve-outs hold here as they do for patients.
            isStaff: false,
            // These are refused below, where they fail the whole change and not only this visit.
            agreed: { otherRegion: true, steps: true },
            now: parts.clock(),
            moving: row,
            field: 'moves.toSlotId',
          });
          const reach = { patientId: row.patient_id, fromSlotId: row.slot_id, toSlotId: slotId };
          await refuseOutOfReach(tx, reach, 'moves.toSlotId');
          return { ...next, seen: { ...next.seen, leaveId: disruptionId }, awaitsAnswer: true };
        },
      },
      context,
    );
    return { slotId: reservation.slot?.id ?? slotId };
  } catch (error) {
    if (error instanceof ServiceError && error.cause === undefined && PASSED_OVER.has(error.kind)) {
      return 'changed';
    }
    throw error;
  }
}
