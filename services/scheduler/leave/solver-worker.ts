import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type highs from 'highs';
import { toLp, type Visit } from './assignment.ts';
import { cheapestMatching } from './matching.ts';
import type { PartAnswer, PartsToSolve } from './solve.ts';

// Its types describe the CommonJS build: there the loader is a property, in the other build it is all there is.
const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof highs;

/** Solves one part after the other, in a thread of its own, and posts of each who has which option. */
const { parts, timeLimit_s } = workerData as PartsToSolve;
const endMs = performance.now() + timeLimit_s * 1000;
const isOver = () => performance.now() > endMs;
// Most changes need it for nothing.
const solver = parts.some((part) => 'visits' in part) ? await loadHighs() : undefined;
for (const part of parts) {
  if ('visits' in part) parentPort?.postMessage(solvePart(part.visits));
  else {
    const chosen = cheapestMatching(part.matching, isOver);
    parentPort?.postMessage(chosen && { chosen, isOptimal: true });
  }
}

/**
 * The most visits first, then the least cost: the cheapest plan mostly places as many as can be. Where it does not place
 * everybody, the most are counted, and where that is more the cheapest plan of so many is looked for.
 */
function solvePart(visits: readonly Visit[]): PartAnswer {
  const cheapest = solveLp(visits, toLp(visits));
  if (cheapest === undefined || !cheapest.isOptimal) return cheapest;
  const placeable = visits.filter(({ options }) => options.length > 0).length;
  const placed = countOf(cheapest);
  if (placed === placeable) return cheapest;
  const fullest = solveLp(visits, toLp(visits, { counts: true }));
  if (fullest === undefined || !fullest.isOptimal) return { ...cheapest, isOptimal: false };
  if (countOf(fullest) === placed) return cheapest;
  const best = solveLp(visits, toLp(visits, { places: countOf(fullest) }));
  return best?.isOptimal === true ? best : { ...fullest, isOptimal: false };
}

function countOf({ chosen }: { chosen: number[] }): number {
  return chosen.filter((option) => option >= 0).length;
}

function solveLp(visits: readonly Visit[], lp: string): PartAnswer {
  const left_s = (endMs - performance.now()) / 1000;
  if (left_s <= 0 || solver === undefined) return undefined;
  // Where nothing is declared binary there is nothing to simplify either, and looking for it takes twice as long as solving.
  const presolve = lp.includes('\nBinary\n') ? 'choose' : 'off';
  const { Status, Columns } = solver.solve(lp, {
    output_flag: false,
    time_limit: left_s,
    presolve,
    mip_rel_gap: 0,
  });
  const chosen = visits.map(() => -1);
  let ones = 0;
  for (const [name, column] of Object.entries(Columns)) {
    if (!('Primal' in column) || (column.Primal ?? 0) <= 0.5) continue;
    ones += 1;
    const [, v, o] = /^x(\d+)_(\d+)$/.exec(name) ?? [];
    if (v !== undefined) chosen[Number(v)] = Number(o);
  }
  // Stopped before it had anything, or in the middle of a linear program: no plan.
  if (ones < visits.length) return undefined;
  return { chosen, isOptimal: Status === 'Optimal' };
}
