import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WrittenEntry } from '../api.ts';
import { check, fieldsOf, kinds, toBody, toTyped } from './entry-form.ts';

const now = '2026-05-02T09:30:00Z';

test('no known allergies is asserted without a substance', () => {
  assert.deepEqual(check('allergy', { noneKnown: 'yes' }), []);
  assert.deepEqual(toBody('allergy', { noneKnown: 'yes', substance: 'Latex' }, now), {
    kind: 'allergy',
    noneKnown: true,
    coding: null,
    substance: '',
    reaction: '',
    severity: '',
    clinicalStatus: '',
  });
  assert.deepEqual(
    fieldsOf('allergy', { noneKnown: 'yes' }).map(({ name }) => name),
    ['noneKnown'],
  );
  assert.deepEqual(check('allergy', {}), [{ field: 'substance', message: 'Enter: substance' }]);
});

test('a result takes a comma for a point, refuses words, and is observed now', () => {
  const typed = { name: 'Weight', value: '80,5', unit: 'kg' };
  assert.deepEqual(toBody('observation', typed, now), {
    kind: 'observation',
    name: 'Weight',
    plainName: '',
    coding: null,
    value: 80.5,
    unit: 'kg',
    observedAt: now,
  });
  assert.deepEqual(check('observation', { ...typed, value: 'heavy' }), [
    { field: 'value', message: 'Value must be a number' },
  ]);
});

const coding = { system: 'http://loinc.org', code: '8867-4', display: 'Heart rate' };
const meta = {
  id: '1',
  version: 1,
  release: 'now' as const,
  authorId: '',
  authorName: '',
  recordedAt: now,
  amendReason: '',
};
const pulse: WrittenEntry = {
  ...meta,
  kind: 'observation',
  body: {
    coding,
    name: 'Pulse',
    plainName: '',
    value: 72,
    unit: '/min',
    referenceLow: 50,
    referenceHigh: 90,
    observedAt: '2026-01-01T00:00:00Z',
  },
};
const entries: readonly WrittenEntry[] = [
  pulse,
  { ...meta, kind: 'encounter-note', body: { text: 'Seen', plan: 'Again in June', appointmentId: 'a1' } },
  {
    ...meta,
    kind: 'allergy',
    body: {
      noneKnown: false,
      coding: { system: 'http://snomed.info/sct', code: '91936005', display: 'Allergy to penicillin' },
      substance: 'Penicillin',
      reaction: '',
      severity: 'mild',
      clinicalStatus: 'active',
    },
  },
  {
    ...meta,
    kind: 'condition',
    body: {
      coding: null,
      term: 'Hypertension',
      plainTerm: 'High blood pressure',
      clinicalStatus: 'resolved',
      onsetDate: '2020-01-01',
    },
  },
  {
    ...meta,
    kind: 'medication',
    body: { coding: null, name: 'Ramipril', dosage: '5 mg', status: 'stopped', startedDate: '' },
  },
];

test('an amendment of an unchanged form sends what was there, for every kind', () => {
  assert.deepEqual(entries.map(({ kind }) => kind).sort(), kinds.map(({ value }) => value).sort());
  for (const entry of entries) {
    assert.deepEqual(toBody(entry.kind, toTyped(entry), now, entry), { kind: entry.kind, ...entry.body });
    assert.deepEqual(check(entry.kind, toTyped(entry)), []);
  }
});

test('another name drops the code that belonged to the one before', () => {
  const renamed = toBody('observation', { ...toTyped(pulse), name: 'Breaths' }, now, pulse);
  assert.equal(renamed.kind === 'observation' && renamed.coding, null);
});
