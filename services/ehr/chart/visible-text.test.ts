import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ServiceError } from '@healthbooker/runtime/errors';
import { checkBody } from './body.ts';
import { checkWords } from './correction.ts';

const coding = null;
const bodies = {
  encounterNote: { text: 'Well', plan: '', appointmentId: '' },
  condition: { coding, term: 'Asthma', plainTerm: '', clinicalStatus: 'active', onsetDate: '' },
};
const check = (body: keyof typeof bodies, over: Record<string, string> = {}) =>
  checkBody({ body, [body]: { ...bodies[body], ...over } } as never);

function fieldsOf(attempt: () => unknown): string[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (error instanceof ServiceError && error.kind === 'invalid') {
      return error.fields?.map(({ field }) => field) ?? [];
    }
    throw error;
  }
}

test('no entry and no request shows nothing', () => {
  for (const text of ['\u200b', '\u00ad', '\u3164', '\u0301', '\u202e\u202c']) {
    assert.match(fieldsOf(() => check('encounterNote', { text })).join(), /text$/);
    assert.match(fieldsOf(() => check('encounterNote', { plan: text })).join(), /plan$/);
    assert.match(fieldsOf(() => check('condition', { term: text })).join(), /term$/);
    assert.deepEqual(
      fieldsOf(() => checkWords('reason', text, 500)),
      ['reason'],
    );
  }
  assert.deepEqual(
    fieldsOf(() => check('encounterNote')),
    [],
  );
  assert.deepEqual(
    fieldsOf(() => check('condition')),
    [],
  );
});
