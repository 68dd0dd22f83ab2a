import { testRole } from '@healthbooker/local/test/role';
import { openNotificationPool } from './pool.ts';

testRole('notification', openNotificationPool, {
  appendOnly: ['message_words'],
  neverDeleted: ['message', 'message_past'],
});
