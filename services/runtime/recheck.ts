import { Histogram } from 'prom-client';
import { pause } from './backoff.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

/** Who is asked. */
export type Asked = 'account' | 'link';

/** A right that somebody's open stream stands on. */
export type Right = {
  of: Asked;
  /** Streams with the same key stand on the same right: one question is asked for all of them. */
  key: string;
  /** Takes 2 s at most. Rejects when the right is over, or when it must count as over because nobody can tell. */
  ask(): Promise<unknown>;
};

export type Rechecks = {
  /** Calls `end` once the right is over, with what its question was rejected with; until the returned function is called. */
  watch(right: Right, end: (err: unknown) => void): () => void;
  close(): void;
};

export type RecheckOptions = {
  log: Logger;
  metrics: Metrics;
  /** How long a right is believed. Default 2.5 s: with 2 s for the answer it is over within 5 s. */
  everyMs?: number;
};

/**
 * How many questions a second one process asks at most. The user pool's limits are for the whole account and for signing in
 * too; with more people than this can ask for, each is asked later (`live_recheck_seconds`).
 */
const perSecond: Readonly<Record<Asked, number>> = { account: 20, link: 200 };

type Watched = { ends: Map<(err: unknown) => void, Right>; stop: AbortController };

/** Asks again and again whether rights still stand, each key once for all who stand on it. */
export function createRechecks({ log, metrics, everyMs = 2500 }: RecheckOptions): Rechecks {
  const watched = new Map<string, Watched>();
  const turns: Record<Asked, () => number> = {
    account: createTurns(perSecond.account),
    link: createTurns(perSecond.link),
  };
  const interval = new Histogram({
    name: 'live_recheck_seconds',
    help: 'How long a right that a live stream stands on was believed before it was asked for again',
    labelNames: ['of'],
    buckets: [1, 2, 3, 4, 5, 10, 30, 60],
    registers: [metrics.registry],
  });

  async function follow(key: string, { ends, stop: { signal } }: Watched): Promise<void> {
    for (;;) {
      const since = performance.now();
      // Spread, so that streams opened together do not ask together.
      await pause(everyMs * (0.8 + Math.random() / 5), signal);
      // Asked as whoever came last: their token lives longest.
      const right = [...ends.values()].at(-1);
      if (signal.aborted || right === undefined) return;
      await pause(turns[right.of](), signal);
      if (signal.aborted) return;
      interval.observe({ of: right.of }, (performance.now() - since) / 1000);
      try {
        await right.ask();
      } catch (err) {
        if (signal.aborted) return;
        log.debug({ err, of: right.of }, 'a right is over');
        watched.delete(key);
        for (const end of ends.keys()) end(err);
        return;
      }
    }
  }

  return {
    watch(right, end) {
      const key = `${right.of} ${right.key}`;
      let entry = watched.get(key);
      if (entry === undefined) {
        entry = { ends: new Map(), stop: new AbortController() };
        watched.set(key, entry);
        void follow(key, entry);
      }
      const { ends, stop } = entry;
      ends.set(end, right);
      return () => {
        ends.delete(end);
        if (ends.size > 0) return;
        stop.abort();
        if (watched.get(key)?.stop === stop) watched.delete(key);
      };
    },
    close() {
      for (const { stop } of watched.values()) stop.abort();
      watched.clear();
    },
  };
}

/** Gives turns, so many a second: how long the next one has to wait, in milliseconds. */
function createTurns(perSecond: number): () => number {
  let nextAt = 0;
  return () => {
    const now = performance.now();
    const at = Math.max(now, nextAt);
    nextAt = at + 1000 / perSecond;
    return at - now;
  };
}
