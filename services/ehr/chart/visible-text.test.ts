import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkBody } from './body.ts';
import { checkWords } from './correction.ts';

const isInvalid = { kind: 'invalid' };

test('no entry, reason or request shows nothing', () => {
  for (const text of ['\u200b', '\u00ad', '\u3164', '\u0301', '\u202e\u202c']) {
    for (const body of [
      { encounterNote: { text, plan: '' } },
      { encounterNote: { text: 'Well', plan: text } },
      { condition: { name: text, clinicalStatus: 'active', onset: '' } },
      { allergy: { substance: text, reaction: '', criticality: 'low' } },
    ]) {
      assert.throws(
        () => checkBody({ body: Object.keys(body)[0], ...body } as never),
        isInvalid,
        JSON.stringify([text, body]),
      );
    }
    assert.throws(() => checkWords('reason', text, 500), isInvalid);
  }
  assert.equal(
    checkBody({ body: 'encounterNote', encounterNote: { text: 'Well', plan: '' } } as never).kind,
    'encounter-note',
  );
});
