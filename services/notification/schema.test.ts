import { test } from 'node:test';
import { checkSchema } from '@healthbooker/local/test/schema';

/** `HB_WRITE_SCHEMA=1 npm test -- services/notification/schema.test.ts` writes it anew. */
test('the committed schema is what the migrations make', () => checkSchema('notification'));
