import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalStack, StackFile } from '@healthbooker/local/test/local-stack';
import type { Calls, Interval, Repeat } from './accounts.ts';
import { readCpu, type Watched } from './kernel.ts';
import { type Arrival, send } from './load.ts';
import type { Operation } from './operations.ts';
import { callsBetween, callsOf, type Sample, scrape, sumOf } from './scrape.ts';

/** An operation is over when everything that follows it is done: as many events and mails as operations. */
type Told = { events: Readonly<Record<string, number>>; mails: number };

const followers = ['appointment', 'notification'];
/** A stack that has settled uses hardly more than an idle one in two such windows on end. */
const window_ms = 250;
const noise_ms = 10;
/** Longer than the followers' pauses after a failure. */
const settles_within_ms = 30_000;
const look_again_ms = 500;

/** Reads the kernel's and the processes' own accounts of a running stack. */
export function createMeter(stack: LocalStack, signal: AbortSignal) {
  const file = stack.read();
  const watched = watchedOf(file);

  async function samplesNow(): Promise<ReadonlyMap<string, readonly Sample[]>> {
    const names = Object.entries(file.services);
    return new Map(
      await Promise.all(names.map(async ([name, { metrics }]) => [name, await scrape(metrics)] as const)),
    );
  }

  /**
   * What all processes do from the call until `work` is done. What `work` reads through its argument meanwhile also
   * costs CPU, and is subtracted.
   */
  async function during(work: (lookUp: typeof samplesNow) => Promise<unknown>): Promise<Interval> {
    const apart = new Map<string, number>();
    const lookUp = async () => {
      const from = readCpu(watched);
      const samples = await samplesNow();
      for (const [name, used] of readCpu(watched)) {
        apart.set(name, (apart.get(name) ?? 0) + used - (from.get(name) ?? 0));
      }
      return samples;
    };
    const before = await samplesNow();
    const [from, began] = [readCpu(watched), performance.now()];
    await work(lookUp);
    const to = readCpu(watched);
    const seconds = (performance.now() - began) / 1000;
    const after = await samplesNow();
    const restarted = watchedOf(stack.read()).filter(({ name, pid }) => pid !== pidOf(watched, name));
    if (restarted.length > 0)
      throw new Error(`${restarted.map(({ name }) => name).join(', ')} was restarted`);
    const processes = watched.map(({ name }) => {
      const used_ns = (to.get(name) ?? 0) - (from.get(name) ?? 0) - (apart.get(name) ?? 0);
      return [name, { cpu_ms: used_ns / 1e6, calls: calls(before.get(name), after.get(name)) }] as const;
    });
    return { seconds, processes: new Map(processes) };
  }

  /** Waits until all processes together use little more than `idle_ms` of CPU a second. */
  async function quiet(idle_ms: number): Promise<void> {
    const enough_ms = (2 * idle_ms * window_ms) / 1000 + noise_ms;
    const deadline = performance.now() + settles_within_ms;
    for (let calm = 0; calm < 2 && performance.now() < deadline; ) {
      const before = totalOf(readCpu(watched));
      await sleep(window_ms, undefined, { signal });
      calm = totalOf(readCpu(watched)) - before <= enough_ms * 1e6 ? calm + 1 : 0;
    }
  }

  return {
    processes: watched.map(({ name }) => name),
    /** What an undisturbed stack does in so many seconds. */
    async idle(seconds: number): Promise<Interval> {
      return during(() => sleep(seconds * 1000, undefined, { signal }));
    },
    /**
     * Runs an operation `count` times, as they arrive, until all that follows is done too.
     * @throws Error when one fails, is late, or its events and mails do not arrive: then its cost means nothing
     */
    async run(operation: Operation, count: number, arrival: Arrival, idle_ms: number): Promise<Repeat> {
      const work = await operation.prepare(count);
      const before = operation.isTold ? toldOf(await samplesNow()) : undefined;
      const taken = await during(async (lookUp) => {
        await send(work, arrival, signal);
        await sleep(operation.settles_ms, undefined, { signal });
        if (before === undefined) return;
        const deadline = performance.now() + settles_within_ms;
        for (;;) {
          await quiet(idle_ms);
          const missing = missingOf(before, toldOf(await lookUp()), work.length);
          if (missing === undefined) return;
          if (performance.now() > deadline) throw new Error(missing);
          await sleep(look_again_ms, undefined, { signal });
        }
      });
      return { ...taken, operations: work.length };
    },
  };
}

export type Meter = ReturnType<typeof createMeter>;

/** The supervisor's children are the others, so it counts alone. */
function watchedOf({ processes, supervisor }: StackFile): Watched[] {
  const known = processes.flatMap(({ name, pid }) =>
    pid === undefined ? [] : [{ name, pid, withChildren: true }],
  );
  return [...known, { name: 'supervisor', pid: supervisor.pid, withChildren: false }];
}

function pidOf(watched: readonly Watched[], name: string): number | undefined {
  return watched.find((one) => one.name === name)?.pid;
}

function totalOf(reading: ReadonlyMap<string, number>): number {
  return [...reading.values()].reduce((sum, used) => sum + used, 0);
}

function calls(before: readonly Sample[] = [], after: readonly Sample[] = []): Calls {
  return callsBetween(callsOf(before), callsOf(after));
}

function toldOf(samples: ReadonlyMap<string, readonly Sample[]>): Told {
  const handled = (name: string) => sumOf(samples.get(name) ?? [], 'events_total', { outcome: 'handled' });
  return {
    events: Object.fromEntries(followers.map((name) => [name, handled(name)])),
    mails: sumOf(samples.get('notification') ?? [], 'notification_mails_total', { outcome: 'sent' }),
  };
}

/** What has not come yet of as many events for each follower and mails as there were operations. */
function missingOf(before: Told, now: Told, count: number): string | undefined {
  for (const name of followers) {
    const handled = (now.events[name] ?? 0) - (before.events[name] ?? 0);
    if (handled < count) return `${name} has handled ${handled} of ${count} events`;
  }
  const mails = now.mails - before.mails;
  return mails < count ? `${mails} of ${count} mails were sent` : undefined;
}
