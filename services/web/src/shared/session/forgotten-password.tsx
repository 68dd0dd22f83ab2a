import { confirmResetPassword, resetPassword } from 'aws-amplify/auth';
import { useState } from 'react';
import { ErrorSummary } from '../controls/error-summary.tsx';
import { Form, Submit } from '../controls/form.tsx';
import { Page } from '../controls/page.tsx';
import { TextField } from '../controls/text-field.tsx';
import { ChosenPasswordField, CodeField } from './account-fields.tsx';
import { accountName } from './cognito.ts';
import { useAuthForm } from './sign-in-form.tsx';

/** Asks for the address, then for the code that was sent there and a new password. */
export function ForgottenPassword(props: { onDone: () => void }) {
  const [email, setEmail] = useState<string>();
  return email === undefined ? (
    <AskAddress onSent={setEmail} />
  ) : (
    <ChoosePassword email={email} onDone={props.onDone} />
  );
}

function AskAddress(props: { onSent: (email: string) => void }) {
  const [email, setEmail] = useState('');
  const form = useAuthForm();
  const submit = () =>
    form.run(
      email.trim() === '' ? [{ field: 'email', message: 'Enter your e-mail address' }] : [],
      async () => {
        const username = accountName(email);
        await resetPassword({ username }).catch((error: unknown) => {
          // Whether an address has an account is nobody else's business.
          if (!(error instanceof Error) || error.name !== 'UserNotFoundException') throw error;
        });
        props.onSent(username);
      },
      'email',
    );
  return (
    <Page title="Forgotten password" heading="Choose a new password" failed={form.errors.list.length > 0}>
      <ErrorSummary errors={form.errors} />
      <p>We send a code to your e-mail address. With it you choose a new password.</p>
      <Form onSubmit={submit}>
        <TextField
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          spellCheck="false"
          value={email}
          onChange={setEmail}
          error={form.errors.of('email')}
        />
        <Submit pending={form.pending}>Send the code</Submit>
      </Form>
    </Page>
  );
}

function ChoosePassword(props: { email: string; onDone: () => void }) {
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const form = useAuthForm();
  const submit = () =>
    form.run(
      [
        ...(code.trim() === '' ? [{ field: 'code', message: 'Enter the code from the e-mail' }] : []),
        ...(password === '' ? [{ field: 'new-password', message: 'Choose a password' }] : []),
      ],
      async () => {
        await confirmResetPassword({
          username: props.email,
          confirmationCode: code.trim(),
          newPassword: password,
        });
        props.onDone();
      },
    );
  return (
    <Page title="New password" heading="Check your e-mail" failed={form.errors.list.length > 0}>
      <ErrorSummary errors={form.errors} />
      <p>
        If{' '}
        <strong>
          <bdi>{props.email}</bdi>
        </strong>{' '}
        has an account, we sent a code to it.
      </p>
      <Form onSubmit={submit}>
        <CodeField from="the e-mail" value={code} onChange={setCode} errors={form.errors} />
        <ChosenPasswordField value={password} onChange={setPassword} errors={form.errors} />
        <Submit pending={form.pending}>Save the new password</Submit>
      </Form>
    </Page>
  );
}
