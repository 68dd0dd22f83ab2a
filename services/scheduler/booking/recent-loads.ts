import { countLoads, type LoadsOf, loadKey } from './find-candidates.ts';

/** Fairness between providers is a matter of days, and reading their visits costs as much as a batch. */
const KEPT_MS = 10_000;

/** Makes the function that says how much providers have to do, as it was some seconds ago. */
export function recentLoads(): LoadsOf {
  let known = new Map<string, number>();
  let until = 0;
  return async (on, rows) => {
    if (performance.now() > until) {
      known = new Map();
      until = performance.now() + KEPT_MS;
    }
    const kept = known;
    const missing = rows.filter((row) => !kept.has(loadKey(row)));
    if (missing.length > 0) {
      for (const [key, visits] of await countLoads(on, missing)) kept.set(key, visits);
    }
    return kept;
  };
}
