import type { Peers } from '@healthbooker/edge/peers';
import { type CallContext, forward, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Followed } from '@healthbooker/runtime/live-route';
import { z } from 'zod';

const describe = 'Somebody the caller acts for; the caller, if left out';

/** In the query of whatever may be about somebody the caller acts for. */
export const patientQuery = { patientId: z.guid().optional().describe(describe) };

/** In the body of what may be done for somebody. */
export const patientField = { patientId: z.guid().exactOptional().describe(describe) };

/** Whom a request is about. Whether the caller may act for them is for the services to say. */
export function patientOf(asked: { patientId?: string | undefined }, context: CallContext): string {
  return asked.patientId ?? personOf(context).personId;
}

const liveQuery = z.strictObject(patientQuery);

/** Live updates about somebody the caller acts for, while they do so. */
export function followPatient({ proxies }: Peers): Followed<typeof liveQuery> {
  return {
    query: liveQuery,
    async find(query, context) {
      const patientId = patientOf(query, context);
      if (patientId === personOf(context).personId) return patientId;
      const outgoing = forward({ ...context, deadline: Date.now() + 3000 }, { idempotent: true });
      const { allowed } = await proxies.call('MayActFor', { patientId }, outgoing);
      if (!allowed) throw new ServiceError('not-found', 'There is no such person.');
      return patientId;
    },
  };
}

/**
 * Names of people whom the caller acts for or who act for them, by id; nobody else's can be had. Empty while they
 * cannot be read: a list without names is still of use.
 */
export async function namesOf(
  { appointment }: Pick<Peers, 'appointment'>,
  personIds: readonly string[],
  context: CallContext,
): Promise<ReadonlyMap<string, string>> {
  const people = await linkedPeople({ appointment }, personIds, context);
  return new Map([...people].map(([personId, { name }]) => [personId, name]));
}

/** The same with birth dates, which one learns of those one acts for. */
export async function linkedPeople(
  { appointment }: Pick<Peers, 'appointment'>,
  personIds: readonly string[],
  context: CallContext,
): Promise<ReadonlyMap<string, { name: string; birthDate: string }>> {
  if (personIds.length === 0) return new Map();
  try {
    const asked = { personIds: [...new Set(personIds)] };
    const { people } = await appointment.call('ListProfiles', asked, forward(context, { idempotent: true }));
    return new Map(people.map(({ personId, name, birthDate }) => [personId, { name, birthDate }]));
  } catch (err) {
    const isDown = err instanceof ServiceError && (err.kind === 'unavailable' || err.kind === 'deadline');
    if (!isDown) throw err;
    context.log.warn({ err }, 'names cannot be read');
    return new Map();
  }
}
