import { unitWords } from '../../shared/record/units.ts';
import {
  deviceZone,
  instantOf,
  localDate,
  readPartialStaffDate,
  readStaffClock,
  staffClock,
} from '../../shared/time/format.ts';
import type { Kind, NewEntryBody, Release, WrittenEntry } from '../api.ts';
import { bloodPressure, type Component, componentField } from './panels.ts';

/** Every field of the forms as typed, by the name that the contract gives it. */
export type Typed = Readonly<Record<string, string>>;

export type Field = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** One of these; otherwise text. */
  options?: readonly { value: string; label: string }[];
  input?: 'text' | 'long' | 'date' | 'day' | 'time' | 'number';
  /** Shown only when another field has one of these values. */
  when?: { field: string; is: readonly string[] };
};

/** A form: that of a kind, or of a panel, which is a result with components. */
export type FormKind = Kind | 'panel';

export const forms: readonly { value: FormKind; label: string }[] = [
  { value: 'encounter-note', label: 'Note of a visit' },
  { value: 'allergy', label: 'Allergy' },
  { value: 'condition', label: 'Problem' },
  { value: 'medication', label: 'Medicine' },
  { value: 'observation', label: 'Result' },
  { value: 'panel', label: 'Blood pressure' },
];

const options = (...values: string[]) =>
  values.map((value) => ({ value, label: value[0]?.toUpperCase() + value.slice(1) }));

const snomed = { name: 'code', label: 'SNOMED CT code', hint: 'Leave empty if you do not know it' };
const partial = 'A day, a month or a year: 03-Dec-2026, Dec-2026, 2026';

/** When it was taken, in the zone of this device. */
const taken: readonly Field[] = [
  { name: 'observedDate', label: 'Taken on', input: 'day', required: true },
  { name: 'observedTime', label: 'At', input: 'time', hint: 'Such as 14:15', required: true },
];

/** The form of each kind, in the order it is filled in. */
export const fields: Readonly<Record<FormKind, readonly Field[]>> = {
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
    { name: 'onsetDate', label: 'Since', input: 'date', hint: partial },
    {
      name: 'resolvedDate',
      label: 'Until',
      input: 'date',
      hint: partial,
      when: { field: 'clinicalStatus', is: ['resolved'] },
    },
  ],
  medication: [
    {
      name: 'name',
      label: 'Name of the medicine',
      hint: 'Its substance or its brand: it is checked against allergies and other medicines',
      required: true,
    },
    {
      name: 'dosage',
      label: 'How it is taken',
      hint: 'For example: 5 mg once a day in the morning',
      required: true,
    },
    { name: 'status', label: 'Status', options: options('active', 'completed', 'stopped') },
    { name: 'startedDate', label: 'Since', input: 'date', hint: partial },
    {
      name: 'stoppedDate',
      label: 'Until',
      input: 'date',
      hint: partial,
      when: { field: 'status', is: ['completed', 'stopped'] },
    },
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
    ...taken,
    { name: 'referenceLow', label: 'Lowest usual value', input: 'number' },
    { name: 'referenceHigh', label: 'Highest usual value', input: 'number' },
  ],
  panel: taken,
};

/** The fields that apply to what was typed: an asserted absence of allergies has no substance. */
export function fieldsOf(form: FormKind, typed: Typed, before?: WrittenEntry): readonly Field[] {
  if (form === 'allergy' && typed['noneKnown'] === 'yes') return fields.allergy.slice(0, 1);
  const own = form === 'panel' ? [...componentsOf(before).map(componentField), ...taken] : fields[form];
  return withUnit(own, typed).filter(
    ({ when }) => when === undefined || when.is.includes(chosenOf(form, typed, when.field)),
  );
}

/** A unit that an entry has stays among those to choose from, whether it is in common use or not. */
function withUnit(own: readonly Field[], typed: Typed): readonly Field[] {
  const unit = typed['unit'] ?? '';
  return own.map((field) =>
    field.name !== 'unit' || unit === '' || field.options?.some(({ value }) => value === unit)
      ? field
      : { ...field, options: [...(field.options ?? []), { value: unit, label: unitWords(unit) }] },
  );
}

/** How the service's names of fields are called in a form, and the labels they have there. */
export function namesOf(own: readonly Field[]): {
  names: Record<string, string>;
  labels: Record<string, string>;
} {
  return {
    names: { ...Object.fromEntries(own.map(({ name }) => [name, name])), observedAt: 'observedDate' },
    labels: Object.fromEntries(own.map(({ name, label }) => [name, label])),
  };
}

/** The form that an entry is amended with. */
export function formOf({ kind, body }: WrittenEntry): FormKind {
  return 'components' in body && body.components ? 'panel' : kind;
}

/** What a new form begins with: a result is taken now unless somebody says when. */
export function startOf(form: FormKind, now: string): Typed {
  return form === 'observation' || form === 'panel' ? takenAt(now) : {};
}

function takenAt(instant: string): Typed {
  const zone = deviceZone();
  return { observedDate: localDate(instant, zone), observedTime: staffClock(instant, zone) };
}

/** When the patient sees an entry unless somebody chooses: results and problems after they were talked about. */
export function usualRelease(form: FormKind): Release {
  return form === 'condition' || form === 'observation' || form === 'panel' ? 'after-review' : 'now';
}

/** What is missing, no number, no date or in the future, field by field. */
export function check(
  form: FormKind,
  typed: Typed,
  now: string,
  before?: WrittenEntry,
): { field: string; message: string }[] {
  const faults = fieldsOf(form, typed, before).flatMap(({ name, label, required, input }) => {
    const value = typed[name]?.trim() ?? '';
    const fault = (message: string) => [{ field: name, message }];
    if (required && value === '') return fault(`Enter: ${label.toLowerCase()}`);
    if (value === '') return [];
    if (input === 'number' && !Number.isFinite(numberOf(value))) return fault(`${label} must be a number`);
    if (input === 'date' && readPartialStaffDate(value) === undefined) {
      return fault(`${label} must be a date like 03-Dec-2026, Dec-2026 or 2026`);
    }
    if (input === 'time' && readStaffClock(value) === undefined)
      return fault(`${label} must be a time like 14:15`);
    return [];
  });
  const hasTime = faults.length === 0 && (form === 'observation' || form === 'panel');
  return hasTime && observedAt(typed, before) > now
    ? [{ field: 'observedDate', message: 'Taken on must not be in the future' }]
    : faults;
}

/**
 * The body to send. `before` is the entry that is amended: its code stays while its words do, since a form without a field
 * for it cannot know it.
 */
export function toBody(form: FormKind, typed: Typed, before?: WrittenEntry): NewEntryBody {
  const text = (name: string) => typed[name]?.trim() ?? '';
  const chosen = (name: string) => chosenOf(form, typed, name);
  const later = (name: string) =>
    text(name) !== '' && fieldsOf(form, typed).some((field) => field.name === name)
      ? { [name]: text(name) }
      : {};
  switch (form) {
    case 'encounter-note':
      return { kind: form, text: text('text'), plan: text('plan'), appointmentId: text('appointmentId') };
    case 'allergy': {
      const known = typed['noneKnown'] !== 'yes';
      return {
        kind: form,
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
        kind: form,
        term: text('term'),
        plainTerm: text('plainTerm'),
        coding: typedCoding(text('code'), text('term'), before),
        clinicalStatus: chosen('clinicalStatus'),
        onsetDate: text('onsetDate'),
        ...later('resolvedDate'),
      };
    case 'medication':
      return {
        kind: form,
        name: text('name'),
        dosage: text('dosage'),
        coding: keptCoding(text('name'), before),
        status: chosen('status'),
        startedDate: text('startedDate'),
        ...later('stoppedDate'),
      };
    case 'observation':
      return {
        kind: form,
        name: text('name'),
        plainName: text('plainName'),
        coding: keptCoding(text('name'), before),
        value: numberOf(text('value')),
        unit: chosen('unit'),
        ...(text('referenceLow') === '' ? {} : { referenceLow: numberOf(text('referenceLow')) }),
        ...(text('referenceHigh') === '' ? {} : { referenceHigh: numberOf(text('referenceHigh')) }),
        observedAt: observedAt(typed, before),
      };
    case 'panel': {
      const { name, plainName, coding } = before?.kind === 'observation' ? before.body : bloodPressure;
      return {
        kind: 'observation',
        name,
        plainName,
        coding,
        unit: '',
        observedAt: observedAt(typed, before),
        components: componentsOf(before).map((component, at) => ({
          ...component,
          value: numberOf(text(componentField(component, at).name)),
        })),
      };
    }
  }
}

function componentsOf(before: WrittenEntry | undefined): readonly Component[] {
  return (before?.kind === 'observation' && before.body.components) || bloodPressure.components;
}

function chosenOf(form: FormKind, typed: Typed, name: string): string {
  return typed[name] ?? fields[form].find((field) => field.name === name)?.options?.[0]?.value ?? '';
}

/** The instant that was typed; that of the entry before, with its seconds, while nobody has changed it. */
function observedAt(typed: Typed, before: WrittenEntry | undefined): string {
  const [date = '', time = ''] = [typed['observedDate'], readStaffClock(typed['observedTime'] ?? '')];
  if (before?.kind === 'observation') {
    const was = takenAt(before.body.observedAt);
    if (was['observedDate'] === date && was['observedTime'] === time) return before.body.observedAt;
  }
  return instantOf(date, time, deviceZone());
}

function numberOf(text: string): number {
  return Number(text.trim().replace(',', '.'));
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
  return {
    ...Object.fromEntries(typed),
    ...(code === undefined ? {} : { code }),
    ...(entry.kind === 'observation' && takenAt(entry.body.observedAt)),
    ...(entry.kind === 'observation' &&
      Object.fromEntries(
        (entry.body.components ?? []).map((one, at) => [componentField(one, at).name, String(one.value)]),
      )),
  };
}
