import { openPool, type Pool, type PoolOptions } from '@healthbooker/runtime/postgres';

/** Opens the connections of notification, for the service and for whatever measures or proves it. */
export function openNotificationPool(options: Omit<PoolOptions, 'name' | 'plansOnce'>): Pool {
  return openPool({ ...options, name: 'notification' });
}
