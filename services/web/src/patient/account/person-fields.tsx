import { DateFields, type DateParts } from '../../shared/controls/date-fields.tsx';
import type { FormErrors } from '../../shared/controls/form-errors.ts';
import { TextField } from '../../shared/controls/text-field.tsx';

/** What the clinic knows a person by, asked for alike wherever it is asked; errors stand at the fields' names. */
type FieldProps<Value> = { value: Value; onChange: (value: Value) => void; errors: FormErrors };

/** Its errors belong to `name`. */
export function NameField({ value, onChange, errors, hint }: FieldProps<string> & { hint?: string }) {
  return (
    <TextField
      name="name"
      label="Full name"
      {...(hint === undefined ? {} : { hint })}
      autoComplete="name"
      spellCheck="false"
      value={value}
      onChange={onChange}
      error={errors.of('name')}
    />
  );
}

/** Its errors belong to `birth`. */
export function BirthField({ value, onChange, errors }: FieldProps<DateParts>) {
  return (
    <DateFields
      name="birth"
      legend="Date of birth"
      hint="For example 27 3 1985"
      value={value}
      onChange={onChange}
      error={errors.of('birth')}
    />
  );
}

/** Its errors belong to `postcode`. `label`: whether it may be left empty is said where everything else is asked for. */
export function PostcodeField({
  value,
  onChange,
  errors,
  label = 'Postcode (you may leave this empty)',
}: FieldProps<string> & { label?: string }) {
  return (
    <TextField
      name="postcode"
      label={label}
      hint="It tells us which of our places you can reach, so that we offer you no time elsewhere."
      autoComplete="postal-code"
      value={value}
      onChange={onChange}
      error={errors.of('postcode')}
    />
  );
}

/** Its errors belong to `phone`. */
export function PhoneField({ value, onChange, errors }: FieldProps<string>) {
  return (
    <TextField
      name="phone"
      label="Phone (you may leave this empty)"
      type="tel"
      autoComplete="tel"
      value={value}
      onChange={onChange}
      error={errors.of('phone')}
    />
  );
}
