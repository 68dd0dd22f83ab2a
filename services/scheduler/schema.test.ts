import { test } from 'node:test';
import { checkRights } from '@healthbooker/local/test/rights';
import { checkSchema } from '@healthbooker/local/test/schema';
import '@healthbooker/runtime/republish';
import './service.ts';

/** `HB_WRITE_SCHEMA=1 npm test -- services/scheduler/schema.test.ts` writes it anew. */
test('the committed schema is what the migrations make', () => checkSchema('scheduler'));

test('the service has exactly the rights that its statements need', () => {
  return checkRights('scheduler');
});
