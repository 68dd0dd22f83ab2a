import { unitWords } from '../../shared/record/units.ts';
import type { WrittenEntry } from '../api.ts';
import type { Field } from './entry-form.ts';

type Observation = Extract<WrittenEntry, { kind: 'observation' }>['body'];
export type Component = NonNullable<Observation['components']>[number];

const loinc = 'http://loinc.org';

function pressure(code: string, name: string, plainName: string, low: number, high: number): Component {
  return {
    coding: { system: loinc, code, display: name },
    name,
    plainName,
    value: 0,
    unit: 'mm[Hg]',
    referenceLow: low,
    referenceHigh: high,
  };
}

/** Both pressures of blood, as one thing that was measured. */
export const bloodPressure = {
  name: 'Blood pressure',
  plainName: '',
  coding: { system: loinc, code: '85354-9', display: 'Blood pressure panel' },
  components: [
    pressure('8480-6', 'Systolic blood pressure', 'Upper', 90, 140),
    pressure('8462-4', 'Diastolic blood pressure', 'Lower', 60, 90),
  ],
} as const satisfies Pick<Observation, 'name' | 'plainName' | 'coding'> & {
  components: readonly Component[];
};

/** The field of one part of a panel, under the name by which the service refuses its value. */
export function componentField({ name, unit }: Component, at: number): Field {
  return {
    name: `components[${at}].value`,
    label: `${name} in ${unitWords(unit)}`,
    input: 'number',
    required: true,
  };
}
