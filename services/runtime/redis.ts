import { Redis } from 'ioredis';
import type { Logger } from './log.ts';

/**
 * A connection for commands that may fail: Redis only makes things faster, so nothing waits for it. A command
 * fails at once while there is no connection and after 250 ms otherwise; reconnecting goes on for ever.
 */
export function openRedis(url: string, log: Logger): Redis {
  return connect(url, log, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 250 });
}

/** A connection for subscriptions, which are renewed whenever it comes back. */
export function openSubscriber(url: string, log: Logger): Redis {
  return connect(url, log, { enableOfflineQueue: false, maxRetriesPerRequest: null, autoResubscribe: true });
}

function connect(url: string, log: Logger, options: object): Redis {
  const redis = new Redis(url, {
    connectTimeout: 1000,
    enableAutoPipelining: true,
    retryStrategy: (attempt: number) => Math.min(100 * 2 ** Math.min(attempt, 5), 2000),
    ...options,
  });
  let down = false;
  redis.on('error', (err) => {
    // One line per outage, not one per attempt.
    if (!down) log.warn({ err }, 'redis cannot be reached');
    down = true;
  });
  redis.on('ready', () => {
    if (down) log.info('redis is back');
    down = false;
  });
  return redis;
}
