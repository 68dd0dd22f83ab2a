import { readName } from '@healthbooker/protos/person';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DateParts } from '../../shared/controls/date-fields.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { dateFromParts } from '../../shared/time/format.ts';
import { BirthField, NameField, PhoneField, PostcodeField } from '../account/person-fields.tsx';
import { openSession, type Session, sessionQuery } from '../api.ts';
import { birthErrors, nameErrors, phoneErrors, postcodeErrors } from './person-errors.ts';
import { SignOutButton } from './sign-out-button.tsx';

/** Asks once, before anything else, for data that the account lacks or has in a form that profiles do not accept. */
export function CompleteAccount({ wrong }: Pick<Session, 'wrong'>) {
  const [name, setName] = useState('');
  const [birth, setBirth] = useState<DateParts>({ day: '', month: '', year: '' });
  const [phone, setPhone] = useState('');
  const [postcode, setPostcode] = useState('');
  const [pending, setPending] = useState(false);
  const errors = useFormErrors();
  const queries = useQueryClient();
  const isAsked = (field: Session['wrong'][number]['field']) => wrong.some((one) => one.field === field);

  const submit = async () => {
    const missing = [
      ...(isAsked('name') ? nameErrors(name) : []),
      ...(isAsked('birthDate') ? birthErrors(birth) : []),
      ...(isAsked('phone') ? phoneErrors(phone) : []),
      ...postcodeErrors(postcode),
    ];
    if (pending || !errors.check(missing)) return;
    setPending(true);
    try {
      const session = await openSession({
        ...(isAsked('name') ? { name: readName(name).value ?? '' } : {}),
        ...(isAsked('birthDate') ? { birthDate: dateFromParts(birth) ?? '' } : {}),
        ...(isAsked('phone') ? { phone: phone.trim() } : {}),
        ...(postcode.trim() === '' ? {} : { postcode: postcode.trim() }),
      });
      if (session.profile) queries.setQueryData(sessionQuery.queryKey, session);
      else errors.check(session.wrong.map(asFormError));
    } catch (error) {
      errors.refuse(error, { name: 'name', birthDate: 'birth', phone: 'phone', postcode: 'postcode' });
    } finally {
      setPending(false);
    }
  };

  if (isAsked('email')) return <AddressOfNoUse />;
  return (
    <Page title="Complete your account" failed={errors.list.length > 0}>
      <ErrorSummary errors={errors} />
      <p>Something in your account is missing or not right. The clinic needs it to tell patients apart.</p>
      <Form onSubmit={submit}>
        {isAsked('name') && <NameField value={name} onChange={setName} errors={errors} />}
        {isAsked('birthDate') && <BirthField value={birth} onChange={setBirth} errors={errors} />}
        {isAsked('phone') && <PhoneField value={phone} onChange={setPhone} errors={errors} />}
        <PostcodeField value={postcode} onChange={setPostcode} errors={errors} />
        <Submit pending={pending}>Save and continue</Submit>
      </Form>
      <p>
        <SignOutButton />
      </p>
    </Page>
  );
}

const inputs = {
  name: 'name',
  birthDate: 'birth',
  phone: 'phone',
  email: undefined,
  postcode: 'postcode',
} as const;
const subjects = {
  name: 'The name',
  birthDate: 'The date of birth',
  phone: 'The phone number',
  email: 'The e-mail address',
  postcode: 'The postcode',
} as const;

function asFormError({ field, message }: Session['wrong'][number]) {
  const input = inputs[field];
  return { ...(input === undefined ? {} : { field: input }), message: `${subjects[field]} ${message}` };
}

/** An account keeps its address, so only another account helps. */
function AddressOfNoUse() {
  return (
    <Page title="Your e-mail address cannot be used">
      <Notice tone="warn">
        We cannot send mail to the address of this account. Sign out and create an account with another one.
      </Notice>
      <p>
        <SignOutButton />
      </p>
    </Page>
  );
}
