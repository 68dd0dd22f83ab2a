import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { confirmSignUp, resendSignUpCode, signIn } from 'aws-amplify/auth';
import { useState } from 'react';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { TextField } from '../../shared/controls/text-field.tsx';
import { CodeField } from '../../shared/session/account-fields.tsx';
import { accountName } from '../../shared/session/cognito.ts';
import { useAuthForm } from '../../shared/session/sign-in-form.tsx';
import { sessionWith } from '../api.ts';
import { clearPending, takePending } from './pending.ts';

/** Asks for the code from the e-mail, then signs in when the password is still known. */
export function Confirm() {
  const [pending] = useState(takePending);
  const [email, setEmail] = useState(pending?.email ?? '');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const form = useAuthForm();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const username = accountName(email);
  const noAddress = username === '' ? [{ field: 'email', message: 'Enter your e-mail address' }] : [];

  const submit = () =>
    form.run(
      [
        ...noAddress,
        ...(code.trim() === '' ? [{ field: 'code', message: 'Enter the code from the e-mail' }] : []),
      ],
      async () => {
        await confirmSignUp({ username, confirmationCode: code.replaceAll(' ', '') });
        clearPending();
        if (pending?.password !== undefined && pending.email === username) {
          const { isSignedIn } = await signIn({ username, password: pending.password });
          // The first session makes the profile; when it fails, the page that follows opens it.
          if (isSignedIn && pending.postcode) await queries.prefetchQuery(sessionWith(pending.postcode));
          if (isSignedIn) return void (await navigate({ to: '/' }));
        }
        await navigate({ to: '/sign-in', search: { confirmed: true } });
      },
      'code',
    );

  const resend = () =>
    form.run(noAddress, async () => {
      await resendSignUpCode({ username });
      setSent(true);
      announce('We sent a new code.');
    });

  return (
    <Page title="Confirm your e-mail address" failed={form.errors.list.length > 0}>
      <ErrorSummary errors={form.errors} />
      {pending && (
        <p>
          We sent a code to{' '}
          <strong>
            <bdi>{pending.email}</bdi>
          </strong>
          . It can take a minute to arrive.
        </p>
      )}
      {sent && <Notice tone="ok">We sent a new code. The one before no longer works.</Notice>}
      <Form onSubmit={submit}>
        {!pending && (
          <TextField
            name="email"
            label="E-mail address"
            type="email"
            autoComplete="email"
            spellCheck="false"
            value={email}
            onChange={setEmail}
            error={form.errors.of('email')}
          />
        )}
        <CodeField from="the e-mail" value={code} onChange={setCode} errors={form.errors} />
        <Submit pending={form.pending}>Confirm</Submit>
      </Form>
      <p>
        <Button variant="quiet" onPress={resend}>
          Send a new code
        </Button>
      </p>
    </Page>
  );
}
