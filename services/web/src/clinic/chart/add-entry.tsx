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
import { checkWords } from '../../shared/record/checks.ts';
import { api } from '../../shared/staff/api.ts';
import { chartQuery, type Release } from '../api.ts';
import { AskedBackNotice, useAskedBack } from './asked-back.tsx';
import { EntryFields, ReleaseChoice } from './entry-fields.tsx';
import {
  check,
  type FormKind,
  fieldsOf,
  forms,
  startOf,
  type Typed,
  toBody,
  usualRelease,
} from './entry-form.ts';
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
  const asked = useAskedBack();
  const [form, setForm] = useState<FormKind>('encounter-note');
  const [typed, setTyped] = useState<Typed>({});
  const [release, setRelease] = useState<Release>(usualRelease('encounter-note'));
  const [key] = useState(idempotencyKey);
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/clinic/v1/patients/{id}/entries', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { body: toBody(form, typed), release, ...asked.confirmation },
        }),
      ),
    onSuccess: async ({ entry }) => {
      await queries.invalidateQueries({ queryKey: ['chart', id] });
      await navigate({ to: '/patients/$id', params: { id } });
      announce(['Added to the chart', ...checkWords(entry.checks).notes].join('. '));
    },
    onError: (error) => {
      if (asked.ask(error)) return;
      const names = fieldsOf(form, typed).map(({ name }) => name);
      errors.refuse(error, {
        ...Object.fromEntries(names.map((name) => [name, name])),
        observedAt: 'observedDate',
      });
    },
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
                const faults = check(form, typed, new Date().toISOString());
                if (errors.check([...faults, ...asked.check()])) save.mutate();
              }}
            >
              <RadioGroup
                name="kind"
                legend="What do you add?"
                inline
                options={forms}
                value={form}
                onChange={(chosen) => {
                  setForm(chosen);
                  setTyped(startOf(chosen, new Date().toISOString()));
                  setRelease(usualRelease(chosen));
                  asked.forget();
                }}
              />
              <EntryFields
                form={form}
                typed={typed}
                onChange={(next) => {
                  setTyped(next);
                  asked.forget();
                }}
                errors={errors}
              />
              <ReleaseChoice value={release} onChange={setRelease} />
              <AskedBackNotice asked={asked} form={form} errors={errors} />
              <Submit pending={save.isPending}>
                {asked.warnings && form === 'medication' ? 'Prescribe anyway' : 'Add to the chart'}
              </Submit>
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
