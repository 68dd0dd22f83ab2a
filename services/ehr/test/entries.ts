import type { EntryBody } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryBody';

type Body = Record<string, unknown>;

// Bodies of entries as the clinic's edge takes them.
export const medicine = (name: string, more: Body = {}) => ({
  kind: 'medication',
  coding: null,
  name,
  dosage: 'Once a day',
  status: 'active',
  startedDate: '',
  ...more,
});
export const allergy = (substance: string, more: Body = {}) => ({
  kind: 'allergy',
  noneKnown: false,
  coding: null,
  substance,
  reaction: 'Hives',
  severity: 'severe',
  clinicalStatus: 'active',
  ...more,
});
export const result = (name: string, value: number, unit: string, more: Body = {}) => ({
  kind: 'observation',
  coding: null,
  name,
  value,
  unit,
  observedAt: new Date().toISOString(),
  ...more,
});
export const problem = (more: Body) => ({
  kind: 'condition',
  coding: null,
  term: 'Asthma',
  clinicalStatus: 'active',
  onsetDate: '',
  ...more,
});
export const pressure = (systolic: number, diastolic: number, more: Body = {}) => ({
  kind: 'observation',
  coding: null,
  name: 'Blood pressure',
  observedAt: '2026-01-05T08:30:00Z',
  ...more,
  components: [
    { coding: null, name: 'Systolic', value: systolic, unit: 'mm[Hg]' },
    { coding: null, name: 'Diastolic', value: diastolic, unit: 'mm[Hg]', referenceHigh: 90 },
  ],
});

/** As the service takes it. */
export const penicillin: EntryBody = {
  allergy: {
    noneKnown: false,
    coding: { system: 'http://snomed.info/sct', code: '91936005', display: 'Allergy to penicillin' },
    substance: 'Penicillin',
    reaction: 'Hives',
    severity: 'moderate',
    clinicalStatus: 'active',
  },
};
