import { Readable } from 'node:stream';
import type { Redis } from 'ioredis';
import { Gauge } from 'prom-client';
import { z } from 'zod';
import { ServiceError } from './errors.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';
import { createRechecks, type Right } from './recheck.ts';

export type LiveHub = {
  /**
   * A stream of server-sent events for one reader, `<capacity>:<person id>`, ending at `expiresAtMs` (epoch).
   * `resumed` says that changes arrive from now on; `paused` says that they do not, and that the page must ask.
   * Throws `rate-limited` when the person has too many streams already. The stream ends when one of `rights` ends. An
   * account whose right ended within the last minute gets no stream. Events of the types in `without` are left out.
   */
  open(reader: string, expiresAtMs: number, rights?: readonly Right[], without?: readonly string[]): Readable;
  /** Ends every stream and tells its reader to come back shortly. */
  close(): Promise<void>;
};

export type LiveHubOptions = {
  /** A connection of its own, from `openSubscriber`. The hub closes it. */
  subscriber: Redis;
  log: Logger;
  metrics: Metrics;
  heartbeatMs?: number;
  /** How long a checked right is trusted before it is checked again. */
  recheckMs?: number;
  streamsPerPerson?: number;
  /** Events kept for a slow reader. Beyond this they are replaced by one event that tells the page to ask again. */
  queueLength?: number;
};

/**
 * What is published on `live:<capacity>:<person id>`: a type, which becomes the event's name, and ids and versions, which become
 * its data. Anything else is not passed on: pages fetch the rest themselves.
 */
const liveEvent = z
  .object({ type: z.string().regex(/^[a-z][a-z-]{0,39}$/) })
  .catchall(z.union([z.string().max(256), z.number()]));

const channelPrefix = 'live:';
const remembered_ms = 60_000;
/** setTimeout cannot wait longer. */
const longestTimerMs = 2 ** 31 - 1;

/** Sends events from Redis to the open streams of this process, with one subscription per person. */
export function createLiveHub(options: LiveHubOptions): LiveHub {
  const { subscriber, log, metrics, heartbeatMs = 15_000, streamsPerPerson = 6, queueLength = 64 } = options;
  const { recheckMs } = options;
  const rechecks = createRechecks({ log, metrics, ...(recheckMs !== undefined && { everyMs: recheckMs }) });
  /** Accounts that ended a moment ago: their pages come back with the same token. */
  const over = new Map<string, { err: unknown; untilMs: number }>();
  const people = new Map<string, Set<OpenStream>>();
  let closed = false;
  new Gauge({
    name: 'live_streams_open',
    help: 'Open streams of live updates',
    registers: [metrics.registry],
    collect() {
      this.set([...people.values()].reduce((sum, streams) => sum + streams.size, 0));
    },
  });

  const everybody = (chunk: string) => {
    for (const streams of people.values()) for (const stream of streams) stream.send(chunk);
  };
  const heartbeat = setInterval(() => everybody(': \n\n'), heartbeatMs).unref();

  const subscribe = async (personId: string): Promise<void> => {
    try {
      await subscriber.subscribe(channelPrefix + personId);
      for (const stream of people.get(personId) ?? []) stream.send(frame('resumed', {}));
    } catch (err) {
      log.debug({ err }, 'live updates are paused');
      for (const stream of people.get(personId) ?? []) stream.send(frame('paused', {}));
    }
  };

  const leave = (personId: string, stream: OpenStream) => {
    const streams = people.get(personId);
    streams?.delete(stream);
    if (!streams || streams.size > 0) return;
    people.delete(personId);
    if (subscriber.status === 'ready') {
      subscriber.unsubscribe(channelPrefix + personId).catch((err: unknown) => {
        log.debug({ err }, 'unsubscribing failed');
      });
    }
  };

  subscriber.on('message', (channel: string, message: string) => {
    const streams = people.get(channel.slice(channelPrefix.length));
    const event = streams && read(message);
    if (!streams || event === undefined) return;
    for (const stream of streams) if (!stream.without.includes(event.type)) stream.send(event.chunk);
  });
  subscriber.on('close', () => everybody(frame('paused', {})));
  subscriber.on('ready', () => {
    for (const personId of people.keys()) void subscribe(personId);
  });

  return {
    open: (personId, expiresAtMs, rights = [], without = []) => {
      if (closed) throw new ServiceError('unavailable', 'This process is stopping.', { retryAfterMs: 1000 });
      for (const right of rights) refuseWhatIsOver(right);
      const streams = people.get(personId) ?? new Set();
      if (streams.size >= streamsPerPerson) {
        throw new ServiceError('rate-limited', 'There are too many open pages with live updates.', {
          retryAfterMs: 30_000,
        });
      }
      const onClose = () => leave(personId, stream);
      const stream = { ...createStream(queueLength, onClose, expiresAtMs - Date.now()), without };
      streams.add(stream);
      people.set(personId, streams);
      for (const right of rights) endWith(right, stream);
      // A subscription that exists already is confirmed again, which tells this stream that it is live.
      if (subscriber.status === 'ready') void subscribe(personId);
      else stream.send(frame('paused', {}));
      return stream.readable;
    },
    close: async () => {
      closed = true;
      clearInterval(heartbeat);
      rechecks.close();
      for (const streams of people.values()) {
        // Spread over two seconds, so that the readers do not all reconnect at the same moment.
        for (const stream of streams) stream.end(`retry: ${500 + Math.floor(Math.random() * 2000)}\n\n`);
      }
      subscriber.disconnect();
    },
  };

  function endWith(right: Right, stream: LiveStream): void {
    const leave = rechecks.watch(right, (err) => {
      if (right.of === 'account') remember(right.key, err);
      stream.end('');
    });
    stream.readable.once('close', leave);
  }

  function remember(account: string, err: unknown): void {
    const now = Date.now();
    for (const [key, { untilMs }] of over) {
      // In the order of their ends.
      if (untilMs > now) break;
      over.delete(key);
    }
    over.delete(account);
    over.set(account, { err, untilMs: now + remembered_ms });
  }

  function refuseWhatIsOver({ of, key }: Right): void {
    const known = of === 'account' ? over.get(key) : undefined;
    if (known && known.untilMs > Date.now()) throw known.err;
  }

  function read(message: string): { type: string; chunk: string } | undefined {
    try {
      const { type, ...data } = liveEvent.parse(JSON.parse(message));
      return { type, chunk: frame(type, data) };
    } catch (err) {
      log.warn({ err }, 'a live update is malformed: it is not shown');
      return undefined;
    }
  }
}

/** A stream, and the types of events that are not for its reader. */
type OpenStream = LiveStream & { without: readonly string[] };
type LiveStream = { readable: Readable; send(chunk: string): void; end(last: string): void };

/** A readable that keeps at most `queueLength` chunks for its reader. */
function createStream(queueLength: number, onClose: () => void, lifeMs: number): LiveStream {
  let queue: string[] = [];
  let wanted = false;
  let ended = false;
  const readable = new Readable({
    encoding: 'utf8',
    highWaterMark: 16 * 1024,
    read() {
      wanted = true;
      while (wanted && queue.length > 0) wanted = readable.push(queue.shift());
    },
    destroy(err, callback) {
      clearTimeout(timer);
      onClose();
      callback(err);
    },
  });
  const send = (chunk: string) => {
    if (ended || readable.destroyed) return;
    if (wanted) wanted = readable.push(chunk);
    else if (queue.length < queueLength) queue.push(chunk);
    // The reader is too slow. It is told to ask for what it missed.
    else queue = [frame('resumed', {})];
  };
  const end = (last: string) => {
    if (ended || readable.destroyed) return;
    ended = true;
    readable.push(queue.join('') + last);
    queue = [];
    readable.push(null);
  };
  const timer = setTimeout(() => end(''), Math.min(Math.max(lifeMs, 0), longestTimerMs)).unref();
  // Send something at once, so that the headers leave and proxies pass the stream on.
  send(': \n\n');
  return { readable, send, end };
}

function frame(type: string, data: object): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}
