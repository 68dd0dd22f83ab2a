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
