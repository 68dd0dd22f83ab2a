import { performance } from 'node:perf_hooks';
import type { Tell } from '../../aged/fill/bulk.ts';
import { percentile } from '../engine/in-process.ts';
import { type Amount, warm_up } from './amount.ts';
import { type Calls, callsOn } from './calls.ts';
import type { Row } from './rows.ts';
import type { Asked } from './sample.ts';
import type { Sides } from './sides.ts';

const sideNames = ['aged', 'fresh'] as const;
type SideName = (typeof sideNames)[number];
type Booked = Awaited<ReturnType<Calls['book']>>;

const DAY_MS = 86_400_000;
const goals = { p50: 1.2, p99: 1.5 } as const;

/** One call of each kind after the other, on both sides in turns, by one client: p50 and p99 aged ÷ fresh. */
export async function measureCalls(
  sides: Sides,
  asked: Asked,
  asOf: Date,
  { rounds, calls }: Amount,
  tell: Tell,
): Promise<Row[]> {
  const took = new Map<string, Record<SideName, number[]>>();
  const on = { aged: callsOn(sides.aged), fresh: callsOn(sides.fresh) };
  const booked: Record<SideName, Booked[]> = { aged: [], fresh: [] };
  const at = <Item>(items: readonly Item[], place: number): Item => items[place % items.length] as Item;

  async function time(
    name: string,
    place: number,
    work: (side: SideName) => Promise<unknown>,
  ): Promise<void> {
    const of = took.get(name) ?? { aged: [], fresh: [] };
    took.set(name, of);
    // Who is second finds the code warm.
    for (const side of place % 2 === 0 ? sideNames : sideNames.toReversed()) {
      const began = performance.now();
      await work(side);
      of[side].push(performance.now() - began);
    }
  }

  const perRound = Math.floor(calls / rounds);
  for (let round = 0; round <= rounds; round += 1) {
    // The round before the first warms caches and plans.
    if (round === 1) took.clear();
    const first = round === 0 ? 0 : warm_up + (round - 1) * perRound;
    const places = Array.from({ length: round === 0 ? warm_up : perRound }, (_, n) => first + n);
    tell(round === 0 ? 'warms up' : `calls, round ${round} of ${rounds}`);
    for (const n of places) {
      const patient = at(asked.patients, n);
      const { id: slot, other } = at(asked.slots, n);
      const day = new Date(asOf.getTime() + (n % 7) * DAY_MS);
      await time('search', n, (side) => on[side].search(patient, at(asked.specialties, n)));
      await time('day list of a provider', n, (side) => on[side].listDay(at(asked.providers, n), day));
      await time('a visit, as followers ask before they tell', n, (side) =>
        on[side].get(at(asked.appointments, n)),
      );
      await time('hold', n, (side) => on[side].hold(patient, slot));
      await time('book', n, async (side) => {
        booked[side][n] = await on[side].book(patient, slot);
      });
      await time('move', n, async (side) => {
        booked[side][n] = await on[side].move(booked[side][n] as Booked, other);
      });
      await time('cancel', n, (side) => on[side].cancel(booked[side][n] as Booked));
    }
  }
  return [...took].flatMap(([name, of]) => rowsOf(name, of));
}

function rowsOf(name: string, { aged, fresh }: Record<SideName, number[]>): Row[] {
  return (['p50', 'p99'] as const).map((which) => {
    const share = which === 'p50' ? 0.5 : 0.99;
    const [old, young] = [percentile(aged, share), percentile(fresh, share)];
    return {
      measure: `${name}: ${which} aged ÷ fresh`,
      value: old / young,
      goal: { most: goals[which] },
      detail: `${old.toFixed(2)} ÷ ${young.toFixed(2)} ms, ${aged.length} calls each`,
    };
  });
}
