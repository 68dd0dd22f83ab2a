import { testRole } from '@healthbooker/local/test/role';
import { openEhrPool } from './pool.ts';

testRole('ehr', openEhrPool, { appendOnly: ['entry', 'access'], neverDeleted: ['chart'] });
