import exec from 'k6/execution';
import { Rate, Trend } from 'k6/metrics';
import { dueAfter, type Stage } from './due.ts';
import type { Outcome } from './person.ts';

/** From when an arrival was due until its first answer: a generator that is late cannot hide it. */
const sinceDue = new Trend('hb_since_due', true);
/** How much later than due an arrival began: the generator's own fault, or that of users it waits for. */
const lateness = new Trend('hb_lateness', true);
/** Arrivals that were answered as they must be; those that were dropped are counted by k6 as `dropped_iterations`. */
const good = new Rate('hb_good');

/**
 * Makes one arrival of an open workload and measures it from when it was due.
 * @param work resolves with whether every answer was one, and when the first came, in milliseconds since 1970
 */
export async function arrive(
  startRate: number,
  stages: readonly Stage[],
  phaseNow: () => string,
  work: () => Promise<Outcome>,
): Promise<void> {
  const after_s = dueAfter(startRate, stages, exec.scenario.iterationInTest);
  const began = Date.now();
  // What k6 still starts in the moment in which the stages end.
  const due = after_s === undefined ? began : exec.scenario.startTime + after_s * 1000;
  const tags = { phase: phaseNow() };
  lateness.add(Math.max(0, began - due), tags);
  const { isGood, firstAnswerAt } = await work();
  sinceDue.add(firstAnswerAt - due, tags);
  good.add(isGood, tags);
}
