import { z } from 'zod';
import type { Disruption__Output } from '../gen/healthbooker/scheduler/v1/Disruption.ts';
import type { Leave__Output } from '../gen/healthbooker/scheduler/v1/Leave.ts';
import type { LeaveVisit__Output } from '../gen/healthbooker/scheduler/v1/LeaveVisit.ts';
import type { PlanLeaveResponse__Output } from '../gen/healthbooker/scheduler/v1/PlanLeaveResponse.ts';
import { visitStatuses } from './appointment.ts';
import { LocalTime } from './availability.ts';
import { type NameOf, patient, planned, plannedJson } from './moves.ts';
import { Instant, Slot, slotJson, urgencies } from './slot.ts';
import { enumWords, present } from './words.ts';

/** Dates and times in the zone in which the provider works. */
export const LeavePeriod = z
  .strictObject({
    firstDate: z.iso.date(),
    lastDate: z.iso.date().describe('Included'),
    fromTime: LocalTime.nullable().describe('On the first date; null: from its beginning'),
    toTime: LocalTime.nullable().describe('On the last date; null: to its end'),
  })
  .meta({ id: 'LeavePeriod' });

export const leaveVisitStates = enumWords({
  LEAVE_VISIT_STATE_PROPOSED: 'proposed',
  LEAVE_VISIT_STATE_KEPT: 'kept',
  LEAVE_VISIT_STATE_REFUSED: 'refused',
  LEAVE_VISIT_STATE_UNPLACED: 'unplaced',
  LEAVE_VISIT_STATE_SETTLED: 'settled',
});

export const LeavePlan = z
  .strictObject({
    fromAt: Instant,
    toAt: Instant,
    timeZone: z.string(),
    slotsClosed: z.int32().describe('Free times that close'),
    ...planned,
  })
  .meta({ id: 'LeavePlan', description: 'What a leave would do; nothing is saved' });

export const disruptionKinds = enumWords({
  DISRUPTION_KIND_LEAVE: 'leave',
  DISRUPTION_KIND_CLOSURE: 'closure',
  DISRUPTION_KIND_SESSION_ENDED: 'session-ended',
  DISRUPTION_KIND_SESSION_CHANGED: 'session-changed',
  DISRUPTION_KIND_RULES: 'rules',
});

const VisitCounts = z.strictObject({
  awaitingAnswer: z.int32(),
  kept: z.int32(),
  refused: z.int32(),
  unplaced: z.int32(),
  settled: z.int32(),
});

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
    visits: VisitCounts,
  })
  .meta({ id: 'Leave' });

export const Disruption = z
  .strictObject({
    id: z.string(),
    kind: disruptionKinds.schema,
    providerId: z.string().nullable().describe('Null where it is not of one provider'),
    providerName: z.string().nullable(),
    locationId: z.string().nullable().describe('Null where it is not of one place'),
    locationName: z.string().nullable(),
    firstDate: z.iso.date(),
    lastDate: z.iso.date().nullable().describe('Included; null until further notice'),
    note: z.string(),
    createdAt: Instant,
    visits: VisitCounts,
  })
  .meta({ id: 'Disruption', description: 'What the hospital did that hit booked visits' });

export const LeaveVisit = z
  .strictObject({
    leaveId: z.string().describe('Of the disruption: of the leave, closure or change of a session'),
    kind: disruptionKinds.schema,
    appointmentId: z.string(),
    version: z.int32(),
    ...patient,
    state: leaveVisitStates.schema,
    status: visitStatuses.schema,
    from: Slot.describe('The time that cannot be kept'),
    to: Slot.nullable().describe('The time it was moved to'),
    urgency: urgencies.schema,
    targetDate: z.string(),
    changedAt: Instant,
    isUnreached: z.boolean().describe('It was moved and no message reaches the patient: call them'),
  })
  .meta({ id: 'LeaveVisit', description: 'What became of a visit that a leave or another change hit' });

export function planJson(plan: PlanLeaveResponse__Output, nameOf: NameOf): z.input<typeof LeavePlan> {
  const { fromAt, toAt, timeZone, slotsClosed } = plan;
  return { fromAt, toAt, timeZone, slotsClosed, ...plannedJson(plan, nameOf) };
}

export function leaveJson(leave: Leave__Output): z.input<typeof Leave> {
  const { id, version, providerId, providerName, fromAt, toAt, timeZone, note, createdAt, endedAt } = leave;
  const { awaitingAnswer, kept, refused, unplaced, settled } = leave;
  return {
    id,
    version,
    providerId,
    providerName,
    fromAt,
    toAt,
    timeZone,
    note,
    createdAt,
    endedAt: endedAt || null,
    visits: { awaitingAnswer, kept, refused, unplaced, settled },
  };
}

export function disruptionJson(disruption: Disruption__Output): z.input<typeof Disruption> {
  const { id, providerId, providerName, locationId, locationName, firstDate, lastDate } = disruption;
  const { note, createdAt, awaitingAnswer, kept, refused, unplaced, settled } = disruption;
  return {
    id,
    kind: disruptionKinds.toWord(disruption.kind),
    providerId: providerId || null,
    providerName: providerName || null,
    locationId: locationId || null,
    locationName: locationName || null,
    firstDate,
    lastDate: lastDate || null,
    note,
    createdAt,
    visits: { awaitingAnswer, kept, refused, unplaced, settled },
  };
}

export function leaveVisitJson(visit: LeaveVisit__Output, nameOf: NameOf): z.input<typeof LeaveVisit> {
  const { leaveId, appointmentId, version, patientId, targetDate, changedAt } = visit;
  return {
    leaveId,
    appointmentId,
    version,
    patientId,
    patientName: nameOf(patientId),
    kind: disruptionKinds.toWord(visit.kind),
    state: leaveVisitStates.toWord(visit.state),
    status: visitStatuses.toWord(visit.status),
    from: slotJson(present(visit.from, 'visit.from')),
    to: visit.to && slotJson(visit.to),
    urgency: urgencies.toWord(visit.urgency),
    targetDate,
    changedAt,
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
