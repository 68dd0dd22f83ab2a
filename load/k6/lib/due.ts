/** How the rate of arrivals goes on: to `target` a second, in a straight line over `duration_s`. */
export type Stage = { target: number; duration_s: number };

/**
 * When the arrival with this number (from 0) is due, in seconds after the start, while arrivals come evenly at a rate
 * that follows the stages. Undefined once the stages are over.
 */
export function dueAfter(startRate: number, stages: readonly Stage[], arrival: number): number | undefined {
  let rate = startRate;
  let before_s = 0;
  let arrived = 0;
  for (const { target, duration_s } of stages) {
    const inStage = ((rate + target) / 2) * duration_s;
    if (arrival <= arrived + inStage) {
      return before_s + timeFor(arrival - arrived, rate, (target - rate) / duration_s);
    }
    arrived += inStage;
    before_s += duration_s;
    rate = target;
  }
  return undefined;
}

/** The t with `rate · t + slope · t² ÷ 2 = count`: the form that also holds when the slope is next to nothing. */
function timeFor(count: number, rate: number, slope: number): number {
  return count === 0 ? 0 : (2 * count) / (rate + Math.sqrt(rate * rate + 2 * slope * count));
}
