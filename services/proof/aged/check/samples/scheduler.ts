import { office } from './scheduler-office.ts';
import { visits } from './scheduler-visits.ts';
import type { Samples } from './types.ts';

/** What each statement of the scheduler is tried with. */
export const scheduler: Samples = { ...office, ...visits };
