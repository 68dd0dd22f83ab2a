import { testRole } from '@healthbooker/local/test/role';
import { openSchedulerPool } from './pool.ts';

testRole('scheduler', openSchedulerPool, {
  appendOnly: ['decision', 'series'],
  neverDeleted: ['reservation', 'slot', 'referral', 'proxy', 'waitlist_entry'],
});
