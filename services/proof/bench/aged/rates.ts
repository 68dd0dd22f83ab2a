import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { retryEntries } from '@healthbooker/scheduler/waiting/retry-entries';
import type { Tell } from '../../aged/fill/bulk.ts';
import { notificationJobs } from '../../aged/jobs/notification.ts';
import { schedulerTasks } from '../../aged/jobs/scheduler.ts';
import type { Work } from '../../aged/jobs/work.ts';
import { atOnce, percentile } from '../engine/in-process.ts';
import { eventsPerSecond, yesSayer } from '../relay.ts';
import { type Amount, warm_up } from './amount.ts';
import { callsOn } from './calls.ts';
import type { Row } from './rows.ts';
import type { Asked } from './sample.ts';
import type { Sides } from './sides.ts';

const CLIENTS = 16;
const LOOKS = 200;
/** As `keepHouse` rests between two steps. */
const [rest_ratio, rest_at_least_ms] = [4, 20];
const NIGHT_MS = 2 * 86_400_000;

/** What each side does in a second, and what the aged one does beside a night's tidying. */
export async function measureRates(
  { aged, fresh }: Sides,
  asked: Asked,
  { rounds, calls, bookings, events }: Amount,
  tell: Tell,
): Promise<Row[]> {
  const rows: Row[] = [];
  tell('the second look');
  rows.push(await secondLook(aged));

  tell('bookings a second');
  const perRound = Math.floor(bookings / rounds);
  // Behind those of single calls: nobody's visits meet.
  let next = 0;
  const book = async (work: Work): Promise<number> => {
    const on = callsOn(work);
    const wanted = Array.from({ length: perRound }, (_, n) => ({
      patient: asked.patients[calls + warm_up + next + n] as string,
      slot: asked.slots[calls + warm_up + next + n]?.id as string,
    }));
    const { seconds } = await atOnce(CLIENTS, wanted, async ({ patient, slot }) => {
      await on.book(patient, slot);
      return 0;
    });
    return perRound / seconds;
  };
  const rates: Record<'aged' | 'fresh', number[]> = { aged: [], fresh: [] };
  for (let round = 0; round < rounds; round += 1) {
    rates.fresh.push(await book(fresh));
    rates.aged.push(await book(aged));
    next += perRound;
  }
  rows.push(ratioOf('bookings a second: aged ÷ fresh', 0.9, rates.aged, rates.fresh, 'per second'));

  tell('bookings beside a night of tidying');
  const [beside, alone]: [number[], number[]] = [[], []];
  let steps = 0;
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await book(aged));
    next += perRound;
    const tidying = tidy(aged);
    beside.push(await book(aged));
    next += perRound;
    steps += await tidying.stop();
  }
  const tidied = ratioOf('bookings a second: beside tidying ÷ without', 0.9, beside, alone, 'per second');
  rows.push({ ...tidied, detail: `${tidied.detail}, ${steps} steps` });

  tell('the relay');
  const sns = yesSayer();
  for (const { owners, pools } of [aged, fresh])
    await eventsPerSecond(owners.scheduler, pools.scheduler, sns, 1);
  const published: Record<'aged' | 'fresh', number[]> = { aged: [], fresh: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of ['aged', 'fresh'] as const) {
      const { owners, pools } = side === 'aged' ? aged : fresh;
      published[side].push(await eventsPerSecond(owners.scheduler, pools.scheduler, sns, events));
    }
  }
  sns.destroy();
  rows.push(
    ratioOf('events published a second: aged ÷ fresh', 0.95, published.aged, published.fresh, 'per second'),
  );

  tell('the sender');
  const sender = notificationJobs.find(({ loop }) => loop === 'sender');
  if (sender === undefined) throw new Error('no job sends messages');
  const sent: Record<'aged' | 'fresh', number[]> = { aged: [], fresh: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of ['aged', 'fresh'] as const) {
      const began = performance.now();
      await sender.run(side === 'aged' ? aged : fresh);
      if (round > 0) sent[side].push(performance.now() - began);
    }
  }
  rows.push({
    measure: 'messages that are due, sent: p50 aged ÷ fresh',
    value: median(sent.aged) / median(sent.fresh),
    goal: { most: 1.2 },
    detail: `${median(sent.aged).toFixed(0)} ÷ ${median(sent.fresh).toFixed(0)} ms for a few dozen`,
  });
  return rows;
}

/** What all pods together spend each second on looking whether somebody who waits is due, when nobody is. */
async function secondLook(aged: Work): Promise<Row> {
  const due = async () =>
    (
      await aged.owners.scheduler.query(
        "select count(*)::int as due from waitlist_entry where state = 'waiting' and retry_at <= $1",
        [aged.clock()],
      )
    ).rows[0].due as number;
  while ((await due()) > 0) await retryEntries(aged.scheduler);
  const took: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const began = performance.now();
    await retryEntries(aged.scheduler);
    took.push(performance.now() - began);
  }
  const pods = mostPods('scheduler');
  const { rows } = await aged.owners.scheduler.query(
    "select count(*)::int as waiting from waitlist_entry where state = 'waiting'",
  );
  return {
    measure: `second look at ${rows[0].waiting.toLocaleString('en')} waiting, nothing due: ms a second in ${pods} pods`,
    value: pods * median(took),
    goal: { most: 5 },
    detail: `${median(took).toFixed(2)} ms each, p99 ${percentile(took, 0.99).toFixed(2)} ms`,
  };
}

/** As many processes as an autoscaler may start. */
function mostPods(service: string): number {
  const text = readFileSync(new URL('../../../catalogue.json', import.meta.url), 'utf8');
  const { services } = JSON.parse(text) as { services: { name: string; replicas?: { max: number } }[] };
  const max = services.find(({ name }) => name === service)?.replicas?.max;
  if (max === undefined) throw new Error(`services/catalogue.json does not say how many pods ${service} has`);
  return max;
}

/** Takes steps of housekeeping, with its rests, two days later by the clock, until it is stopped. */
function tidy({ pools: { scheduler: pool }, clock }: Work): { stop(): Promise<number> } {
  let isStopped = false;
  const at = new Date(clock().getTime() + NIGHT_MS);
  const run = async (): Promise<number> => {
    let steps = 0;
    for (;;) {
      for (const task of schedulerTasks(pool)) {
        for (let isMore = true; isMore; ) {
          if (isStopped) return steps;
          const began = performance.now();
          isMore = (await task.step(at)).isMore;
          steps += 1;
          await sleep(Math.max(rest_at_least_ms, rest_ratio * (performance.now() - began)));
        }
      }
    }
  };
  const running = run();
  return {
    stop() {
      isStopped = true;
      return running;
    },
  };
}

function ratioOf(measure: string, least: number, over: number[], under: number[], unit: string): Row {
  const [a, b] = [median(over), median(under)];
  return { measure, value: a / b, goal: { least }, detail: `${a.toFixed(0)} ÷ ${b.toFixed(0)} ${unit}` };
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}
