/**
 * `npm run bench -- cost [--json FILE] [--markdown] [--quick] [--only a,b]`: CPU per operation and process, by the
 * kernel's accounts, on a whole local stack of its own. Exits with 1 when an operation could not be measured, with 2 when
 * it could not begin or nothing could be written.
 */
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { removePostgres } from '@healthbooker/local/postgres/postgres';
import { type LocalStack, stackPlace, startLocalStack } from '@healthbooker/local/test/local-stack';
import { type Interval, idleCosts, type Repeat, withSum } from './accounts.ts';
import { hasKernelAccounts } from './kernel.ts';
import { type Arrival, arrivalName } from './load.ts';
import { createMeter, type Meter } from './measure.ts';
import { createOperations, type Operation } from './operations.ts';
import { type CostOptions, makeRoom, Refusal, type Results, readOptions } from './options.ts';
import { type People, signPeopleIn } from './person.ts';
import { type Cell, type Measured, rowsOf, tableOf } from './table.ts';

type Size = {
  rounds: number;
  patients: number;
  /** Operations of a cell, while they arrive one by one, and while a fixed number is under way. */
  open: number;
  closed: { reads: number; writes: number };
  /** Before each round, and after the last. */
  idle_s: number;
  /** Until an idle stack is an idle one: what warming up leaves is swept and collected. */
  calm_s: number;
};

const full: Size = {
  rounds: 3,
  patients: 96,
  open: 20,
  closed: { reads: 240, writes: 96 },
  idle_s: 5,
  calm_s: 6,
};
const quick: Size = {
  rounds: 1,
  patients: 16,
  open: 5,
  closed: { reads: 16, writes: 16 },
  idle_s: 2,
  calm_s: 1,
};
const arrivals: readonly Arrival[] = [
  { kind: 'open', perSecond: 10 },
  { kind: 'closed', inFlight: 16 },
];

const say = (text: string) => console.error(text);

/** Runs the whole of it and returns the exit code. */
export async function benchCost(args: readonly string[]): Promise<number> {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
  let results: Results | undefined;
  try {
    const options = readOptions(args);
    if (!hasKernelAccounts()) throw new Refusal('CPU is read from /proc, which only Linux has.');
    if (options.json !== undefined) results = makeRoom(options.json);
    const { measured, voided } = await onStackOfItsOwn(options, stopping.signal);
    const rows = rowsOf(measured);
    results?.write(rows);
    results = undefined;
    console.log(options.markdown ? `${captionOf(options)}\n\n${tableOf(rows)}` : tableOf(rows));
    if (voided === 0) return 0;
    say(`${voided} of the table's lines could not be measured and are left out.`);
    return 1;
  } catch (error) {
    if (stopping.signal.aborted) {
      say('Stopped; nothing was measured.');
      return 130;
    }
    if (!(error instanceof Refusal)) throw error;
    say(error.message);
    return 2;
  } finally {
    results?.abandon();
  }
}

async function onStackOfItsOwn(
  options: CostOptions,
  signal: AbortSignal,
): Promise<{ measured: Measured; voided: number }> {
  const place = await stackPlace().catch((error: Error) => {
    throw new Refusal(`There is no room for a stack: ${error.message}`);
  });
  let stack: LocalStack | undefined;
  let people: People | undefined;
  try {
    say('Starting a stack of its own…');
    stack = await startLocalStack({ ...place, signal }).catch((error: Error) => {
      throw new Refusal(`The stack did not come up: ${lastLine(error.message)}`);
    });
    signal.throwIfAborted();
    const size = options.quick ? quick : full;
    people = await signPeopleIn(stack.read(), size.patients);
    say(`${people.patients.length} patients and ${people.providers.length} clinicians are signed in.`);
    const every = await createOperations(people);
    const operations = every.filter(({ name }) => options.operations.includes(name));
    return await measure(stack, operations, size, signal);
  } finally {
    for (const person of [...(people?.patients ?? []), ...(people?.providers ?? [])]) person.close();
    await stack?.end();
    removePostgres(place.dataDir);
    place.remove();
  }
}

async function measure(
  stack: LocalStack,
  operations: readonly Operation[],
  size: Size,
  signal: AbortSignal,
): Promise<{ measured: Measured; voided: number }> {
  const meter = createMeter(stack, signal);
  await warmUp(meter, operations, size, signal);
  const idle: Interval[] = [];
  const repeats = new Map<string, Repeat[]>();
  const voided = new Set<string>();
  for (let round = 1; round <= size.rounds; round += 1) {
    idle.push(await meter.idle(size.idle_s));
    const idle_ms = perSecond(idle, meter.processes);
    for (const arrival of arrivals) {
      say(`Round ${round} of ${size.rounds}, ${arrivalName(arrival)}`);
      for (const operation of operations) {
        const cell = cellName(operation, arrival);
        const done = await meter
          .run(operation, countOf(operation, arrival, size), arrival, idle_ms)
          .catch((error: Error) => {
            signal.throwIfAborted();
            voided.add(cell);
            say(`${cell} is void: ${error.message}`);
          });
        if (done !== undefined) repeats.set(cell, [...(repeats.get(cell) ?? []), done]);
      }
    }
  }
  idle.push(await meter.idle(size.idle_s));
  const cells = operations.flatMap((operation) =>
    arrivals.flatMap((arrival): Cell[] => {
      const cell = cellName(operation, arrival);
      const all = repeats.get(cell);
      return all === undefined || voided.has(cell)
        ? []
        : [{ operation: operation.name, arrival, repeats: all }];
    }),
  );
  const services = Object.keys(stack.read().services);
  return { measured: { cells, idle, services }, voided: voided.size };
}

/**
 * Compiles and caches as much as it will: what a process does for the first time costs many times more.
 * @throws Refusal when an operation does not work at all
 */
async function warmUp(
  meter: Meter,
  operations: readonly Operation[],
  size: Size,
  signal: AbortSignal,
): Promise<void> {
  for (const operation of operations) {
    const arrival: Arrival = { kind: 'closed', inFlight: 16 };
    await meter
      .run(operation, countOf(operation, arrival, size), arrival, Number.POSITIVE_INFINITY)
      .catch((error: Error) => {
        signal.throwIfAborted();
        throw new Refusal(`${operation.name} does not work: ${error.message}`);
      });
  }
  await sleep(size.calm_s * 1000, undefined, { signal });
}

function countOf({ name }: Operation, arrival: Arrival, { open, closed }: Size): number {
  if (arrival.kind === 'open') return open;
  return ['proposal', 'hold', 'book', 'cancel'].includes(name) ? closed.writes : closed.reads;
}

function cellName({ name }: Operation, arrival: Arrival): string {
  return `${name} at ${arrivalName(arrival)}`;
}

function perSecond(idle: readonly Interval[], processes: Meter['processes']): number {
  const summed = idle.map((one) => withSum(one, 'all', processes));
  return idleCosts(summed).get('all')?.cpu_ms ?? 0;
}

function captionOf({ quick: isQuick }: CostOptions): string {
  const day = new Date().toISOString().slice(0, 10);
  const what = isQuick ? 'A trial, not a measurement: ' : '';
  return `${what}CPU-milliseconds per operation, ${day}, ${availableParallelism()} cores, Node ${process.versions.node}.`;
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? text;
}
