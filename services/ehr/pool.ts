import { openPool, type Pool, type PoolOptions } from '@healthbooker/runtime/postgres';

/** Opens the connections of ehr, for the service and for whatever measures or proves it. */
export function openEhrPool(options: Omit<PoolOptions, 'name' | 'plansOnce'>): Pool {
  return openPool({ ...options, name: 'ehr' });
}
