import { confirmSignIn, type SignInOutput, signIn, signOut } from 'aws-amplify/auth';
import { type ReactNode, useState } from 'react';
import { ErrorSummary } from '../controls/error-summary.tsx';
import { Form, Submit } from '../controls/form.tsx';
import { type FormErrors, useFormErrors } from '../controls/form-errors.ts';
import { Page } from '../controls/page.tsx';
import { PasswordField, TextField } from '../controls/text-field.tsx';
import { ChosenPasswordField, CodeField } from './account-fields.tsx';
import { accountName, authFailure } from './cognito.ts';

type Challenge = 'password' | 'new-password' | 'totp';

export type SignInProps = {
  heading: string;
  intro?: ReactNode;
  below?: ReactNode;
  /** Signed in. */
  onDone: () => void;
  /** The account's e-mail address was never confirmed. */
  onUnconfirmed?: (email: string) => void;
};

/** Sign-in with what the pool may ask for next: a password of one's own, a code from an app. */
export function SignIn(props: SignInProps) {
  const [challenge, setChallenge] = useState<Challenge>('password');

  const proceed = (output: SignInOutput, email: string, errors: FormErrors) => {
    const { signInStep } = output.nextStep;
    if (signInStep === 'DONE') props.onDone();
    else if (signInStep === 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED') setChallenge('new-password');
    else if (signInStep === 'CONFIRM_SIGN_IN_WITH_TOTP_CODE') setChallenge('totp');
    else if (signInStep === 'CONFIRM_SIGN_UP' && props.onUnconfirmed) props.onUnconfirmed(email);
    else errors.check([{ message: 'This account cannot sign in here. Call your clinic.' }]);
  };

  if (challenge === 'new-password') return <NewPassword proceed={proceed} />;
  if (challenge === 'totp') return <TotpCode proceed={proceed} />;
  return <EmailAndPassword {...props} proceed={proceed} />;
}

type Proceed = { proceed: (output: SignInOutput, email: string, errors: FormErrors) => void };

function EmailAndPassword(props: SignInProps & Proceed) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useAuthForm();

  const submit = () => {
    const missing = [
      ...(email.trim() === '' ? [{ field: 'email', message: 'Enter your e-mail address' }] : []),
      ...(password === '' ? [{ field: 'password', message: 'Enter your password' }] : []),
    ];
    return form.run(missing, async () => {
      const username = accountName(email);
      const attempt = () => signIn({ username, password });
      const output = await attempt().catch(async (error: unknown) => {
        // Somebody is signed in in this tab already: the one who types a password now means themselves.
        if (!(error instanceof Error) || error.name !== 'UserAlreadyAuthenticatedException') throw error;
        await signOut();
        return await attempt();
      });
      props.proceed(output, username, form.errors);
    });
  };

  return (
    <Page title="Sign in" heading={props.heading} failed={form.errors.list.length > 0}>
      <ErrorSummary errors={form.errors} />
      {props.intro}
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
        <PasswordField
          name="password"
          label="Password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={form.errors.of('password')}
        />
        <Submit pending={form.pending}>Sign in</Submit>
      </Form>
      {props.below}
    </Page>
  );
}

function NewPassword(props: Proceed) {
  const [password, setPassword] = useState('');
  const form = useAuthForm();
  const submit = () =>
    form.run(
      password === '' ? [{ field: 'new-password', message: 'Choose a password' }] : [],
      async () => props.proceed(await confirmSignIn({ challengeResponse: password }), '', form.errors),
      'new-password',
    );
  return (
    <Page title="Choose your own password" failed={form.errors.list.length > 0}>
      <ErrorSummary errors={form.errors} />
      <p>The password you were given works once. From now on you sign in with your own.</p>
      <Form onSubmit={submit}>
        <ChosenPasswordField value={password} onChange={setPassword} errors={form.errors} />
        <Submit pending={form.pending}>Save and continue</Submit>
      </Form>
    </Page>
  );
}

function TotpCode(props: Proceed) {
  const [code, setCode] = useState('');
  const form = useAuthForm();
  const submit = () =>
    form.run(
      code.trim() === '' ? [{ field: 'code', message: 'Enter the code from your app' }] : [],
      async () =>
        props.proceed(await confirmSignIn({ challengeResponse: code.replaceAll(' ', '') }), '', form.errors),
      'code',
    );
  return (
    <Page title="Enter the code from your app" failed={form.errors.list.length > 0}>
      <ErrorSummary errors={form.errors} />
      <Form onSubmit={submit}>
        <CodeField from="your authenticator app" value={code} onChange={setCode} errors={form.errors} />
        <Submit pending={form.pending}>Continue</Submit>
      </Form>
    </Page>
  );
}

/** State of a form that talks to the pool: what is missing, whether it runs, what was refused. */
export function useAuthForm() {
  const errors = useFormErrors();
  const [pending, setPending] = useState(false);
  return {
    errors,
    pending,
    /** Runs `action` when nothing is missing; a refusal is shown, at `field` if it belongs to one. */
    run: async (
      missing: { field?: string; message: string }[],
      action: () => Promise<void>,
      field?: string,
    ): Promise<void> => {
      if (pending || !errors.check(missing)) return;
      setPending(true);
      try {
        await action();
      } catch (error) {
        const { message } = authFailure(error);
        errors.check([field === undefined ? { message } : { field, message }]);
      } finally {
        setPending(false);
      }
    },
  };
}
