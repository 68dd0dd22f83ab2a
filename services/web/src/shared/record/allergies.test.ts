import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allergyState } from './allergies.ts';

const entry = (recordedAt: string, body: { noneKnown?: boolean; clinicalStatus?: string }) => ({
  kind: 'allergy' as const,
  recordedAt,
  body: { noneKnown: false, clinicalStatus: '', ...body },
});

test('nothing recorded is not the same as no known allergies', () => {
  assert.deepEqual(allergyState([]), { kind: 'not-recorded' });
  assert.deepEqual(
    allergyState([entry('2026-05-02', { noneKnown: true }), entry('2026-01-01', { noneKnown: true })]),
    { kind: 'none-known', since: '2026-05-02' },
  );
});

test('an active allergy outweighs an assertion', () => {
  const penicillin = entry('2026-01-01', { noneKnown: false, clinicalStatus: 'active' });
  assert.deepEqual(allergyState([entry('2026-05-02', { noneKnown: true }), penicillin]), {
    kind: 'known',
    active: [penicillin],
  });
});

test('refuted allergies alone leave a record without active ones', () => {
  assert.deepEqual(allergyState([entry('2026-01-01', { clinicalStatus: 'refuted' })]), {
    kind: 'known',
    active: [],
  });
});
