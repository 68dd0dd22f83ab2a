import { unitWords } from '../../shared/record/units.ts';
import type { Kind, NewEntryBody, WrittenEntry } from '../api.ts';

/** Every field of the forms as typed, by the name that the contract gives it. */
export type Typed = Readonly<Record<string, string>>;

export type Field = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** One of these; otherwise text. */
  options?: readonly { value: string; label: string }[];
  input?: 'text' | 'long' | 'date' | 'number';
};

export const kinds: readonly { value: Kind; label: string }[] = [
  { value: 'encounter-note', label: 'Note of a visit' },
  { value: 'allergy', label: 'Allergy' },
  { value: 'condition', label: 'Problem' },
  { value: 'medication', label: 'Medicine' },
  { value: 'observation', label: 'Result' },
];

const options = (...values: string[]) =>
  values.map((value) => ({ value, label: value[0]?.toUpperCase() + value.slice(1) }));

const snomed = { name: 'code', label: 'SNOMED CT code', hint: 'Leave empty if you do not know it' };

/** The form of each kind, in the order it is filled in. */
export const fields: Readonly<Record<Kind, readonly Field[]>> = {
  'encounter-note': [
    { name: 'text', label: 'What was found', input: 'long', required: true },
    { name: 'plan', label: 'What happens next', input: 'long' },
  ],
  allergy: [
    {
      name: 'noneKnown',
      label: 'Allergies',
      options: [
        { value: 'no', label: 'There is an allergy' },
        { value: 'yes', label: 'No known allergies' },
      ],
    },
    { name: 'substance', label: 'Substance', required: true },
    snomed,
    { name: 'reaction', label: 'Reaction' },
    {
      name: 'severity',
      label: 'Severity',
      options: [{ value: '', label: 'Not known' }, ...options('mild', 'moderate', 'severe')],
    },
    { name: 'clinicalStatus', label: 'Status', options: options('active', 'inactive', 'refuted') },
  ],
  condition: [
    { name: 'term', label: 'Problem, in clinical words', required: true },
    { name: 'plainTerm', label: 'In the patient’s words', hint: 'Shown to the patient first' },
    snomed,
    { name: 'clinicalStatus', label: 'Status', options: options('active', 'inactive', 'resolved') },
    { name: 'onsetDate', label: 'Since', input: 'date' },
  ],
  medication: [
    { name: 'name', label: 'Medicine', required: true },
    {
      name: 'dosage',
      label: 'How it is taken',
      hint: 'For example: 5 mg once a day in the morning',
      required: true,
    },
    { name: 'status', label: 'Status', options: options('active', 'completed', 'stopped') },
    { name: 'startedDate', label: 'Since', input: 'date' },
  ],
  observation: [
    { name: 'name', label: 'What was measured', required: true },
    { name: 'plainName', label: 'In the patient’s words' },
    { name: 'value', label: 'Value', input: 'number', required: true },
    {
      name: 'unit',
      label: 'Unit',
      options: [
        'mm[Hg]',
        '/min',
        'kg',
        'cm',
        'Cel',
        '%',
        'mmol/L',
        'mmol/mol',
        'umol/L',
        'g/L',
        'mg/L',
        'U/L',
        '10*9/L',
        '1',
      ].map((value) => ({ value, label: unitWords(value) })),
    },
    { name: 'referenceLow', label: 'Lowest usual value', input: 'number' },
    { name: 'referenceHigh', label: 'Highest usual value', input: 'number' },
  ],
};

/** The fields that apply to what was typed: an asserted absence of allergies has no substance. */
export function fieldsOf(kind: Kind, typed: Typed): readonly Field[] {
  if (kind === 'allergy' && typed['noneKnown'] === 'yes') return fields.allergy.slice(0, 1);
  return fields[kind];
}

/** What is missing or no number, field by field. */
export function check(kind: Kind, typed: Typed): { field: string; message: string }[] {
  return fieldsOf(kind, typed).flatMap(({ name, label, required, input }) => {
    const value = typed[name]?.trim() ?? '';
    if (required && value === '') return [{ field: name, message: `Enter: ${label.toLowerCase()}` }];
    if (input === 'number' && value !== '' && !Number.isFinite(Number(value.replace(',', '.')))) {
      return [{ field: name, message: `${label} must be a number` }];
    }
    return [];
  });
}

/**
 * The body to send. `now` is when a result counts as observed unless the entry says otherwise. `before` is the
 * entry that is amended: its code stays while its words do, since a form without a field for it cannot know it.
 */
export function toBody(kind: Kind, typed: Typed, now: string, before?: WrittenEntry): NewEntryBody {
  const text = (name: string) => typed[name]?.trim() ?? '';
  const number = (name: string) => Number(text(name).replace(',', '.'));
  const chosen = (name: string) =>
    typed[name] ?? fields[kind].find((field) => field.name === name)?.options?.[0]?.value ?? '';
  switch (kind) {
    case 'encounter-note':
      return { kind, text: text('text'), plan: text('plan'), appointmentId: text('appointmentId') };
    case 'allergy': {
      const known = typed['noneKnown'] !== 'yes';
      return {
        kind,
        noneKnown: !known,
        coding: known ? typedCoding(text('code'), text('substance'), before) : null,
        substance: known ? text('substance') : '',
        reaction: known ? text('reaction') : '',
        severity: known ? text('severity') : '',
        clinicalStatus: known ? chosen('clinicalStatus') : '',
      };
    }
    case 'condition':
      return {
        kind,
        term: text('term'),
        plainTerm: text('plainTerm'),
        coding: typedCoding(text('code'), text('term'), before),
        clinicalStatus: chosen('clinicalStatus'),
        onsetDate: text('onsetDate'),
      };
    case 'medication':
      return {
        kind,
        name: text('name'),
        dosage: text('dosage'),
        coding: keptCoding(text('name'), before),
        status: chosen('status'),
        startedDate: text('startedDate'),
      };
    case 'observation':
      return {
        kind,
        name: text('name'),
        plainName: text('plainName'),
        coding: keptCoding(text('name'), before),
        value: number('value'),
        unit: chosen('unit'),
        ...(text('referenceLow') === '' ? {} : { referenceLow: number('referenceLow') }),
        ...(text('referenceHigh') === '' ? {} : { referenceHigh: number('referenceHigh') }),
        observedAt: text('observedAt') || now,
      };
  }
}

type Coding = { system: string; code: string; display: string };

function typedCoding(code: string, words: string, before: WrittenEntry | undefined): Coding | null {
  if (code === '') return null;
  const old = before && codingOf(before);
  return old?.code === code ? old : { system: 'http://snomed.info/sct', code, display: words };
}

function keptCoding(name: string, before: WrittenEntry | undefined): Coding | null {
  return before && 'name' in before.body && before.body.name === name ? codingOf(before) : null;
}

function codingOf({ body }: WrittenEntry): Coding | null {
  return 'coding' in body ? body.coding : null;
}

/** What an amendment starts from: the entry as its form shows it. */
export function toTyped(entry: WrittenEntry): Typed {
  const typed = Object.entries(entry.body).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    if (typeof value === 'boolean') return [[name, value ? 'yes' : 'no']];
    return typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [];
  });
  const code = codingOf(entry)?.code;
  return { ...Object.fromEntries(typed), ...(code === undefined ? {} : { code }) };
}
