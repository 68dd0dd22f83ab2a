import type { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { Logger } from './log.ts';

export type RateVerdict = {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Milliseconds until the window ends. */
  readonly resetMs: number;
};

export type RateLimiter = {
  /** Names the policy in the RateLimit headers. */
  readonly name: string;
  readonly limit: number;
  /** Counts one request of `key`. Decides at once, from memory. */
  take(key: string): RateVerdict;
  close(): void;
};

export type RateLimiterOptions = {
  name: string;
  limitPerMinute: number;
  /** Where processes add their counts together. Without it, or while it is down, each process counts alone. */
  redis?: Redis | undefined;
  log: Logger;
  now?: () => number;
};

type Count = { shared: number; pending: number; endsAt: number };

const windowMs = 60_000;
const shareEveryMs = 100;
const maxKeys = 50_000;

/**
 * Limits requests per key and minute. Counting happens in memory; once a process has seen a tenth of the limit from
 * a key, it adds its count to the shared one in Redis every 100 ms and takes over the sum. An ordinary caller thus
 * costs no Redis call, nobody waits for one, and n processes together let through at most limit × (1 + n / 10),
 * plus what arrives in 100 ms.
 */
export function createRateLimiter(options: RateLimiterOptions): RateLimiter {
  const { name, limitPerMinute: limit, redis, log, now = Date.now } = options;
  const counts = new Map<string, Count>();
  const dirty = new Set<string>();
  const shareFrom = Math.ceil(limit / 10);
  const store = redis
    ? new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: `rate:${name}`,
        points: limit,
        duration: windowMs / 1000,
        rejectIfRedisNotReady: true,
      })
    : undefined;
  let timer: NodeJS.Timeout | undefined;

  const share = async (key: string): Promise<void> => {
    const count = counts.get(key);
    if (!store || !count || count.pending === 0) return;
    const sent = count.pending;
    count.pending = 0;
    count.shared += sent;
    try {
      const result = await store.penalty(key, sent);
      // Never less than our own count: the shared one may have begun later.
      count.shared = Math.max(count.shared, result.consumedPoints);
      count.endsAt = now() + result.msBeforeNext;
    } catch (err) {
      log.debug({ err, limiter: name }, 'counting alone: the shared count cannot be reached');
    }
  };

  const shareAll = () => {
    timer = undefined;
    const keys = [...dirty];
    dirty.clear();
    void Promise.all(keys.map(share));
  };

  const open = (key: string, at: number): Count => {
    // A Map keeps insertion order, so the first key is the oldest window.
    if (counts.size >= maxKeys) {
      const oldest = counts.keys().next();
      if (!oldest.done) counts.delete(oldest.value);
    }
    const count = { shared: 0, pending: 0, endsAt: at + windowMs };
    counts.delete(key);
    counts.set(key, count);
    return count;
  };

  return {
    name,
    limit,
    take: (key) => {
      const at = now();
      let count = counts.get(key);
      if (!count || count.endsAt <= at) count = open(key, at);
      const used = count.shared + count.pending;
      if (used >= limit) return { allowed: false, remaining: 0, resetMs: count.endsAt - at };
      count.pending += 1;
      if (store && used + 1 >= shareFrom) {
        dirty.add(key);
        timer ??= setTimeout(shareAll, shareEveryMs).unref();
      }
      return { allowed: true, remaining: limit - used - 1, resetMs: count.endsAt - at };
    },
    close: () => clearTimeout(timer),
  };
}

/** The RateLimit header fields of draft-ietf-httpapi-ratelimit-headers-10. */
export function rateLimitHeaders(limiter: RateLimiter, verdict: RateVerdict): [string, string][] {
  const seconds = Math.max(1, Math.ceil(verdict.resetMs / 1000));
  return [
    ['RateLimit-Policy', `"${limiter.name}";q=${limiter.limit};w=${windowMs / 1000}`],
    ['RateLimit', `"${limiter.name}";r=${verdict.remaining};t=${seconds}`],
  ];
}
