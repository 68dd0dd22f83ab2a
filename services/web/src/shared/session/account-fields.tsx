import type { FormErrors } from '../controls/form-errors.ts';
import { PasswordField, TextField } from '../controls/text-field.tsx';

type FieldProps = { value: string; onChange: (value: string) => void; errors: FormErrors };

/** A six-digit code; `from` says where it comes from. Its errors belong to `code`. */
export function CodeField({ from, value, onChange, errors }: FieldProps & { from: string }) {
  return (
    <TextField
      name="code"
      label="Code"
      hint={`Six digits from ${from}`}
      inputMode="numeric"
      autoComplete="one-time-code"
      size="code"
      value={value}
      onChange={onChange}
      error={errors.of('code')}
    />
  );
}

/** A password that somebody chooses, with the pool's rule beside it. Its errors belong to `name`. */
export function ChosenPasswordField({
  name = 'new-password',
  label = 'New password',
  value,
  onChange,
  errors,
}: FieldProps & { name?: string; label?: string }) {
  return (
    <PasswordField
      name={name}
      label={label}
      hint="At least 10 characters, with a small letter and a number"
      autoComplete="new-password"
      value={value}
      onChange={onChange}
      error={errors.of(name)}
    />
  );
}
