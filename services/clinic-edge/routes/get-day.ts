import type { Peers } from '@healthbooker/edge/peers';
import { listPeople } from '@healthbooker/edge/people';
import { Appointment, appointmentJson } from '@healthbooker/protos/json/appointment';
import { isCut } from '@healthbooker/protos/json/page';
import { PersonSummary } from '@healthbooker/protos/json/profile';
import { Instant } from '@healthbooker/protos/json/slot';
import { forward, isInGroup, personOf } from '@healthbooker/runtime/context';
import { calendarDate } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { dayBounds, noSuchProvider, today } from '../day.ts';

const Day = z.strictObject({
  date: calendarDate,
  timeZone: z.string(),
  updatedAt: Instant,
  visits: z.array(
    z.strictObject({
      appointment: Appointment,
      patient: PersonSummary.nullable().describe('Null while names cannot be read'),
    }),
  ),
  isCut,
});

/**
 * One provider's day as it stands in the scheduler. Reasons are part of the chart, so reception gets none. The
 * scheduler decides whose day a provider may see.
 */
export function getDay({ scheduler, appointment, directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/day',
    callers: ['Providers', 'Receptionists'],
    summary: 'One provider’s visits of one date, in the zone of the provider’s first location',
    query: z.strictObject({
      date: calendarDate.optional().describe('Today, if left out'),
      providerId: z.guid().optional().describe('The caller, if left out; reception has to name somebody'),
    }),
    responses: { 200: Day },
    problems: [404],
    async handle({ query, context }) {
      const isProvider = isInGroup(context.caller, 'Providers');
      const providerId = query.providerId ?? (isProvider ? personOf(context).personId : undefined);
      if (providerId === undefined) {
        throw new ServiceError('invalid', 'Say whose day.', {
          fields: [{ field: 'providerId', message: 'is required' }],
        });
      }
      const { providers, locations } = await directory.get(context);
      const provider = providers.get(providerId);
      if (provider === undefined) throw noSuchProvider();
      // A provider who has had no session yet works nowhere.
      const timeZone = locations.get(provider.locationIds[0] ?? '')?.timeZone ?? 'UTC';

      const date = query.date ?? today(timeZone, new Date());
      const { reservations, isCut: isDayCut } = await scheduler.call(
        'ListProviderDay',
        { providerId, ...dayBounds(date, timeZone) },
        forward(context, { idempotent: true }),
      );
      const updatedAt = new Date().toISOString();
      const ids = reservations.map(({ patientId }) => patientId);
      const people = await listPeople(appointment, ids, context);
      const visits = reservations.map((reservation) => ({
        appointment: appointmentJson(isProvider ? reservation : { ...reservation, reason: '' }),
        patient: people.get(reservation.patientId) ?? null,
      }));
      return { status: 200, body: { date, timeZone, updatedAt, visits, isCut: isDayCut } };
    },
  });
}
