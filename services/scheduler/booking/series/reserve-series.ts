import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { SeriesServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SeriesService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { isStaff, refuseOtherPatient } from '../../care/access.ts';
import { recordAccess } from '../../care/access-log/record.ts';
import { urgencyFrom } from '../../engine/urgency.ts';
import { requestHash } from '../../history/request-hash.ts';
import { saidFields, saidOf } from '../../history/reservation.ts';
import { lockPatients } from '../../locks.ts';
import { id, operationKey, optionalId, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import type { Booking, Planned } from '../booking.ts';
import { explainConstraint } from '../constraints.ts';
import { findKnown } from '../find-known.ts';
import { countedFor } from '../limits.ts';
import { lockBookingFacts } from '../lock-booking-facts.ts';
import { accessNeeds, agreedIn, agreements } from '../need.ts';
import { planBooking } from '../plan-booking.ts';
import { readAgain, writeBookings } from '../write-bookings.ts';
import { naming } from './naming.ts';

const sql = {
  insert: statement(
    'insert-series',
    `insert into series(id, patient_id, every_weeks, created_at) values ($1, $2, $3, $4) on conflict do nothing returning id`,
  ),
  place: statement(
    'place-in-series',
    `update reservation r set series_id = $1, series_place = item.place
from unnest($2::uuid[], $3::int[]) as item(appointment_id, place)
where r.appointment_id = item.appointment_id`,
  ),
};

const schema = z.object({
  seriesId: id,
  patientId: id,
  everyWeeks: z.int().min(1).max(12),
  visits: z
    .array(z.object({ appointmentId: id, slotId: id }))
    .min(2)
    .max(12)
    .refine((visits) => new Set(visits.map(({ appointmentId }) => appointmentId)).size === visits.length, {
      error: 'must each have an appointment id of their own',
    })
    .refine((visits) => new Set(visits.map(({ slotId }) => slotId)).size === visits.length, {
      error: 'must each have a slot of their own',
    }),
  ...saidFields,
  urgency: z.string(),
  operationKey,
  accessNeeds,
  referralId: optionalId,
  ...agreements,
});
type Wanted = z.infer<typeof schema>;

/**
 * Books every visit of a series or none: each is version 1 of a reservation with its decision and its event, all in one
 * transaction and under one operation key. A referral is used for the first visit.
 *
 * Errors: those of Reserve, with details.place of the visit that was refused; invalid when the visits are not in order
 * of time or of one kind.
 */
export function reserveSeries(parts: Parts): RpcOf<SeriesServiceDefinition, 'ReserveSeries'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(message, context) {
      const wanted = parse(schema, message);
      const { patientId, referralId } = wanted;
      await refuseOtherPatient(parts.pool, context, patientId, 'visit-reason', parts.clock(), referralId);
      const bookings = toBookings(wanted, context);
      try {
        const reservations = await transaction(parts.pool, (tx) => reserveAll(tx, parts, wanted, bookings), {
          deadline: context.deadline,
          attempts: 3,
        });
        parts.measures.bookings.inc({ operation: 'reserve-series', outcome: 'done' });
        parts.relay.wake();
        return { reservations };
      } catch (error) {
        const explained = explainConstraint(error);
        const outcome = explained instanceof ServiceError ? explained.kind : 'internal';
        parts.measures.bookings.inc({ operation: 'reserve-series', outcome });
        throw explained;
      }
    },
  };
}

function toBookings(wanted: Wanted, context: Booking['context']): Booking[] {
  const { operationKey: key, visits, referralId, ...others } = wanted;
  // What is not given is left out, so that the hash of a request does not change when fields are added.
  const rest = { ...others, ...(referralId === null ? {} : { referralId }) };
  const staff = isStaff(context);
  const said = urgencyFrom(wanted.urgency) ?? 'routine';
  const hash = requestHash('reserve-series', { ...rest, visits });
  return visits.map(({ appointmentId, slotId }, index) => ({
    appointmentId,
    slotId,
    patientId: wanted.patientId,
    said: saidOf(wanted),
    needs: wanted.accessNeeds,
    referralId: index === 0 ? referralId : null,
    wish: null,
    saidUrgency: said,
    urgency: staff ? said : 'routine',
    isStaff: staff,
    operationKey: key,
    hash,
    request: { ...rest, place: index + 1, slotId },
    series: { id: wanted.seriesId, place: index + 1 },
    isOfReferral: referralId !== null,
    agreed: agreedIn(wanted),
    sinceMs: Date.now(),
    context,
  }));
}

async function reserveAll(
  tx: Transaction,
  parts: Parts,
  wanted: Wanted,
  bookings: readonly Booking[],
): Promise<Reservation[]> {
  await lockPatients(tx, [wanted.patientId]);
  const known = await findKnown(tx, bookings, parts.clock());
  if (known.size > 0) {
    const reservations = bookings.map((booking) => answered(known.get(booking.appointmentId)));
    const [first] = bookings;
    if (first === undefined) throw new Error('a series has no visits');
    await recordAccess(tx, first.context, [first.patientId], readAgain(first), parts.clock());
    return reservations;
  }
  const now = parts.clock();
  const facts = { ...(await lockBookingFacts(tx, bookings, now)), ...(await countedFor(tx, bookings, now)) };
  const plans: Planned[] = [];
  for (const [index, booking] of bookings.entries()) {
    const named = { field: `visits.${index}.slotId`, beside: plans[0]?.slot };
    plans.push(await naming(index + 1, async () => planBooking(booking, booking.slotId ?? '', facts, named)));
  }
  refuseMixed(plans);
  const inserted = await query(tx, sql.insert, [
    wanted.seriesId,
    wanted.patientId,
    wanted.everyWeeks,
    facts.now,
  ]);
  if (inserted.length !== 1) throw new ServiceError('conflict', 'There is a series with this id already.');
  const written = await writeBookings(tx, plans, facts.now);
  await query(tx, sql.place, [
    wanted.seriesId,
    bookings.map(({ appointmentId }) => appointmentId),
    bookings.map((_, index) => index + 1),
  ]);
  return bookings.map(({ appointmentId }) => answered({ result: written.get(appointmentId) }));
}

function answered(outcome: { result?: Reservation | undefined; error?: unknown } | undefined): Reservation {
  if (outcome?.result !== undefined) return outcome.result;
  throw (
    outcome?.error ?? new ServiceError('conflict', 'Some of these appointments exist already, others do not.')
  );
}

function refuseMixed(plans: readonly Planned[]): void {
  const [first] = plans;
  let before = 0;
  for (const [index, { slot }] of plans.entries()) {
    const isInOrder = slot.start_at.getTime() > before;
    before = slot.start_at.getTime();
    if (isInOrder && slot.visit_type_id === first?.slot.visit_type_id) continue;
    throw new ServiceError('invalid', 'Some fields are not right.', {
      fields: [
        { field: `visits.${index}.slotId`, message: 'must be later than the one before, of the same kind' },
      ],
    });
  }
}
