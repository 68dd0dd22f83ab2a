import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../api.ts';
import { check, fieldsOf, kinds, toBody, toTyped } from './entry-form.ts';

const now = '2026-05-02T09:30:00Z';

test('no known allergies is asserted without a substance', () => {
  assert.deepEqual(check('allergy', { noneKnown: 'yes' }), []);
  assert.deepEqual(toBody('allergy', { noneKnown: 'yes', substance: 'Latex' }, now), {
    kind: 'allergy',
    noneKnown: true,
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
    value: 80.5,
    unit: 'kg',
    observedAt: now,
  });
  assert.deepEqual(check('observation', { ...typed, value: 'heavy' }), [
    { field: 'value', message: 'Value must be a number' },
  ]);
});

test('an amendment of an unchanged form sends what was there, for every kind', () => {
  const bodies: Entry['body'][] = [
    { kind: 'encounter-note', text: 'Seen', plan: 'Again in June' },
    {
      kind: 'allergy',
      noneKnown: false,
      substance: 'Penicillin',
      coding: { system: 'http://snomed.info/sct', code: '91936005' },
      severity: 'mild',
      clinicalStatus: 'active',
    },
    {
      kind: 'condition',
      term: 'Hypertension',
      plainTerm: 'High blood pressure',
      clinicalStatus: 'resolved',
      onsetDate: '2020-01-01',
    },
    { kind: 'medication', name: 'Ramipril', dosage: '5 mg', status: 'stopped' },
    {
      kind: 'observation',
      name: 'Pulse',
      value: 72,
      unit: '/min',
      referenceLow: 50,
      referenceHigh: 90,
      observedAt: '2026-01-01T00:00:00Z',
    },
  ];
  assert.deepEqual(bodies.map(({ kind }) => kind).sort(), kinds.map(({ value }) => value).sort());
  for (const body of bodies) {
    const entry: Entry = {
      id: '1',
      kind: body.kind,
      version: 1,
      body,
      release: 'now',
      authorId: '',
      authorName: '',
      recordedAt: now,
      amendReason: '',
    };
    assert.deepEqual(toBody(body.kind, toTyped(entry), now), body);
    assert.deepEqual(check(body.kind, toTyped(entry)), []);
  }
});
