import type { Entry } from '@healthbooker/protos/gen/healthbooker/ehr/v1/Entry';
import type { Logger } from '@healthbooker/runtime/log';
import type { Metrics } from '@healthbooker/runtime/metrics';
import { openRedis } from '@healthbooker/runtime/redis';

/** Seconds a chart nobody asks for stays in Redis. */
const lifetime_s = 300;

/** Which rendering of which chart: a write raises the version, so an old rendering is never asked for again. */
export type CacheKey = { patientId: string; audience: 'patient' | 'provider'; chartVersion: number };

export type ChartCache = {
  get(key: CacheKey): Promise<Entry[] | undefined>;
  put(key: CacheKey, entries: readonly Entry[]): Promise<void>;
  /** Drops the renderings of a version that a write has just replaced. */
  drop(patientId: string, chartVersion: number): Promise<void>;
  close(): void;
};

type Counter = { inc(labels: { outcome: 'hit' | 'miss' | 'failed' }): void };

/**
 * Rendered charts in Redis, an accelerator only: while Redis cannot be reached every call answers at once as if
 * nothing were stored.
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
      // What cannot be parsed counts as no answer, so that it makes no chart unreadable.
      const stored = await attempt(async (): Promise<Entry[] | null> => {
        const text = await redis.get(name(key));
        return text === null ? null : JSON.parse(text);
      });
      if (stored === undefined) return undefined;
      lookups.inc({ outcome: stored === null ? 'miss' : 'hit' });
      return stored ?? undefined;
    },
    async put(key, entries) {
      await attempt(() => redis.set(name(key), JSON.stringify(entries), 'EX', lifetime_s));
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
  return `chart:${patientId}:${audience}:${chartVersion}`;
}
