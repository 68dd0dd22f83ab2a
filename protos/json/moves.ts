import { z } from 'zod';
import type { AppliedMove as AppliedMoveMessage } from '../gen/healthbooker/scheduler/v1/AppliedMove.ts';
import type { PlannedMove__Output } from '../gen/healthbooker/scheduler/v1/PlannedMove.ts';
import { Slot, slotJson, urgencies } from './slot.ts';
import { enumWords, present } from './words.ts';

export const planMethods = enumWords({
  PLAN_METHOD_OPTIMAL: 'optimal',
  PLAN_METHOD_BEST_FOUND: 'best-found',
  PLAN_METHOD_GREEDY: 'greedy',
});

/** Whose visit it is, where lists of visits name patients. */
export const patient = {
  patientId: z.string(),
  patientName: z.string().nullable().describe('Null while names cannot be read'),
};

/** Visits that one change of the hospital may hit; more are planned in parts. */
export const MOST_MOVES = 1000;

export const PlannedMove = z
  .strictObject({
    appointmentId: z.string(),
    version: z.int32(),
    ...patient,
    from: Slot,
    to: Slot.nullable().describe('Null when no time was found'),
    urgency: urgencies.schema,
    targetDate: z.string().describe('By when the patient should be seen'),
    targetMet: z.boolean(),
    unplacedReason: z.string().describe('Why there is no new time; empty when there is one'),
  })
  .meta({ id: 'PlannedMove' });

/** The fields of every plan. */
export const planned = {
  moves: z.array(PlannedMove).describe('In order of time'),
  method: planMethods.schema,
  placed: z.int32().describe('Visits with a new time'),
  mostPlaceable: z.int32().describe('Visits that could have one in the best plan of all'),
};

/** What is applied to one visit of a plan. */
export const AppliedMove = z
  .strictObject({
    appointmentId: z.guid(),
    version: z.int32().min(1),
    toSlotId: z.guid().nullable().describe('Null: to the worklist'),
  })
  .meta({ id: 'AppliedMove' });

/** The moves in the body of a change, and how large that body may be. */
export const appliedMoves = z
  .array(AppliedMove)
  .max(MOST_MOVES)
  .describe('What the plan says for each visit');
export const maxMovesBytes = 256 * 1024;

export type NameOf = (patientId: string) => string | null;

/** A plan with the names of the patients, as far as they could be read. */
export function plannedJson(
  plan: { moves: PlannedMove__Output[]; method: string; placed: number; mostPlaceable: number },
  nameOf: NameOf,
) {
  const { placed, mostPlaceable } = plan;
  const moves = plan.moves.map((move): z.input<typeof PlannedMove> => {
    const { appointmentId, version, patientId, targetDate, targetMet, unplacedReason } = move;
    return {
      appointmentId,
      version,
      patientId,
      patientName: nameOf(patientId),
      from: slotJson(present(move.from, 'move.from')),
      to: move.to && slotJson(move.to),
      urgency: urgencies.toWord(move.urgency),
      targetDate,
      targetMet,
      unplacedReason,
    };
  });
  return { moves, method: planMethods.toWord(plan.method), placed, mostPlaceable };
}

/** The contract's moves. */
export function movesMessage(moves: readonly z.output<typeof AppliedMove>[]): AppliedMoveMessage[] {
  return moves.map(({ appointmentId, version, toSlotId }) => ({
    appointmentId,
    expectedVersion: version,
    toSlotId: toSlotId ?? '',
  }));
}
