import { Worker } from 'node:worker_threads';
import { ServiceError } from '@healthbooker/runtime/errors';
import {
  type Assignment,
  assignGreedily,
  costOf,
  type Option,
  prune,
  toLp,
  type Visit,
} from './assignment.ts';

const TIME_LIMIT_S = 5;
/** For starting the thread and handing over the answer. */
const GRACE_MS = 1500;
/** Threads that solve at the same time; each takes a core and some 100 MB. */
const MAX_AT_ONCE = 2;
let atOnce = 0;

export type Solved = Assignment & {
  /** 'optimal': no assignment is better. 'best-found': the time ran out. 'greedy': it did before anything was found. */
  method: 'optimal' | 'best-found' | 'greedy';
};

type Answer = { status: string; ones: string[] };

/**
 * The cheapest assignment, found by HiGHS in a thread of its own within 5 s; then the best one found, or the greedy one
 * where that is better. Errors: 'unavailable' when two are being solved already.
 */
export async function solve(visits: readonly Visit[]): Promise<Solved> {
  const greedy = assignGreedily(visits);
  // Nobody wants what another has: each has their best option.
  const isUncontended = visits.every((visit, index) => {
    const best = visit.options[0];
    return best === undefined || best.cost >= visit.unplacedCost || greedy.chosen[index] === best;
  });
  if (isUncontended) return { ...greedy, method: 'optimal' };
  if (atOnce >= MAX_AT_ONCE) {
    throw new ServiceError('unavailable', 'Other plans are being worked out. Try again in a moment.', {
      retryAfterMs: 2000,
    });
  }
  atOnce += 1;
  try {
    const pruned = prune(visits);
    const answer = await run(toLp(pruned));
    if (answer === undefined) return { ...greedy, method: 'greedy' };
    const chosen = pruned.map(({ options }, v): Option | null => {
      const index = options.findIndex((_, o) => answer.ones.has(`x${v}_${o}`));
      return options[index] ?? null;
    });
    const cost = costOf(visits, chosen);
    if (answer.status === 'Optimal') return { chosen, cost, method: 'optimal' };
    const isUsable = answer.ones.size >= visits.length && cost <= greedy.cost;
    return isUsable ? { chosen, cost, method: 'best-found' } : { ...greedy, method: 'greedy' };
  } finally {
    atOnce -= 1;
  }
}

async function run(lp: string): Promise<{ status: string; ones: Set<string> } | undefined> {
  const worker = new Worker(new URL('./solver-worker.ts', import.meta.url), {
    workerData: { lp, timeLimit_s: TIME_LIMIT_S },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => resolve(undefined), TIME_LIMIT_S * 1000 + GRACE_MS);
      worker.once('message', ({ status, ones }: Answer) => resolve({ status, ones: new Set(ones) }));
      worker.once('error', reject);
      worker.once('exit', () => resolve(undefined));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
