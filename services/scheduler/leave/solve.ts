import { Worker } from 'node:worker_threads';
import { ServiceError } from '@healthbooker/runtime/errors';
import { type Assignment, assignGreedily, costOf, type Option, prune, type Visit } from './assignment.ts';
import { components } from './components.ts';
import type { Matching } from './matching.ts';

const TIME_LIMIT_S = 5;
/** For starting the thread and handing over the answer. */
const GRACE_MS = 1500;
/** Threads that solve at the same time; each takes a core and some 100 MB. */
const MAX_AT_ONCE = 2;
let atOnce = 0;

export type Solved = Assignment & {
  /** 'optimal': no assignment is better. 'best-found': the time ran out. 'greedy': it did before anything was found. */
  method: 'optimal' | 'best-found' | 'greedy';
  /** How many visits the best assignment of all places; where it was not found in time, no assignment places more. */
  mostPlaceable: number;
};

/** A group of visits that has nothing to do with the others, and who of it has which option. */
type Part = { places: number[]; visits: Visit[]; greedy: Assignment };
/** Of one part: the chosen option's place of each visit, -1 for none; undefined when the time ran out before. */
export type PartAnswer = { chosen: number[]; isOptimal: boolean } | undefined;
/** Where each option is one slot and each patient has one visit, it is a matching, which needs no solver. */
type Problem = { visits: Visit[] } | { matching: Matching };
export type PartsToSolve = { parts: Problem[]; timeLimit_s: number };

/**
 * The assignment that places the most visits, and of those the cheapest, found in a thread of its own within 5 s: by
 * {@link cheapestMatching} where it is a matching, else by HiGHS; then the best one found, or the greedy one where that is better. Errors: 'unavailable' when two are being solved already.
 */
export async function solve(visits: readonly Visit[]): Promise<Solved> {
  const parts = components(visits).map((places): Part => {
    const own = places.flatMap((place) => visits[place] ?? []);
    return { places, visits: own, greedy: assignGreedily(own) };
  });
  // Small ones first: as many as the time is enough for.
  const hard = parts.filter((part) => !isUncontended(part)).sort((a, b) => a.visits.length - b.visits.length);
  const answers = new Map<Part, PartAnswer>();
  if (hard.length > 0) {
    const found = await inThread(hard.map(({ visits: own }) => toProblem(prune(own))));
    for (const [index, part] of hard.entries()) answers.set(part, found[index]);
  }
  const chosen: (Option | null)[] = visits.map(() => null);
  const methods = new Set<Solved['method']>();
  let mostPlaceable = 0;
  for (const part of parts) {
    const best = answers.has(part) ? better(part, answers.get(part)) : optimal(part.greedy);
    methods.add(best.method);
    mostPlaceable += best.method === 'optimal' ? placed(best) : part.visits.filter(hasOption).length;
    for (const [index, place] of part.places.entries()) chosen[place] = best.chosen[index] ?? null;
  }
  const method = (['greedy', 'best-found'] as const).find((each) => methods.has(each)) ?? 'optimal';
  return { chosen, cost: costOf(visits, chosen), method, mostPlaceable };
}

type PartSolved = Assignment & { method: Solved['method'] };

function optimal(assignment: Assignment): PartSolved {
  return { ...assignment, method: 'optimal' };
}

/** What the thread found of a part, or the greedy assignment where that is as good or nothing was found. */
function better({ visits, greedy }: Part, answer: PartAnswer): PartSolved {
  if (answer === undefined) return { ...greedy, method: 'greedy' };
  const chosen = visits.map(({ options }, v) => options[answer.chosen[v] ?? -1] ?? null);
  const found = { chosen, cost: costOf(visits, chosen) };
  if (answer.isOptimal) return optimal(found);
  const isWorse =
    placed(found) < placed(greedy) || (placed(found) === placed(greedy) && found.cost > greedy.cost);
  return isWorse ? { ...greedy, method: 'greedy' } : { ...found, method: 'best-found' };
}

function placed({ chosen }: Assignment): number {
  return chosen.filter((option) => option !== null).length;
}

const hasOption = ({ options }: Visit) => options.length > 0;

/** Nobody wants what another has: each has their best option. */
function isUncontended({ visits, greedy }: Part): boolean {
  return visits.every(({ options: [best] }, index) => best === undefined || greedy.chosen[index] === best);
}

function toProblem(visits: Visit[]): Problem {
  const isMatching =
    new Set(visits.map(({ patientId }) => patientId)).size === visits.length &&
    visits.every(({ options }) => options.every(({ slotIds }) => slotIds.length === 1));
  if (!isMatching) return { visits };
  const places = new Map<string, number>();
  const placeOf = (slotId: string) => {
    const place = places.get(slotId) ?? places.size;
    places.set(slotId, place);
    return place;
  };
  const options = visits.flatMap((visit) => visit.options);
  let start = 0;
  const starts = visits.map((visit) => {
    start += visit.options.length;
    return start;
  });
  const columns = Int32Array.from(options, ({ slotIds: [slotId] }) => placeOf(slotId));
  return {
    matching: {
      starts: Int32Array.from([0, ...starts]),
      columns,
      costs: Float64Array.from(options, ({ cost }) => cost),
      unplacedCosts: Float64Array.from(visits, ({ unplacedCost }) => unplacedCost),
      columnCount: places.size,
    },
  };
}

async function inThread(parts: Problem[]): Promise<PartAnswer[]> {
  if (atOnce >= MAX_AT_ONCE) {
    throw new ServiceError('unavailable', 'Other plans are being worked out. Try again in a moment.', {
      retryAfterMs: 2000,
    });
  }
  atOnce += 1;
  try {
    return await run({ parts, timeLimit_s: TIME_LIMIT_S });
  } finally {
    atOnce -= 1;
  }
}

/** Answers as far as the thread came; it posts each part when it is solved. */
async function run(problem: PartsToSolve): Promise<PartAnswer[]> {
  const worker = new Worker(new URL('./solver-worker.ts', import.meta.url), { workerData: problem });
  const answers: PartAnswer[] = [];
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => resolve(answers), TIME_LIMIT_S * 1000 + GRACE_MS);
      worker.on('message', (answer: PartAnswer) => {
        answers.push(answer);
        if (answers.length === problem.parts.length) resolve(answers);
      });
      worker.once('error', reject);
      worker.once('exit', () => resolve(answers));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
