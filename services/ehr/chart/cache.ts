import type { Logger } from '@healthbooker/runtime/log';
import type { Metrics } from '@healthbooker/runtime/metrics';
import { openRedis } from '@healthbooker/runtime/redis';
import type { Audience } from './entry.ts';
import type { Page } from './read-page.ts';

/** Seconds a page nobody asks for stays in Redis. */
const lifetime_s = 300;
/** A longer page is read from the database each time. */
const max_octets = 2 * 1024 * 1024;

/** The first page of which chart: a write raises the version, so an old page is never asked for again. */
export type CacheKey = { patientId: string; audience: Audience; chartVersion: number };

export type ChartCache = {
  get(key: CacheKey): Promise<Page | undefined>;
  put(key: CacheKey, page: Page): Promise<void>;
  /** Drops the pages of a version that a write has just replaced. */
  drop(patientId: string, chartVersion: number): Promise<void>;
  close(): void;
};

type Counter = { inc(labels: { outcome: 'hit' | 'miss' | 'failed' }): void };

/**
 * First pages of charts in Redis, one for each chart and audience, only for speed: while Redis cannot be reached every
 * call answers at once as if nothing were cached.
 */
export function createChartCache(
  url: string,
  lookups: Counter,
  log: Logger,
  metrics: Pick<Metrics, 'outboundCalls'>,
): ChartCache {
  const redis = openRedis(url, log, metrics);

  async function attempt<T>(command: () => Promise<T>): Promise<T | undefined> {
    try {
      return await command();
    } catch (err) {
      lookups.inc({ outcome: 'failed' });
      log.debug({ err }, 'the chart cache did not answer');
      return undefined;
    }
  }

  return {
    async get(key) {
      // A value that cannot be parsed counts as not cached, so that it does not make a chart unreadable.
      const stored = await attempt(async (): Promise<Page | null> => {
        const text = await redis.get(name(key));
        return text === null ? null : JSON.parse(text);
      });
      if (stored === undefined) return undefined;
      lookups.inc({ outcome: stored === null ? 'miss' : 'hit' });
      return stored ?? undefined;
    },
    async put(key, page) {
      const text = JSON.stringify(page);
      if (Buffer.byteLength(text) > max_octets) return;
      await attempt(() => redis.set(name(key), text, 'EX', lifetime_s));
    },
    async drop(patientId, chartVersion) {
      const keys = (['patient', 'provider'] as const).map((audience) =>
        name({ patientId, audience, chartVersion }),
      );
      await attempt(() => redis.del(...keys));
    },
    close: () => redis.disconnect(),
  };
}

function name({ patientId, audience, chartVersion }: CacheKey): string {
  return `chart-page:${patientId}:${audience}:${chartVersion}`;
}
