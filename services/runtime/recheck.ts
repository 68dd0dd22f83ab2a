import { Histogram } from 'prom-client';
import { pause } from './backoff.ts';
import type { Logger } from './log.ts';
import type { Metrics } from './metrics.ts';

/** What a right depends on: the account of the caller, or a link to another person. A label of metrics. */
export type Asked = 'account' | 'link';

/** A right that an open stream depends on. */
export type Right = {
  of: Asked;
  /** Streams with the same key depend on the same right: one question is asked for all of them. */
  key: string;
  /** Takes 2 s at most. Rejects when the right has ended, or when it cannot be checked and must count as ended. */
  ask(): Promise<unknown>;
};

export type Rechecks = {
  /** Calls `end` with the rejection when the right ends. The returned function stops the checks. */
  watch(right: Right, end: (err: unknown) => void): () => void;
  close(): void;
};

export type RecheckOptions = {
  log: Logger;
  metrics: Metrics;
  /** How long a right is trusted after a check. Default 2.5 s: with 2 s for the answer, a stream ends within 5 s. */
  everyMs?: number;
};

/**
 * How many questions a second one process asks at most. The user pool's limits are for the whole account and for signing in
 * too; with more people than this can ask for, each is asked later (`live_recheck_seconds`).
 */
const perSecond: Readonly<Record<Asked, number>> = { account: 20, link: 200 };

type Watched = { ends: Map<(err: unknown) => void, Right>; stop: AbortController };

/** Checks again and again whether rights still hold, once per key for all its streams. */
export function createRechecks({ log, metrics, everyMs = 2500 }: RecheckOptions): Rechecks {
  const watched = new Map<string, Watched>();
  const turns: Record<Asked, () => number> = {
    account: createTurns(perSecond.account),
    link: createTurns(perSecond.link),
  };
  const interval = new Histogram({
    name: 'live_recheck_seconds',
    help: 'Time between two checks whether the reader of a live stream still has the right to it',
    labelNames: ['of'],
    buckets: [1, 2, 3, 4, 5, 10, 30, 60],
    registers: [metrics.registry],
  });

  async function follow(key: string, { ends, stop: { signal } }: Watched): Promise<void> {
    for (;;) {
      const since = performance.now();
      // Spread, so that streams that were opened together are not checked together.
      await pause(everyMs * (0.8 + Math.random() / 5), signal);
      // Asked with the token of the newest stream: it lives longest.
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

/** Limits questions to so many a second: returns how many milliseconds the next one has to wait. */
function createTurns(perSecond: number): () => number {
  let nextAt = 0;
  return () => {
    const now = performance.now();
    const at = Math.max(now, nextAt);
    nextAt = at + 1000 / perSecond;
    return at - now;
  };
}
