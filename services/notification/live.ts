import type { Redis } from 'ioredis';
import type { Measures } from './measures.ts';

/** What an open page is told: that something changed, not what. It fetches the rest itself. */
export type LiveUpdate = {
  type: 'appointment' | 'waitlist' | 'record' | 'delay' | 'proxy';
  id: string;
  version: number;
};

/** As long as an appointment can be ahead, and some more. */
const remembered_s = 100 * 86_400;

/**
 * Remembers the provider of an appointment and returns the one before, so that a visit that goes to another provider is
 * updated on the open pages of both. Undefined when it is the first time, or Redis is down. Never rejects.
 */
export async function formerProvider(
  redis: Pick<Redis, 'set'>,
  appointmentId: string,
  providerId: string,
): Promise<string | undefined> {
  try {
    const key = `live-provider:${appointmentId}`;
    return (await redis.set(key, providerId, 'EX', remembered_s, 'GET')) ?? undefined;
  } catch {
    // The update that follows is counted as lost.
    return undefined;
  }
}

/**
 * The people whose open pages are updated, in the patients' portal and in the clinic's. A person who is both has pages
 * in both.
 */
export type LiveReaders = { patients: readonly string[]; staff: readonly string[] };

/**
 * Tells the open pages of these people. Best effort: pages poll while updates are not coming, so a Redis that is
 * down is counted and otherwise ignored. Never rejects.
 */
export async function publishLive(
  redis: Pick<Redis, 'publish'>,
  { patients, staff }: LiveReaders,
  update: LiveUpdate,
  measures: Pick<Measures, 'live'>,
): Promise<void> {
  const message = JSON.stringify(update);
  const channels = [...patients.map((id) => `live:patient:${id}`), ...staff.map((id) => `live:staff:${id}`)];
  await Promise.all(
    [...new Set(channels)].map(async (channel) => {
      try {
        await redis.publish(channel, message);
        measures.live.inc({ outcome: 'published' });
      } catch {
        // The connection logs its own outages.
        measures.live.inc({ outcome: 'lost' });
      }
    }),
  );
}
