import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { RadioGroup } from '../../shared/controls/choice.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { checkWords } from '../../shared/record/checks.ts';
import { useReadOn } from '../../shared/record/paging.tsx';
import { api } from '../../shared/staff/api.ts';
import { chartQuery, type Release } from '../api.ts';
import { AskedBackNotice, useAskedBack } from './asked-back.tsx';
import { DraftLine } from './draft-line.tsx';
import { EntryFields, ReleaseChoice } from './entry-fields.tsx';
import {
  check,
  type FormKind,
  fieldsOf,
  forms,
  namesOf,
  startOf,
  type Typed,
  toBody,
  usualRelease,
} from './entry-form.ts';
import { NoSuchChart } from './no-such-chart.tsx';
import { PatientBanner } from './patient-banner.tsx';
import { releaseOf, useDraft } from './use-draft.ts';

const route = getRouteApi('/signed-in/patients/$id/add');

/** A new entry in the chart. What was typed is kept until it is saved. */
export function AddEntry() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const query = useInfiniteQuery(chartQuery(id));
  useReadOn(query);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const errors = useFormErrors();
  const asked = useAskedBack();
  const [form, setForm] = useState<FormKind>(search.form ?? 'encounter-note');
  const [typed, setTyped] = useState<Typed>(() => startOf(form, new Date().toISOString()));
  const [release, setRelease] = useState<Release>(usualRelease(form));
  const [key, setKey] = useState(idempotencyKey);
  const draft = useDraft({
    patientId: id,
    form,
    offered: query.data?.drafts,
    onFound: ({ release: found, ...values }, foundKey) => {
      setTyped(values);
      setRelease(releaseOf(found) ?? usualRelease(form));
      setKey(foundKey);
    },
  });
  const begin = (chosen: FormKind) => {
    setForm(chosen);
    setTyped(startOf(chosen, new Date().toISOString()));
    setRelease(usualRelease(chosen));
    setKey(idempotencyKey());
    asked.forget();
  };
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/clinic/v1/patients/{id}/entries', {
          params: { path: { id }, header: { 'Idempotency-Key': key } },
          body: { body: toBody(form, typed), release, ...asked.confirmation },
        }),
      ),
    onSuccess: async ({ entry }) => {
      draft.end();
      await queries.invalidateQueries({ queryKey: ['chart', id] });
      await navigate({ to: '/patients/$id', params: { id } });
      announce(['Added to the chart', ...checkWords(entry.checks).notes].join('. '));
    },
    onError: (error) => {
      const { names, labels } = namesOf(fieldsOf(form, typed));
      if (!asked.ask(error, labels)) errors.refuse(error, names, labels);
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
                onChange={begin}
              />
              {draft.isReading && <Skeleton lines={2} label="Your draft is being read" />}
              <EntryFields
                form={form}
                typed={typed}
                onChange={(next) => {
                  setTyped(next);
                  draft.keep({ ...next, release }, key);
                  asked.forget();
                }}
                errors={errors}
              />
              <ReleaseChoice
                value={release}
                onChange={(next) => {
                  setRelease(next);
                  draft.keep({ ...typed, release: next }, key);
                }}
              />
              <AskedBackNotice asked={asked} form={form} errors={errors} />
              <DraftLine draft={draft} onDiscard={() => begin(form)} />
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
