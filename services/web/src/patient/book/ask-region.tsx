import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem } from '../../shared/api/problem.ts';
import { RadioGroup } from '../../shared/controls/choice.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { directoryQuery } from '../api.ts';
import { saveDraft, useDraft } from './draft.ts';
import { placesOf, regionsOf } from './places.ts';

/** Whether nobody knows yet where the patient can go: neither a postcode nor an earlier visit says it. */
export function isRegionAsked(error: unknown): boolean {
  return error instanceof ApiProblem && error.fields.some(({ field }) => field.endsWith('regionIds'));
}

/** Asked only when nobody knows which of our places the patient can reach; the portal never guesses. */
export function AskRegion() {
  const { answers } = useDraft();
  const directory = useQuery(directoryQuery).data;
  const errors = useFormErrors();
  const [chosen, setChosen] = useState<string>();
  if (directory === undefined) return null;
  const specialtyId = answers.specialtyId ?? '';
  const places = placesOf(directory, specialtyId);

  const submit = () => {
    const missing = chosen === undefined ? [{ field: 'region', message: 'Choose where you can come' }] : [];
    if (!errors.check(missing) || chosen === undefined) return;
    saveDraft({ answers: { ...answers, regionIds: [chosen] } });
  };

  return (
    <Page title="Where can you come?" failed={errors.list.length > 0}>
      <ErrorSummary errors={errors} />
      <Form onSubmit={submit}>
        <RadioGroup
          name="region"
          legend="Where can you come?"
          hideLegend
          hint="You are offered times there only."
          error={errors.of('region')}
          value={chosen}
          onChange={setChosen}
          options={regionsOf(directory, specialtyId).map(({ id, name }) => ({
            value: id,
            label: name,
            hint: places.flatMap((place) => (place.regionId === id ? [place.name] : [])).join(', '),
          }))}
        />
        <Submit pending={false}>Continue</Submit>
      </Form>
      <p>
        With your postcode <Link to="/account">in your account</Link> you are not asked again.
      </p>
    </Page>
  );
}
