import { z } from 'zod';
import type { Leave__Output } from '../gen/healthbooker/scheduler/v1/Leave.ts';
import type { LeaveVisit__Output } from '../gen/healthbooker/scheduler/v1/LeaveVisit.ts';
import type { PlanLeaveResponse__Output } from '../gen/healthbooker/scheduler/v1/PlanLeaveResponse.ts';
import { visitStatuses } from './appointment.ts';
import { LocalTime } from './availability.ts';
import { Instant, Slot, slotJson, urgencies } from './slot.ts';
import { present, words } from './words.ts';

/** Dates and times in the zone in which the provider works. */
export const LeavePeriod = z
  .strictObject({
    firstDate: z.iso.date(),
    lastDate: z.iso.date().describe('Included'),
    fromTime: LocalTime.nullable().describe('On the first date; null: from its beginning'),
    toTime: LocalTime.nullable().describe('On the last date; null: to its end'),
  })
  .meta({ id: 'LeavePeriod' });

const planMethods = words({
  PLAN_METHOD_OPTIMAL: 'optimal',
  PLAN_METHOD_BEST_FOUND: 'best-found',
  PLAN_METHOD_GREEDY: 'greedy',
});

export const leaveVisitStates = words({
  LEAVE_VISIT_STATE_PROPOSED: 'proposed',
  LEAVE_VISIT_STATE_KEPT: 'kept',
  LEAVE_VISIT_STATE_REFUSED: 'refused',
  LEAVE_VISIT_STATE_UNPLACED: 'unplaced',
  LEAVE_VISIT_STATE_SETTLED: 'settled',
});

const patient = {
  patientId: z.string(),
  patientName: z.string().nullable().describe('Null while names cannot be read'),
};

const PlannedMove = z
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

export const LeavePlan = z
  .strictObject({
    fromAt: Instant,
    toAt: Instant,
    timeZone: z.string(),
    moves: z.array(PlannedMove).describe('In order of time'),
    slotsClosed: z.int32().describe('Free times that close'),
    method: planMethods.schema,
  })
  .meta({ id: 'LeavePlan', description: 'What a leave would do; nothing is saved' });

/** What of a plan is applied to one visit. */
export const AppliedMove = z
  .strictObject({
    appointmentId: z.guid(),
    version: z.int32().min(1),
    toSlotId: z.guid().nullable().describe('Null: to the worklist'),
  })
  .meta({ id: 'AppliedMove' });

export const Leave = z
  .strictObject({
    id: z.string(),
    version: z.int32(),
    providerId: z.string(),
    providerName: z.string(),
    fromAt: Instant,
    toAt: Instant,
    timeZone: z.string(),
    note: z.string(),
    createdAt: Instant,
    endedAt: Instant.nullable().describe('When it was called off'),
    visits: z.strictObject({
      awaitingAnswer: z.int32(),
      kept: z.int32(),
      refused: z.int32(),
      unplaced: z.int32(),
      settled: z.int32(),
    }),
  })
  .meta({ id: 'Leave' });

export const LeaveVisit = z
  .strictObject({
    leaveId: z.string(),
    appointmentId: z.string(),
    version: z.int32(),
    ...patient,
    state: leaveVisitStates.schema,
    status: visitStatuses.schema,
    from: Slot.describe('When the provider is away'),
    to: Slot.nullable().describe('The time it was moved to'),
    urgency: urgencies.schema,
    targetDate: z.string(),
    changedAt: Instant,
    isUnreached: z.boolean().describe('It was moved and no message reaches the patient: call them'),
  })
  .meta({ id: 'LeaveVisit', description: 'What became of a visit that a leave met' });

type NameOf = (patientId: string) => string | null;

export function planJson(plan: PlanLeaveResponse__Output, nameOf: NameOf): z.input<typeof LeavePlan> {
  const { fromAt, toAt, timeZone, slotsClosed } = plan;
  const moves = plan.moves.map((move) => {
    const { appointmentId, version, patientId, targetDate, targetMet, unplacedReason } = move;
    return {
      ...{ appointmentId, version, patientId, patientName: nameOf(patientId) },
      from: slotJson(present(move.from, 'move.from')),
      to: move.to && slotJson(move.to),
      urgency: urgencies.toWord(move.urgency),
      ...{ targetDate, targetMet, unplacedReason },
    };
  });
  return { fromAt, toAt, timeZone, moves, slotsClosed, method: planMethods.toWord(plan.method) };
}

export function leaveJson(leave: Leave__Output): z.input<typeof Leave> {
  const { id, version, providerId, providerName, fromAt, toAt, timeZone, note, createdAt, endedAt } = leave;
  const { awaitingAnswer, kept, refused, unplaced, settled } = leave;
  return {
    ...{ id, version, providerId, providerName, fromAt, toAt, timeZone, note, createdAt },
    endedAt: endedAt || null,
    visits: { awaitingAnswer, kept, refused, unplaced, settled },
  };
}

export function leaveVisitJson(visit: LeaveVisit__Output, nameOf: NameOf): z.input<typeof LeaveVisit> {
  const { leaveId, appointmentId, version, patientId, targetDate, changedAt } = visit;
  return {
    ...{ leaveId, appointmentId, version, patientId, patientName: nameOf(patientId) },
    state: leaveVisitStates.toWord(visit.state),
    status: visitStatuses.toWord(visit.status),
    from: slotJson(present(visit.from, 'visit.from')),
    to: visit.to && slotJson(visit.to),
    urgency: urgencies.toWord(visit.urgency),
    ...{ targetDate, changedAt },
    isUnreached: visit.isUnreached,
  };
}

/** How far the rule, one patient after the other, was from the best for all who booked on one day. */
export const OptimalityDay = z
  .strictObject({
    date: z.iso.date(),
    visits: z.int32().describe('Visits booked on that day, at most 100 of them looked at'),
    slots: z.int32().describe('Times that they could have had'),
    greedyCost: z.number().describe('Days waited, and much more for each missed target'),
    optimalCost: z.number(),
    greedyTargetsMissed: z.int32(),
    optimalTargetsMissed: z.int32(),
    isProven: z.boolean().describe('False when the time ended before the best was certain'),
  })
  .meta({ id: 'OptimalityDay' });
