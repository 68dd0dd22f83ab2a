import type { NotificationServiceDefinition } from '@healthbooker/protos/gen/healthbooker/notification/v1/NotificationService';
import { forward } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { type Mailbox, renderCalendar } from '../calendar.ts';
import { calendarVisit } from '../compose.ts';
import type { Peers } from '../peers.ts';

const longest_id = 128;

/**
 * One appointment of the calling patient as iCalendar. The scheduler is asked with the patient's own token, so
 * somebody else's appointment is `not-found` there.
 */
export function createGetCalendar(
  peers: Peers,
  organizer: Mailbox,
  publicUrl: string,
): RpcOf<NotificationServiceDefinition, 'GetCalendar'> {
  return {
    callers: ['Patients'],
    async handle({ appointmentId }, context) {
      if (appointmentId === '' || appointmentId.length > longest_id) {
        const fields = [{ field: 'appointmentId', message: 'must name an appointment' }];
        throw new ServiceError('invalid', 'The request is not valid.', { fields });
      }
      const as = forward(context, { idempotent: true });
      const reservation = await peers.getReservation(appointmentId, as);
      const location = await peers.getLocation(reservation.slot?.locationId ?? '', as);
      return { ics: renderCalendar(calendarVisit(reservation, location, publicUrl), organizer) };
    },
  };
}
