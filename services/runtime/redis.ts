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
  const redis = connect(url, log, metrics, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: null,
    autoResubscribe: true,
  });
  // It only listens, so it must ask now and then to notice that the other side is gone.
  const asking = setInterval(() => {
    if (redis.status === 'ready') redis.ping().catch((err) => log.debug({ err }, 'redis did not answer'));
  }, ASK_EVERY_MS);
  asking.unref();
  redis.once('end', () => clearInterval(asking));
  return redis;
}

/**
 * Answers of a node that does not take writes: it was demoted by a failover, is loading its data, or is cut off from
 * its primary or replicas. By then the primary's name leads to another node, so it is looked up again.
 */
const WRONG_NODE = /^(READONLY|LOADING|MASTERDOWN|NOREPLICAS|CLUSTERDOWN)\b/;
/** Otherwise each command would end the connection until the name leads to another node. */
const LEAVE_AT_MOST_EVERY_MS = 1000;
/** How long a node may take to answer: a machine that is gone does not close its connections. */
const SILENT_AT_MOST_MS = 2000;
const ASK_EVERY_MS = 5000;

function connect(url: string, log: Logger, metrics: Counting, options: RedisOptions): Redis {
  let leftAtMs = Number.NEGATIVE_INFINITY;
  const always: RedisOptions = {
    connectTimeout: 1000,
    socketTimeout: SILENT_AT_MOST_MS,
    enableAutoPipelining: true,
    reconnectOnError(err) {
      if (!WRONG_NODE.test(err.message)) return false;
      if (performance.now() - leftAtMs < LEAVE_AT_MOST_EVERY_MS) return false;
      leftAtMs = performance.now();
      log.warn({ err }, 'this redis node cannot serve: another connection is opened');
      return true;
    },
    retryStrategy: (attempt: number) => Math.min(100 * 2 ** Math.min(attempt, 5), 2000),
  };
  const redis = new CountedRedis(url, { ...always, ...options }, metrics);
  let down = false;
  redis.on('error', (err) => {
    // One line per outage, not one per attempt.
    if (!down) log.warn({ err }, 'redis cannot be reached: the process works without it');
    down = true;
  });
  redis.on('ready', () => {
    if (down) log.info('redis can be reached again');
    down = false;
  });
  return redis;
}
