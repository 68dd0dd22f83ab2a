import { readEmail, readName } from '@healthbooker/protos/person';
import { Link, useNavigate } from '@tanstack/react-router';
import { signUp } from 'aws-amplify/auth';
import { useState } from 'react';
import type { DateParts } from '../../shared/controls/date-fields.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { TextField } from '../../shared/controls/text-field.tsx';
import { ChosenPasswordField } from '../../shared/session/account-fields.tsx';
import { useAuthForm } from '../../shared/session/sign-in-form.tsx';
import { dateFromParts } from '../../shared/time/format.ts';
import { BirthField, NameField, PostcodeField } from '../account/person-fields.tsx';
import { setPending } from './pending.ts';
import { birthErrors, emailErrors, nameErrors, postcodeErrors } from './person-errors.ts';

/** Makes an account; the code that proves the address comes by e-mail. */
export function SignUp() {
  const [name, setName] = useState('');
  const [birth, setBirth] = useState<DateParts>({ day: '', month: '', year: '' });
  const [postcode, setPostcode] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useAuthForm();
  const navigate = useNavigate();

  const submit = () => {
    const username = readEmail(email).value ?? '';
    const missing = [
      ...nameErrors(name),
      ...birthErrors(birth),
      ...postcodeErrors(postcode),
      ...emailErrors(email),
      ...(password.length < 10
        ? [{ field: 'password', message: 'Choose a password of at least 10 characters' }]
        : []),
    ];
    return form.run(missing, async () => {
      await signUp({
        username,
        password,
        options: {
          userAttributes: {
            email: username,
            name: readName(name).value ?? '',
            birthdate: dateFromParts(birth) ?? '',
          },
        },
      });
      setPending({ email: username, password, postcode: postcode.trim() });
      await navigate({ to: '/confirm' });
    });
  };

  return (
    <Page title="Create an account" failed={form.errors.list.length > 0}>
      <ErrorSummary errors={form.errors} />
      <p>
        With an account you book, move and cancel visits and see your record. If you have one,{' '}
        <Link to="/sign-in">sign in</Link>.
      </p>
      <Form onSubmit={submit}>
        <NameField
          hint="As the clinic should call you"
          value={name}
          onChange={setName}
          errors={form.errors}
        />
        <BirthField value={birth} onChange={setBirth} errors={form.errors} />
        <PostcodeField value={postcode} onChange={setPostcode} errors={form.errors} />
        <TextField
          name="email"
          label="E-mail address"
          hint="We send a code there to check that it is yours"
          type="email"
          autoComplete="email"
          spellCheck="false"
          value={email}
          onChange={setEmail}
          error={form.errors.of('email')}
        />
        <ChosenPasswordField
          name="password"
          label="Password"
          value={password}
          onChange={setPassword}
          errors={form.errors}
        />
        <Submit pending={form.pending}>Create account</Submit>
      </Form>
    </Page>
  );
}
