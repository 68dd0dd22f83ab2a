import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import { toTraceparent } from '@healthbooker/runtime/trace';
import { askedBy, isStaff } from '../care/access.ts';
import { type Access, accessColumns, ownOrProxy, readerOf } from '../care/access-log/record.ts';
import { newDecisionColumns, operationColumns } from '../history/decision-row.ts';
import { newReservationColumns, toKeptVersion } from '../history/reservation.ts';
import type { Booking, Planned } from './booking.ts';
import { mergeSlots } from './longer.ts';
import { actorOf } from './write-version.ts';

const insertBookings = loadSql(import.meta.url, './write-bookings.sql', {
  newReservationColumns,
  newDecisionColumns,
  operationColumns,
  accessColumns,
});

/**
 * Writes version 1 of each reservation with its decision, its event and who wrote it: all of them or, where a constraint
 * objects, none. Returns the reservations as they are answered, by appointment id.
 */
export async function writeBookings(
  tx: Transaction,
  plans: readonly Planned[],
  now: Date,
): Promise<Map<string, Reservation>> {
  const answers = new Map<string, Reservation>();
  if (plans.length === 0) return answers;
  await mergeSlots(
    tx,
    new Map(plans.flatMap(({ slot, nextId }) => (nextId === null ? [] : [[slot.id, nextId]]))),
  );
  const items = plans.map((plan) => {
    const { booking, slot, holdId, referralId, ruleVersion, seen } = plan;
    const { appointmentId, patientId, said, operationKey, hash, request, context } = booking;
    const event = toKeptVersion(versionOne(plan, now));
    answers.set(appointmentId, { ...event, reason: said.reason });
    return {
      appointment_id: appointmentId,
      patient_id: patientId,
      slot_id: slot.id,
      hold_id: holdId,
      details: detailsOf(plan),
      referral_id: referralId,
      op_key: operationKey,
      request_sha256: hash.toString('hex'),
      rule_version: ruleVersion,
      inputs: { actor: actorOf(context), askedBy: askedBy(context), request, seen },
      outcome: {
        change: 'booked',
        status: 'booked',
        startAt: rfc3339(slot.start_at),
        reservation: event,
      },
      traceparent: toTraceparent(context.trace),
      ...readerOf(context, rightToBook(booking)),
      what: wordsOf(booking),
      trace_id: context.trace.traceId,
    };
  });
  const taken = await query<{ id: string }>(tx, insertBookings, [JSON.stringify(items), now]);
  if (taken.length !== plans.length) throw new Error('a slot that was locked is not free any more');
  return answers;
}

/** By which right the caller books for the patient. */
function rightToBook({ context, patientId }: Booking): Access['why'] {
  const right = ownOrProxy(context, patientId);
  return right === 'proxy' && isStaff(context) ? 'office' : right;
}

/** How a booking is recorded: with or without the patient's reason. */
function wordsOf({ said }: Booking): 'visit' | 'visit-reason' {
  return said.reason === '' ? 'visit' : 'visit-reason';
}

/** The access that is recorded when a repeat is answered. */
export function readAgain(booking: Booking): Access {
  return { action: 'read', what: wordsOf(booking), why: rightToBook(booking) };
}

function detailsOf({ booking, urgency, needs }: Planned): Record<string, unknown> {
  const opens = urgency ?? booking.urgency;
  const recorded = urgency ?? booking.saidUrgency;
  return {
    ...booking.said,
    urgency: recorded,
    // What a patient merely claims opens nothing that is kept for more urgent needs, also when the visit moves.
    ...(opens === recorded ? {} : { opens }),
    // What staff book does not count against the patient's limits.
    ...(booking.isStaff ? { by_staff: true } : {}),
    ...(needs.length > 0 ? { needs } : {}),
  };
}

/** The reservation's first version, as `reservation_view` will show it. */
function versionOne({ booking, slot, urgency, needs, referralId }: Planned, now: Date) {
  return {
    ...slot,
    ...booking.said,
    appointment_id: booking.appointmentId,
    version: 1,
    patient_id: booking.patientId,
    status: 'booked' as const,
    sequence: 0,
    urgency: urgency ?? booking.saidUrgency,
    booked_at: now,
    changed_at: now,
    slot_id: slot.id,
    series_id: booking.series?.id ?? null,
    series_place: booking.series?.place ?? null,
    referral_id: referralId,
    late_min: 0,
    awaits_answer: false,
    standing: null,
    needs: [...needs],
  };
}
