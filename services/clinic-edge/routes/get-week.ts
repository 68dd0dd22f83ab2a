import type { Peers } from '@healthbooker/edge/peers';
import { namesOf } from '@healthbooker/edge/people';
import { Week, weekJson } from '@healthbooker/protos/json/week';
import { type CallContext, forward, isInGroup, personOf } from '@healthbooker/runtime/context';
import { calendarDate } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { office } from '../callers.ts';
import { dayBounds } from '../day.ts';

const NamedWeek = z.strictObject({
  week: Week,
  patients: z
    .record(z.string(), z.string())
    .describe('Names of those who are booked, by the id of their time, as far as the caller sees visits'),
});

/** A provider's week. Callers who may see the provider's visits also get the patients' names. */
export function getWeek(peers: Peers): Route {
  const { availability } = peers;
  return route({
    method: 'GET',
    path: '/clinic/v1/week',
    callers: office,
    summary: 'Seven days of a provider: sessions, times with their state, leave and closures',
    query: z.strictObject({
      providerId: z.guid().optional().describe('The caller, if left out; others have to name somebody'),
      from: calendarDate.optional().describe('The first of the seven days; this Monday, if left out'),
    }),
    responses: { 200: NamedWeek },
    problems: [404],
    async handle({ query, context }) {
      const isProvider = isInGroup(context.caller, 'Providers');
      const providerId = query.providerId ?? (isProvider ? personOf(context).personId : undefined);
      if (providerId === undefined) {
        throw new ServiceError('invalid', 'Say whose week.', {
          fields: [{ field: 'providerId', message: 'is required' }],
        });
      }
      const reply = await availability.call(
        'ListProviderWeek',
        { providerId, firstDate: query.from ?? '' },
        forward(context, { idempotent: true }),
      );
      const week = weekJson(reply);
      const seesVisits = isProvider || isInGroup(context.caller, 'Receptionists');
      const patients = seesVisits ? await patientsIfSeen(peers, week, context) : {};
      return { status: 200, body: { week, patients } };
    },
  });
}

/** Empty when the caller may not see the visits. An admin who treats patients sees those of their own team. */
async function patientsIfSeen(
  peers: Peers,
  week: z.input<typeof Week>,
  context: CallContext,
): Promise<Record<string, string>> {
  try {
    return await patientsOf(peers, week, context);
  } catch (err) {
    if (err instanceof ServiceError && err.kind === 'not-found') return {};
    throw err;
  }
}

async function patientsOf(
  { scheduler, appointment }: Peers,
  week: z.input<typeof Week>,
  context: CallContext,
): Promise<Record<string, string>> {
  const last = new Date(Date.parse(week.firstDate) + 6 * 86_400_000).toISOString().slice(0, 10);
  const { reservations } = await scheduler.call(
    'ListProviderDay',
    {
      providerId: week.providerId,
      fromAt: dayBounds(week.firstDate, week.timeZone).fromAt,
      toAt: dayBounds(last, week.timeZone).toAt,
    },
    forward(context, { idempotent: true }),
  );
  const booked = reservations.filter(({ status }) => status !== 'VISIT_STATUS_CANCELLED');
  const ids = booked.map(({ patientId }) => patientId);
  const nameOf = await namesOf(appointment, ids, context);
  return Object.fromEntries(
    booked.flatMap(({ slot, patientId }) => {
      const name = nameOf(patientId);
      return slot && name !== null ? [[slot.id, name]] : [];
    }),
  );
}
