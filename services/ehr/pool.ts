import { openPool, type Pool, type PoolOptions } from '@healthbooker/runtime/postgres';

/** Opens the connections of ehr, for the service and for whatever measures or proves it. */
export function openEhrPool(options: Omit<PoolOptions, 'name' | 'plansOnce'>): Pool {
  // Charts differ in size by a factor of a thousand; a plan made for the longest would read all of a chart.
  return openPool({ ...options, name: 'ehr', plansOnce: true });
}
