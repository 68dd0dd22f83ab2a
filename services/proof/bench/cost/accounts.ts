import type { CalledSystem } from '@healthbooker/runtime/metrics';

export type Calls = Readonly<Partial<Record<CalledSystem, number>>>;

/** What one process did between two readings. */
export type Usage = { cpu_ms: number; calls: Calls };

/** What all processes did, by name, in so many seconds. */
export type Interval = { seconds: number; processes: ReadonlyMap<string, Usage> };

/** One repeat of a cell: how many operations, and what all processes did until everything that follows was done. */
export type Repeat = Interval & { operations: number };

/** Per operation; idle: per second. `spread` is the least and the most of the repeats. */
export type Cost = { cpu_ms: number; spread: readonly [least: number, most: number]; calls: Calls };

/**
 * What an operation costs each process: CPU and calls of all repeats less what an idle stack uses in as many seconds,
 * over the number of operations. Nothing is cut off at zero: a value around it says how far the noise goes.
 */
export function costs(repeats: readonly Repeat[], idle: Interval): Map<string, Cost> {
  return costsBy(repeats, idle, ({ operations }) => operations);
}

/** What each process uses in a second in which nobody asks for anything. */
export function idleCosts(repeats: readonly Interval[]): Map<string, Cost> {
  return costsBy(repeats, { seconds: 1, processes: new Map() }, ({ seconds }) => seconds);
}

function costsBy<Taken extends Interval>(
  repeats: readonly Taken[],
  idle: Interval,
  amount: (taken: Taken) => number,
): Map<string, Cost> {
  const names = new Set(repeats.flatMap(({ processes }) => [...processes.keys()]));
  const total = repeats.reduce((sum, taken) => sum + amount(taken), 0);
  return new Map(
    [...names].map((name) => {
      const net = repeats.map((taken) => netOf(taken, idle, name));
      const each = repeats.map((taken, index) => (net[index]?.cpu_ms ?? 0) / amount(taken));
      const used = net.reduce(added, { cpu_ms: 0, calls: {} });
      const cost: Cost = {
        cpu_ms: used.cpu_ms / total,
        spread: [Math.min(...each), Math.max(...each)],
        calls: scaled(used.calls, 1 / total),
      };
      return [name, cost];
    }),
  );
}

/** Several intervals as one. */
export function pooled(intervals: readonly Interval[]): Interval {
  const processes = new Map<string, Usage>();
  for (const interval of intervals) {
    for (const [name, usage] of interval.processes) {
      processes.set(name, added(processes.get(name) ?? { cpu_ms: 0, calls: {} }, usage));
    }
  }
  return { seconds: intervals.reduce((sum, { seconds }) => sum + seconds, 0), processes };
}

/** An interval with a process more, which stands for some of the others together. */
export function withSum<Taken extends Interval>(taken: Taken, sum: string, of: readonly string[]): Taken {
  const usages = of.flatMap((name) => taken.processes.get(name) ?? []);
  const processes = new Map(taken.processes).set(sum, usages.reduce(added, { cpu_ms: 0, calls: {} }));
  return { ...taken, processes };
}

function netOf({ seconds, processes }: Interval, idle: Interval, name: string): Usage {
  const taken = processes.get(name) ?? { cpu_ms: 0, calls: {} };
  const idling = idle.processes.get(name);
  if (idling === undefined) return taken;
  const share = -seconds / idle.seconds;
  return added(taken, { cpu_ms: idling.cpu_ms * share, calls: scaled(idling.calls, share) });
}

function added(one: Usage, other: Usage): Usage {
  const calls: Partial<Record<CalledSystem, number>> = { ...one.calls };
  for (const [system, count] of entries(other.calls)) calls[system] = (calls[system] ?? 0) + count;
  return { cpu_ms: one.cpu_ms + other.cpu_ms, calls };
}

function scaled(calls: Calls, factor: number): Calls {
  return Object.fromEntries(entries(calls).map(([system, count]) => [system, count * factor]));
}

function entries(calls: Calls): [CalledSystem, number][] {
  return Object.entries(calls) as [CalledSystem, number][];
}
