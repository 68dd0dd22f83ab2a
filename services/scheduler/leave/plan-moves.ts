import type { PlannedMove } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/PlannedMove';
import { ServiceError } from '@healthbooker/runtime/errors';
import { toSlot } from '../calendar/slot.ts';
import { urgencyNames } from '../engine/urgency.ts';
import type { Option } from './assignment.ts';
import { type Candidate, type Options, targetDateOf } from './find-options.ts';
import { type HitVisit, MOST_VISITS } from './hit-visits.ts';
import { type Solved, solve } from './solve.ts';

const methods = {
  optimal: 'PLAN_METHOD_OPTIMAL',
  'best-found': 'PLAN_METHOD_BEST_FOUND',
  greedy: 'PLAN_METHOD_GREEDY',
} as const satisfies Record<Solved['method'], string>;

/** The plan as the contract has it, of a leave and of every other change. */
export type MovesPlan = {
  /** In order of time. */
  moves: PlannedMove[];
  method: (typeof methods)[Solved['method']];
  placed: number;
  mostPlaceable: number;
};

/**
 * Refuses a change that hits more visits than can be planned at once. `field` is the one that the caller can make
 * smaller.
 */
export function refuseTooMany(visits: readonly unknown[], field: string): void {
  if (visits.length <= MOST_VISITS) return;
  throw new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field, message: `meets more than ${MOST_VISITS} visits: plan it in parts` }],
  });
}

/**
 * A new time for each visit that is hit, all at once. `options` has what each could have, in the order of `rows`. Errors:
 * unavailable while two other plans are being worked out.
 */
export async function planMoves(rows: readonly HitVisit[], options: Options): Promise<MovesPlan> {
  const { chosen, method, mostPlaceable } = await solve(options.visits);
  const planned = rows.map((row, index) => {
    const hasOptions = (options.visits[index]?.options.length ?? 0) > 0;
    return { row, move: toMove(row, chosen[index] ?? null, options.slots, hasOptions) };
  });
  planned.sort((a, b) => a.row.start_at.getTime() - b.row.start_at.getTime());
  return {
    moves: planned.map(({ move }) => move),
    method: methods[method],
    placed: chosen.filter((option) => option !== null).length,
    mostPlaceable,
  };
}

function toMove(
  row: HitVisit,
  option: Option | null,
  slots: ReadonlyMap<string, Candidate>,
  hasOptions: boolean,
): PlannedMove {
  const slot = slots.get(option?.slotIds[0] ?? '');
  const targetDate = targetDateOf(row);
  const to = slot && option ? toSlot(slot.id, { ...slot, end_at: new Date(option.endMs) }) : null;
  return {
    appointmentId: row.appointment_id,
    version: row.version,
    patientId: row.patient_id,
    from: toSlot(row.slot_id, row),
    to,
    urgency: urgencyNames[row.urgency],
    targetDate,
    targetMet: slot !== undefined && slot.local_start.slice(0, 10) <= targetDate,
    unplacedReason: to === null ? unplacedReason(row, hasOptions) : '',
  };
}

function unplacedReason(row: HitVisit, hasOptions: boolean): string {
  if (hasOptions) return 'Every time that fits is needed for another visit of this plan.';
  return row.needs.length > 0
    ? 'No two free times in a row for this longer visit.'
    : 'No free time for this kind of visit when the patient has no other visit.';
}
