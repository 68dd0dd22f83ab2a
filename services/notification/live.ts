import type { Redis } from 'ioredis';
import type { Measures } from './measures.ts';

/** What an open page is told: that something changed, not what. It fetches the rest itself. */
export type LiveUpdate = { type: 'appointment' | 'record'; id: string; version: number };

/**
 * Tells the open pages of these people. Best effort: pages poll while updates are not coming, so a Redis that is
 * down is counted and otherwise ignored. Never rejects.
 */
export async function publishLive(
  redis: Pick<Redis, 'publish'>,
  personIds: readonly string[],
  update: LiveUpdate,
  measures: Pick<Measures, 'live'>,
): Promise<void> {
  const message = JSON.stringify(update);
  await Promise.all(
    [...new Set(personIds)].map(async (personId) => {
      try {
        await redis.publish(`live:${personId}`, message);
        measures.live.inc({ outcome: 'published' });
      } catch {
        // The connection logs its own outages.
        measures.live.inc({ outcome: 'lost' });
      }
    }),
  );
}
