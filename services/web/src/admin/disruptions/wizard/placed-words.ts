import { count } from '../../../shared/staff/count.ts';
import type { Plan } from './plan.ts';

const methods: Record<Plan['method'], string> = {
  optimal: 'No other plan serves these patients better.',
  'best-found': 'This is the best plan that was found in the time there is.',
  greedy: 'These are the next times that fit, one patient after the other.',
};

/** How many visits have a new time, whether more is possible, and how good the plan is. */
export function placedWords(plan: Pick<Plan, 'moves' | 'placed' | 'mostPlaceable' | 'method'>): string {
  const { placed, mostPlaceable } = plan;
  const all = plan.moves.length;
  if (placed === all) return `${allWords(all)} ${methods[plan.method]}`;
  const some = `${placed} of ${count(all, 'visit has', 'visits have')} a new time`;
  const more =
    mostPlaceable > placed
      ? `${mostPlaceable} could have one, but no such plan was found in the time there is.`
      : 'more is not possible with the free times there are.';
  return placed === 0 ? `${some}; ${more}` : `${some}; ${more} ${methods[plan.method]}`;
}

function allWords(all: number): string {
  if (all === 1) return 'The visit has a new time.';
  return `${all === 2 ? 'Both' : `All ${all}`} visits have a new time.`;
}
