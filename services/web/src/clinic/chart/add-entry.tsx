import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { RadioGroup } from '../../shared/controls/choice.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { api } from '../../shared/staff/api.ts';
import { chartQuery, type Kind, type Release } from '../api.ts';
import { EntryFields, ReleaseChoice } from './entry-fields.tsx';
import { check, fields, kinds, type Typed, toBody } from './entry-form.ts';
import { NoSuchChart } from './no-such-chart.tsx';
import { PatientBanner } from './patient-banner.tsx';

const route = getRouteApi('/signed-in/patients/$id/add');

/** A new entry in the chart. What was typed is kept until it is saved. */
export function AddEntry() {
  const { id } = route.useParams();
  const query = useQuery(chartQuery(id));
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const errors = useFormErrors();
  const [kind, setKind] = useState<Kind>('encounter-note');
  const [typed, setTyped] = useState<Typed>({});
  const [release, setRelease] = useState<Release>('now');
  const [key] = useState(idempotencyKey);
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/clinic/v1/patients/{id}/entries', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { body: toBody(kind, typed, new Date().toISOString()), release },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['chart', id] });
      await navigate({ to: '/patients/$id', params: { id } });
      announce('Added to the chart');
    },
    onError: (error) =>
      errors.refuse(error, Object.fromEntries(fields[kind].map(({ name }) => [name, name]))),
  });

  return (
    <Page title="Add to the chart" failed={errors.list.length > 0}>
      <Loaded query={query} missing={<NoSuchChart />}>
        {(view) => (
          <>
            <PatientBanner view={view} link />
            <ErrorSummary errors={errors} />
            <Form
              onSubmit={() => {
                if (errors.check(check(kind, typed))) save.mutate();
              }}
            >
              <RadioGroup
                name="kind"
                legend="What do you add?"
                inline
                options={kinds}
                value={kind}
                onChange={(chosen) => {
                  setKind(chosen);
                  setTyped({});
                }}
              />
              <EntryFields kind={kind} typed={typed} onChange={setTyped} errors={errors} />
              <ReleaseChoice value={release} onChange={setRelease} />
              <Submit pending={save.isPending}>Add to the chart</Submit>
            </Form>
            <p>
              <Link to="/patients/$id" params={{ id }}>
                Back to the chart without adding
              </Link>
            </p>
          </>
        )}
      </Loaded>
    </Page>
  );
}
