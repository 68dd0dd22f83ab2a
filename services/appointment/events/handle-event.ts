import { readEntryHeadline, readReservationVersion } from '@healthbooker/protos/gen/readers';
import type { Envelope } from '@healthbooker/runtime/envelope';
import type { Parts } from '../parts.ts';
import { projectAppointment } from '../tables/project-appointment.ts';
import { putHeadline } from '../tables/record-headline.ts';

/**
 * Stores one event in the table; copies and older versions change nothing. Throws for data that is no such event, which
 * then goes to the dead-letter queue, and 'unavailable' while the table is down.
 */
export async function handleEvent({ store, measures }: Parts, event: Envelope): Promise<void> {
  if (event.type === 'appointment.changed') {
    const outcome = await projectAppointment(store, readReservationVersion(event.data));
    measures.projections.inc({ source: 'event', outcome });
  } else if (event.type === 'record.added') {
    await putHeadline(store, readEntryHeadline(event.data));
  }
}
