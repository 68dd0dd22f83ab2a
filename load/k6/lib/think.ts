import { setTimeout } from 'k6/timers';
import { numberKnob } from './options.ts';

const mean_s = numberKnob('HB_THINK_S', 0, 600);
/** One draw in a million is longer; a user who sleeps through the run would measure nothing. */
const longest_means = 14;

/** The time a person thinks, drawn from the exponential distribution with this mean: `random` is uniform in [0, 1). */
export function thinkTime(mean: number, random: number): number {
  return Math.min(-Math.log(1 - random), longest_means) * mean;
}

/** Waits as long as a person looks at a page before they go on. */
export function think(): Promise<void> {
  return wait(thinkTime(mean_s, Math.random()));
}

function wait(seconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });
}
