import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WrittenEntry } from '../api.ts';
import { check, fieldsOf, formOf, forms, startOf, toBody, toTyped, usualRelease } from './entry-form.ts';

const now = '2026-05-02T09:30:00Z';

test('no known allergies is asserted without a substance', () => {
  assert.deepEqual(check('allergy', { noneKnown: 'yes' }, now), []);
  assert.deepEqual(toBody('allergy', { noneKnown: 'yes', substance: 'Latex' }), {
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
  assert.deepEqual(check('allergy', {}, now), [{ field: 'substance', message: 'Enter: substance' }]);
});

test('a result takes a comma for a point, refuses words, and is observed now', () => {
  const typed = { ...startOf('observation', now), name: 'Weight', value: '80,5', unit: 'kg' };
  assert.deepEqual(toBody('observation', typed), {
    kind: 'observation',
    name: 'Weight',
    plainName: '',
    coding: null,
    value: 80.5,
    unit: 'kg',
    observedAt: now,
  });
  assert.deepEqual(check('observation', { ...typed, value: 'heavy' }, now), [
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
  {
    ...meta,
    kind: 'observation',
    body: {
      coding: null,
      name: 'Blood pressure',
      plainName: '',
      unit: '',
      observedAt: '2026-01-01T08:15:42Z',
      components: [
        { coding, name: 'Systolic', plainName: 'Upper', value: 128, unit: 'mm[Hg]', referenceHigh: 140 },
        { coding: null, name: 'Diastolic', plainName: '', value: 82, unit: 'mm[Hg]' },
        { coding: null, name: 'Pulse', plainName: '', value: 72, unit: '/min' },
      ],
    },
  },
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
      onsetDate: '2020-01',
      resolvedDate: '2021',
    },
  },
  {
    ...meta,
    kind: 'medication',
    body: {
      coding: null,
      name: 'Ramipril',
      dosage: '5 mg',
      status: 'stopped',
      startedDate: '',
      stoppedDate: '2025-02-03',
    },
  },
];

test('an amendment of an unchanged form sends what was there, for every kind', () => {
  assert.deepEqual(entries.map(formOf).sort(), forms.map(({ value }) => value).sort());
  for (const entry of entries) {
    assert.deepEqual(toBody(formOf(entry), toTyped(entry), entry), { kind: entry.kind, ...entry.body });
    assert.deepEqual(check(formOf(entry), toTyped(entry), now, entry), []);
  }
});

test('blood pressure is one entry with two parts and the time it was taken', () => {
  const typed = {
    ...startOf('panel', now),
    'components[0].value': '128',
    'components[1].value': '82',
    observedTime: '0915',
  };
  const body = toBody('panel', typed);
  assert.ok(body.kind === 'observation');
  assert.deepEqual(
    body.components?.map(({ name, value, unit }) => [name, value, unit]),
    [
      ['Systolic blood pressure', 128, 'mm[Hg]'],
      ['Diastolic blood pressure', 82, 'mm[Hg]'],
    ],
  );
  assert.equal(body.observedAt, `${now.slice(0, 11)}09:15:00Z`);
  assert.deepEqual(
    check('panel', { ...typed, 'components[1].value': '' }, now).map(({ field }) => field),
    ['components[1].value'],
  );
});

test('what is taken tomorrow, at no time or since no date is refused before it is sent', () => {
  const typed = { ...startOf('observation', now), name: 'Weight', value: '80' };
  const fieldsIn = (changed: Record<string, string>) =>
    check('observation', { ...typed, ...changed }, now).map(({ field }) => field);
  assert.deepEqual(fieldsIn({ observedDate: '2026-05-03' }), ['observedDate']);
  assert.deepEqual(fieldsIn({ observedTime: '25:00' }), ['observedTime']);
  assert.deepEqual(fieldsIn({ observedDate: '' }), ['observedDate']);
  const since = (onsetDate: string) =>
    check('condition', { term: 'Asthma', onsetDate }, now).map(({ field }) => field);
  assert.deepEqual([since('last summer'), since('2020'), since('2020-03')], [['onsetDate'], [], []]);
});

test('only a resolved problem has an end', () => {
  const named = (clinicalStatus: string) =>
    fieldsOf('condition', { clinicalStatus }).some(({ name }) => name === 'resolvedDate');
  assert.deepEqual([named('active'), named('resolved')], [false, true]);
  const body = toBody('condition', { term: 'Asthma', clinicalStatus: 'active', resolvedDate: '2020' });
  assert.equal('resolvedDate' in body, false);
});

test('results and problems wait for a review, everything else is seen at once', () => {
  const waiting = forms.map(({ value }) => value).filter((form) => usualRelease(form) === 'after-review');
  assert.deepEqual(waiting, ['condition', 'observation', 'panel']);
});

test('another name drops the code that belonged to the one before', () => {
  const renamed = toBody('observation', { ...toTyped(pulse), name: 'Breaths' }, pulse);
  assert.equal(renamed.kind === 'observation' && renamed.coding, null);
});
