import { RadioGroup } from '../../shared/controls/choice.tsx';
import { DateField } from '../../shared/controls/date-field.tsx';
import type { FormErrors } from '../../shared/controls/form-errors.ts';
import { Select } from '../../shared/controls/select.tsx';
import { TextArea, TextField } from '../../shared/controls/text-field.tsx';
import type { Release, WrittenEntry } from '../api.ts';
import { type Field, type FormKind, fieldsOf, type Typed } from './entry-form.ts';

/** The fields of one form. */
export function EntryFields(props: {
  form: FormKind;
  typed: Typed;
  /** The entry that is amended. */
  before?: WrittenEntry;
  onChange: (typed: Typed) => void;
  errors: FormErrors;
}) {
  return fieldsOf(props.form, props.typed, props.before).map((field) => (
    <EntryField
      key={field.name}
      field={field}
      value={props.typed[field.name] ?? field.options?.[0]?.value ?? ''}
      error={props.errors.of(field.name)}
      onChange={(value) => props.onChange({ ...props.typed, [field.name]: value })}
    />
  ));
}

function EntryField(props: {
  field: Field;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}) {
  const { name, label, hint, required, options, input } = props.field;
  const common = {
    name,
    label: required || options ? label : `${label} (optional)`,
    value: props.value,
    onChange: props.onChange,
    error: props.error,
    ...(hint ? { hint } : {}),
  };
  if (options && options.length > 6) return <Select {...common} options={options} />;
  if (options) {
    return (
      <RadioGroup
        name={name}
        legend={label}
        inline
        options={options}
        value={props.value}
        onChange={props.onChange}
      />
    );
  }
  if (input === 'long') return <TextArea {...common} maxLength={name === 'text' ? 20_000 : 5_000} />;
  if (input === 'date') return <DateField {...common} partial />;
  if (input === 'day') return <DateField {...common} />;
  if (input === 'time') return <TextField {...common} size="time" />;
  if (input === 'number') return <TextField {...common} inputMode="decimal" size="short" />;
  return <TextField {...common} maxLength={300} />;
}

/** When the patient sees the entry. */
export function ReleaseChoice(props: { value: Release; onChange: (value: Release) => void }) {
  return (
    <RadioGroup
      name="release"
      legend="Who sees it"
      hint="Results and problems wait for a review unless you choose otherwise"
      options={[
        { value: 'now', label: 'The patient sees it now' },
        { value: 'after-review', label: 'The patient sees it after a review' },
        { value: 'never', label: 'Only clinicians see it' },
      ]}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
