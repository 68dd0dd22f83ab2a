import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { CheckboxGroup } from '../../shared/controls/choice.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { type FormErrors, useFormErrors } from '../../shared/controls/form-errors.ts';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { TextField } from '../../shared/controls/text-field.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { api, type Profile, profileQuery } from '../api.ts';
import { phoneErrors, preferredNameErrors } from '../auth/person-errors.ts';
import { SignOutButton } from '../auth/sign-out-button.tsx';
import { needOptions } from '../needs.ts';
import { languageOptions } from './languages.ts';
import { LegalDetails } from './legal-details.tsx';
import { People } from './people.tsx';
import { PhoneField, PostcodeField } from './person-fields.tsx';

/** P10, its first part: how we reach somebody, their language and needs. */
export function Account() {
  const profile = useQuery(profileQuery);
  const errors = useFormErrors();
  return (
    <Page title="Account" heading="Your account" failed={errors.list.length > 0}>
      <ErrorSummary errors={errors} />
      <Loaded query={profile} skeleton={<Skeleton lines={8} />}>
        {(data) => (
          <>
            <Facts>
              <Fact name="E-mail">
                <bdi>{data.email}</bdi>
              </Fact>
              {data.medicalRecordNumber && <Fact name="Hospital number">{data.medicalRecordNumber}</Fact>}
            </Facts>
            <Details profile={data} errors={errors} />
          </>
        )}
      </Loaded>
      <LegalDetails />
      <People />
      <p>
        <SignOutButton />
      </p>
    </Page>
  );
}

function Details({ profile, errors }: { profile: Profile; errors: FormErrors }) {
  const [preferredName, setPreferredName] = useState(profile.preferredName);
  const [phone, setPhone] = useState(profile.phone);
  const [postcode, setPostcode] = useState(profile.postcode);
  const [language, setLanguage] = useState(profile.language || 'en-GB');
  const [needs, setNeeds] = useState(profile.accessNeeds);
  const [pending, setPending] = useState(false);
  const [saved, setSaved] = useState(false);
  const queries = useQueryClient();

  const save = async () => {
    setSaved(false);
    const missing = [...preferredNameErrors(preferredName), ...phoneErrors(phone)];
    if (!errors.check(missing)) return;
    setPending(true);
    try {
      const stored = await answer(
        api.PATCH('/v1/me', {
          params: { header: { 'if-match': `"${profile.version}"` } },
          body: {
            preferredName: preferredName.trim(),
            phone: phone.trim(),
            language,
            accessNeeds: needs,
            postcode,
          },
        }),
      );
      queries.setQueryData(profileQuery.queryKey, stored);
      void queries.invalidateQueries({ queryKey: ['session'] });
      setSaved(true);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 412) {
        void queries.invalidateQueries({ queryKey: profileQuery.queryKey });
        errors.check([{ message: 'Your account was changed elsewhere meanwhile. Check it and save again' }]);
      } else errors.refuse(error, { preferredName: 'preferredName', phone: 'phone', postcode: 'postcode' });
    } finally {
      setPending(false);
    }
  };

  return (
    <Form onSubmit={save}>
      {saved && (
        <Notice tone="ok" live>
          Saved.
        </Notice>
      )}
      <TextField
        name="preferredName"
        label="What we call you (you may leave this empty)"
        hint="Used when we write to you; staff see it beside your legal name."
        autoComplete="nickname"
        spellCheck="false"
        value={preferredName}
        onChange={setPreferredName}
        error={errors.of('preferredName')}
      />
      <PhoneField value={phone} onChange={setPhone} errors={errors} />
      <PostcodeField label="Postcode" value={postcode} onChange={setPostcode} errors={errors} />
      <Select
        name="language"
        label="Language you speak best"
        hint="The portal is in English for now; the clinic sees this."
        value={language}
        onChange={setLanguage}
        options={languageOptions(language)}
      />
      <CheckboxGroup
        name="needs"
        legend="Help at visits"
        hint="Choose all that apply, or none."
        value={needs}
        onChange={setNeeds}
        options={needOptions(needs)}
      />
      <Submit pending={pending}>Save changes</Submit>
    </Form>
  );
}
