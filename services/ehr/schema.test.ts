import { test } from 'node:test';
import { checkSchema } from '@healthbooker/local/test/schema';

test('the committed schema is what the migrations make', () => checkSchema('ehr'));
