import { countLoads, type LoadsOf, loadKey } from './find-candidates.ts';

/** Counting the visits of providers costs as much as a batch, and fairness needs no count to the second. */
const KEPT_MS = 10_000;

/** Makes the function that counts the visits of providers, up to ten seconds old. */
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
