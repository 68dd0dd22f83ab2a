import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describe } from './describe.ts';

test('a result says where it lies', () => {
  const result = (value: number) =>
    describe({
      kind: 'observation',
      body: {
        coding: null,
        name: 'Haemoglobin',
        plainName: 'Blood count',
        value,
        unit: 'g/L',
        referenceLow: 120,
        referenceHigh: 160,
        observedAt: '2026-05-02T09:00:00Z',
      },
    });
  assert.deepEqual(result(110), {
    title: 'Blood count',
    term: 'Haemoglobin',
    value: '110 g/L',
    lines: ['Below the usual range (120 to 160)'],
  });
  assert.deepEqual(result(130).lines, ['In the usual range (120 to 160)']);
  assert.deepEqual(result(161).lines, ['Above the usual range (120 to 160)']);
});

test('a condition has its plain name first and the clinical term beside it', () => {
  assert.deepEqual(
    describe({
      kind: 'condition',
      body: {
        term: 'Essential hypertension',
        plainTerm: 'High blood pressure',
        coding: { system: 'http://snomed.info/sct', code: '59621000', display: 'Essential hypertension' },
        clinicalStatus: 'resolved',
        onsetDate: '2024-05-02',
      },
    }),
    {
      title: 'High blood pressure',
      term: 'Essential hypertension',
      lines: ['Resolved', 'Since 2 May 2024'],
    },
  );
});

test('no known allergies is a fact of its own', () => {
  const body = {
    noneKnown: true,
    coding: null,
    substance: '',
    reaction: '',
    severity: '',
    clinicalStatus: '',
  };
  assert.deepEqual(describe({ kind: 'allergy', body }), { title: 'No known allergies', lines: [] });
});
