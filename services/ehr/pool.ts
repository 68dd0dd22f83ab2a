import { openPool, type Pool, type PoolOptions } from '@healthbooker/runtime/postgres';

/** Opens the connections of ehr, for the service and for whatever measures or proves it. */
export function openEhrPool(options: Omit<PoolOptions, 'name' | 'plansOnce'>): Pool {
  // What a patient's chart holds differs by a factor of a thousand; a plan made for the longest reads it all.
  return openPool({ ...options, name: 'ehr', plansOnce: true });
}
