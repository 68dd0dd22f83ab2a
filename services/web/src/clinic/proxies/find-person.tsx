import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { TextField } from '../../shared/controls/text-field.tsx';
import { api } from '../../shared/staff/api.ts';
import type { PersonSummary } from '../api.ts';

/** Finds one person by a medical record number that is typed whole. */
export function FindPerson(props: {
  name: string;
  label: string;
  action: string;
  onFound: (person: PersonSummary) => void;
}) {
  const { name, label, action, onFound } = props;
  const errors = useFormErrors();
  const [typed, setTyped] = useState('');
  const [pending, setPending] = useState(false);
  const find = async () => {
    if (!errors.check(typed.trim() === '' ? [{ field: name, message: 'Enter a number' }] : [])) return;
    setPending(true);
    try {
      onFound(
        await answer(api.POST('/clinic/v1/patients/find', { body: { medicalRecordNumber: typed.trim() } })),
      );
    } catch (error) {
      errors.refuse(error, { medicalRecordNumber: name });
    } finally {
      setPending(false);
    }
  };
  return (
    <Form onSubmit={find}>
      <ErrorSummary errors={errors} />
      <TextField
        name={name}
        label={label}
        hint="As on a letter or card, like HB-7K2QX-04MZD-9"
        size="short"
        spellCheck="false"
        autoComplete="off"
        maxLength={40}
        value={typed}
        onChange={setTyped}
        error={errors.of(name)}
      />
      <Submit pending={pending}>{action}</Submit>
    </Form>
  );
}
