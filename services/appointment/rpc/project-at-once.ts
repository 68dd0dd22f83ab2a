import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { type CallContext, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Parts } from '../parts.ts';
import { findAppointment } from '../tables/find-appointment.ts';
import { projectAppointment } from '../tables/project-appointment.ts';

/** A person waits for this; what is not stored in time is stored by the version's event. */
const at_most_ms = 300;

/**
 * Puts the version that the scheduler has just committed into the table, so that the next page shows it. The
 * change is done already: when the table cannot be reached, that is logged and counted, and the reply is the same. It is
 * stored even when the caller has disconnected.
 */
export async function projectAtOnce(
  { store, measures, readBack }: Parts,
  reservation: Reservation__Output | null,
  context: CallContext,
): Promise<Reservation__Output> {
  if (reservation === null)
    throw new ServiceError('internal', 'the scheduler answered without a reservation');
  try {
    const whole = await withReferral(store, reservation, context);
    const outcome =
      whole === undefined ? 'left-to-event' : await projectAppointment(store, whole, { ms: at_most_ms });
    measures.projections.inc({ source: 'request', outcome });
  } catch (err) {
    measures.projections.inc({ source: 'request', outcome: 'failed' });
    context.log.warn(
      { err, appointmentId: reservation.appointmentId },
      'a change could not be stored in the table at once: its event stores it',
    );
  }
  readBack.check(reservation);
  return reservation;
}

/**
 * The reservation with its referral, which never changes. A person who acts for the patient may get a reservation without
 * it; the table must not lose it by that, so it is read from the table. Undefined when the table does not have the visit
 * yet: the version's event has the referral.
 */
async function withReferral(
  store: Parts['store'],
  reservation: Reservation__Output,
  context: CallContext,
): Promise<Reservation__Output | undefined> {
  const { patientId, appointmentId, referralId, version } = reservation;
  const isWhole = patientId === personOf(context).personId || referralId !== '' || version === 1;
  if (isWhole) return reservation;
  const stored = await findAppointment(store, patientId, appointmentId, AbortSignal.timeout(at_most_ms));
  return stored && { ...reservation, referralId: stored.referralId };
}
