import { performance } from 'node:perf_hooks';
import { query, statement } from '@healthbooker/runtime/postgres';
import pg from 'pg';
import { type Cost, costOf } from './cost.ts';
import { addProviders, fillDirectory, randomSlots, visitTypeOf } from './hospital.ts';
import { atOnce, type InProcess, inProcess, percentile, type Wanted } from './in-process.ts';
import { decideMicros, leaveMillis } from './pure.ts';
import { bookOneByOne } from './single-statement.ts';

/** Callers of Reserve in this process: enough for two full batches and the next two. */
const CLIENTS = 128;
const CONNECTIONS = [8, 16, 32, 64];
const select1 = statement('select-1', 'select 1');

export type EngineSize = {
  rounds: number;
  /** Slots come to some 1,040 times as many. */
  providers: number;
  /** Bookings, searches and decisions in each measurement. */
  bookings: number;
  searches: number;
  decisions: number;
};

/** What was measured in one round, and what an operation of it cost where that is known. */
export type Measured = { value: number; detail: string; cost?: Cost };

/** Says what it is doing, since the whole takes minutes. */
type Tell = (words: string) => void;

/**
 * The engine's own measures, each as often as there are rounds: on an empty database with the scheduler's tables,
 * with PostgreSQL at its durable settings. The scheduler connects with its own role, and the owner prepares.
 */
export async function benchEngine(
  database: { url: string; ownerUrl: string },
  size: EngineSize,
  tell: Tell,
): Promise<Map<string, Measured[]>> {
  const bench = inProcess(database.url);
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: 1 });
  const results = new Map<string, Measured[]>();
  const add: Add = (name, measured) => results.set(name, [...(results.get(name) ?? []), measured]);
  try {
    const specialties = await fillDirectory(owner, size.providers);
    let slots = 0;
    for (let round = 0; round < size.rounds; round += 1) {
      const made = await addProviders(
        owner,
        bench.pool,
        specialties,
        Math.ceil(size.providers / size.rounds),
      );
      slots += made.added;
      add('materialise', { value: made.perSecond, detail: `${made.added} slots` });
      tell(`${slots} slots`);
    }
    await owner.query('vacuum analyze');
    await owner.query('checkpoint').catch(() => tell('only a superuser may write a checkpoint'));
    // Plans, caches and the compiler are warm then, and statistics are those of a hospital that has bookings.
    await spread(bench, Math.ceil(size.bookings / 2));
    await owner.query('analyze');
    for (let round = 0; round < size.rounds; round += 1) {
      tell(`round ${round + 1} of ${size.rounds}`);
      const turned = [...specialties.slice(round), ...specialties.slice(0, round)];
      await measure(bench, database.url, turned, size, add);
    }
    return results;
  } finally {
    await Promise.all([bench.close(), owner.end()]);
  }
}

type Add = (name: string, measured: Measured) => void;

async function measure(
  bench: InProcess,
  databaseUrl: string,
  specialties: readonly string[],
  { bookings, searches, decisions }: EngineSize,
  add: Add,
): Promise<void> {
  const [specialtyId = ''] = specialties;
  const { search, select, cost } = await searchTimes(bench, specialtyId, searches);
  add('search', { value: search / select, detail: `${search.toFixed(2)} ÷ ${select.toFixed(2)} ms`, cost });

  // One after the other in the same round, so that other work of the machine affects all of them alike.
  const rates: [rate: number, connections: number][] = [];
  for (const connections of CONNECTIONS) {
    const slots = await randomSlots(bench.pool, Math.ceil(bookings / CONNECTIONS.length));
    rates.push([await bookOneByOne(databaseUrl, bench.pool, slots, connections), connections]);
  }
  const [single, connections] = rates.toSorted(([a], [b]) => b - a)[0] ?? [0, 0];
  const named = await spread(bench, bookings);
  add('bookings', {
    value: named.rate / single,
    detail: `${named.rate.toFixed(0)} ÷ ${single.toFixed(0)} per second on ${connections} connections`,
    cost: named.cost,
  });

  const contended = await earliest(bench, [specialtyId], bookings);
  const elsewhere = await earliest(bench, specialties, Math.ceil(bookings / 4));
  add('contended', {
    value: contended.rate / elsewhere.rate,
    detail: `${contended.rate.toFixed(0)} ÷ ${elsewhere.rate.toFixed(0)} per second`,
    cost: contended.cost,
  });
  add('chosen', {
    value: contended.rate / named.rate,
    detail: `${contended.rate.toFixed(0)} ÷ ${named.rate.toFixed(0)} per second`,
  });

  const many = await atOnce(256, await slotsFor(bench, bookings), bench.reserve);
  const few = await slotsFor(bench, Math.ceil(bookings / 20));
  const alone = await costOf(bench.pool, few.length, () => atOnce(1, few, bench.reserve));
  const [p99, p50] = [percentile(many.took, 0.99), percentile(alone.result.took, 0.5)];
  add('latency', {
    value: p99 / p50,
    detail: `${p99.toFixed(1)} ÷ ${p50.toFixed(2)} ms`,
    cost: alone.cost,
  });

  const micros = await decideMicros(bench.pool, specialtyId, decisions);
  add('decide', { value: micros, detail: `${decisions} decisions` });
  const millis = await leaveMillis();
  add('leave', { value: millis, detail: '40 visits, 400 slots, all wanting the earliest' });
}

/** Bookings a second, and what each of them cost. */
type Booked = { rate: number; cost: Cost };

async function slotsFor({ pool }: InProcess, count: number): Promise<{ slotId: string }[]> {
  return (await randomSlots(pool, count)).map((slotId) => ({ slotId }));
}

/** Patients who each want another slot, anywhere in the hospital. */
async function spread(bench: InProcess, count: number): Promise<Booked> {
  return book(bench, await slotsFor(bench, count));
}

/** Patients who each want the earliest slot of a specialty: of one, or of several in turn. */
async function earliest(bench: InProcess, specialties: readonly string[], count: number): Promise<Booked> {
  const wanted = Array.from({ length: count }, (_, i) => {
    const specialtyId = specialties[i % specialties.length] ?? '';
    return { specialtyId, visitTypeId: visitTypeOf(specialtyId) };
  });
  return book(bench, wanted);
}

async function book(bench: InProcess, wanted: readonly Wanted[]): Promise<Booked> {
  const { result, cost } = await costOf(bench.pool, wanted.length, () =>
    atOnce(CLIENTS, wanted, bench.reserve),
  );
  return { rate: wanted.length / result.seconds, cost };
}

/** The 99th percentiles of one client's calls, in turns, and what a search costs by itself. */
async function searchTimes(
  bench: InProcess,
  specialtyId: string,
  count: number,
): Promise<{ search: number; select: number; cost: Cost }> {
  const searched: number[] = [];
  const selected: number[] = [];
  for (let call = 0; call < count; call += 1) {
    searched.push(await timed(() => bench.search(specialtyId)));
    selected.push(await timed(() => query(bench.pool, select1)));
  }
  const { cost } = await costOf(bench.pool, count, async () => {
    for (let call = 0; call < count; call += 1) await bench.search(specialtyId);
  });
  return { search: percentile(searched, 0.99), select: percentile(selected, 0.99), cost };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
