import exec from 'k6/execution';
import { Rate, Trend } from 'k6/metrics';
import { dueAfter, type Stage } from './due.ts';
import type { Outcome } from './person.ts';

/** How late an arrival began, plus how long its first request took: so a late generator cannot hide its delay. */
const sinceDue = new Trend('hb_since_due', true);
/** How much later than due an arrival began, because the generator or a user it waits for was late. */
const lateness = new Trend('hb_lateness', true);
/** Arrivals that were answered as they must be; those that were dropped are counted by k6 as `dropped_iterations`. */
const good = new Rate('hb_good');

/**
 * Makes one arrival of an open workload and measures it from when it was due.
 * @param arrival its number: from 0 of a steady rate; from 1 where rates grow, since k6 then waits for a whole arrival
 * @param work resolves with whether every answer was one, and how long the first took
 */
export async function arrive(
  startRate: number,
  stages: readonly Stage[],
  arrival: number,
  phaseNow: () => string,
  work: () => Promise<Outcome>,
): Promise<void> {
  const after_s = dueAfter(startRate, stages, arrival);
  const began = Date.now();
  // k6 may still start this one at the moment in which the stages end.
  const due = after_s === undefined ? began : exec.scenario.startTime + after_s * 1000;
  const tags = { phase: phaseNow() };
  const late_ms = Math.max(0, began - due);
  lateness.add(late_ms, tags);
  const { isGood, first_ms } = await work();
  sinceDue.add(late_ms + first_ms, tags);
  good.add(isGood, tags);
}
