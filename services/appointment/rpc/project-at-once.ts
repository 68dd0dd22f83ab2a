import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { CallContext } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Parts } from '../parts.ts';
import { projectAppointment } from '../tables/project-appointment.ts';

/** A person waits for this; the version's event will bring what did not get through in time. */
const at_most_ms = 300;

/**
 * Puts the version that the scheduler has just committed into the table, so that the next page shows it. The
 * change is done already: a table that cannot be reached is logged and counted, and the reply goes out as it is.
 * The caller going away does not stop it.
 */
export async function projectAtOnce(
  { store, measures, readBack }: Parts,
  reservation: Reservation__Output | null,
  context: CallContext,
): Promise<Reservation__Output> {
  if (reservation === null)
    throw new ServiceError('internal', 'the scheduler answered without a reservation');
  try {
    const outcome = await projectAppointment(store, reservation, { ms: at_most_ms });
    measures.projections.inc({ source: 'request', outcome });
  } catch (err) {
    measures.projections.inc({ source: 'request', outcome: 'failed' });
    context.log.warn({ err, appointmentId: reservation.appointmentId }, 'not in the table yet');
  }
  readBack.check(reservation);
  return reservation;
}
