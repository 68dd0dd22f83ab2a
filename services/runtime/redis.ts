import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from './log.ts';
import { callsTo, type Metrics } from './metrics.ts';

type Counting = Pick<Metrics, 'outboundCalls'>;

/** Counts the commands it sends, also those that travel together. */
class CountedRedis extends Redis {
  #calls: { inc(): void };

  constructor(url: string, options: RedisOptions, metrics: Counting) {
    super(url, options);
    this.#calls = callsTo('redis', metrics);
  }

  override sendCommand(...sent: Parameters<Redis['sendCommand']>): unknown {
    this.#calls.inc();
    return super.sendCommand(...sent);
  }
}

/**
 * A connection for commands that may fail: Redis only makes things faster, so nothing waits for it. A command
 * fails at once while there is no connection and after 250 ms otherwise; reconnecting goes on for ever.
 */
export function openRedis(url: string, log: Logger, metrics: Counting): Redis {
  return connect(url, log, metrics, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 250,
  });
}

/** A connection for subscriptions, which are renewed whenever it comes back. */
export function openSubscriber(url: string, log: Logger, metrics: Counting): Redis {
  return connect(url, log, metrics, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: null,
    autoResubscribe: true,
  });
}

function connect(url: string, log: Logger, metrics: Counting, options: RedisOptions): Redis {
  const always = {
    connectTimeout: 1000,
    enableAutoPipelining: true,
    retryStrategy: (attempt: number) => Math.min(100 * 2 ** Math.min(attempt, 5), 2000),
  };
  const redis = new CountedRedis(url, { ...always, ...options }, metrics);
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
