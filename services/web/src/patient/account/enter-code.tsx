import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Notice } from '../../shared/controls/notice.tsx';
import { TextField } from '../../shared/controls/text-field.tsx';
import { api } from '../api.ts';

/** A code that somebody gave: entering it lets one act for them. */
export function EnterCode() {
  const errors = useFormErrors();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [pending, setPending] = useState(false);
  const [done, setDone] = useState(false);

  const enter = async () => {
    setDone(false);
    if (!errors.check(code.trim() === '' ? [{ field: 'code', message: 'Enter the code' }] : [])) return;
    setPending(true);
    try {
      await answer(api.POST('/v1/proxies', { body: { code: code.trim() } }));
      setCode('');
      setDone(true);
      await queries.invalidateQueries({ queryKey: ['proxies'] });
    } catch (error) {
      errors.refuse(error, { code: 'code' });
    } finally {
      setPending(false);
    }
  };

  return (
    <Form onSubmit={enter}>
      <ErrorSummary errors={errors} />
      {done && (
        <Notice tone="ok" live>
          You act for one more person.
        </Notice>
      )}
      <TextField
        name="code"
        label="A code somebody gave you"
        hint="Ten letters and digits, like ABCDE-23456."
        autoComplete="off"
        spellCheck="false"
        value={code}
        onChange={setCode}
        error={errors.of('code')}
      />
      <Submit pending={pending}>Enter the code</Submit>
    </Form>
  );
}
