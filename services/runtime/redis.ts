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
  // It only listens: without a question nobody would notice that there is nothing left to hear.
  const asking = setInterval(() => {
    if (redis.status === 'ready') redis.ping().catch((err) => log.debug({ err }, 'redis did not answer'));
  }, ASK_EVERY_MS);
  asking.unref();
  redis.once('end', () => clearInterval(asking));
  return redis;
}

/**
 * What a node answers that is not, or not yet, the one that takes writes: demoted by a failover, loading its data, cut
 * off from its primary or its replicas. The name of the primary leads elsewhere by then, so it is looked up again.
 */
const WRONG_NODE = /^(READONLY|LOADING|MASTERDOWN|NOREPLICAS|CLUSTERDOWN)\b/;
/** Until the name leads elsewhere, each command would otherwise end the connection. */
const LEAVE_AT_MOST_EVERY_MS = 1000;
/** How long a node may owe an answer: a machine that is gone does not close its connections. */
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
      log.warn({ err }, 'redis cannot serve from this node: connecting anew');
      return true;
    },
    retryStrategy: (attempt: number) => Math.min(100 * 2 ** Math.min(attempt, 5), 2000),
  };
  const redis = new CountedRedis(url, { ...always, ...options }, metrics);
  let down = false;
  redis.on('error', (err) => {
    // One line per outage, not one per attempt.
    if (!down) log.warn({ err }, 'redis cannot be reached: the process goes on without it');
    down = true;
  });
  redis.on('ready', () => {
    if (down) log.info('redis is back');
    down = false;
  });
  return redis;
}
