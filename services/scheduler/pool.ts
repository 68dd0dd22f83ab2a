import { openPool, type Pool, type PoolOptions } from '@healthbooker/runtime/postgres';

/** Whose database, how many connections, and the limits where a proof on a busy machine needs others. */
export type SchedulerPoolOptions = Omit<PoolOptions, 'name' | 'plansOnce'>;

/**
 * Opens the scheduler's connections, for the service and for whatever measures or proves it: whoever opens them
 * otherwise sees other plans than production runs.
 */
export function openSchedulerPool(options: SchedulerPoolOptions): Pool {
  return openPool({ ...options, name: 'scheduler', plansOnce: true });
}
