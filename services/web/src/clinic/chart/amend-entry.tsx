import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { TextField } from '../../shared/controls/text-field.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { useReadOn } from '../../shared/record/paging.tsx';
import { api } from '../../shared/staff/api.ts';
import { chartQuery, type DraftSummary, type Release, type WrittenEntry } from '../api.ts';
import { AskedBackNotice, useAskedBack } from './asked-back.tsx';
import { DraftLine } from './draft-line.tsx';
import { EntryFields, ReleaseChoice } from './entry-fields.tsx';
import { check, fieldsOf, formOf, namesOf, type Typed, toBody, toTyped } from './entry-form.ts';
import { EntryText } from './entry-text.tsx';
import { NoSuchChart } from './no-such-chart.tsx';
import { OneEntry } from './one-entry.tsx';
import { PatientBanner } from './patient-banner.tsx';
import { releaseOf, useDraft } from './use-draft.ts';

const route = getRouteApi('/signed-in/patients/$id/entries/$entryId/amend');

/** A new version of an entry, with the reason for it. */
export function AmendEntry() {
  const { id, entryId } = route.useParams();
  const query = useInfiniteQuery(chartQuery(id));
  useReadOn(query);
  return (
    <Page title="Amend an entry">
      <Loaded query={query} missing={<NoSuchChart />}>
        {(view) => (
          <OneEntry patientId={id} entryId={entryId} view={view}>
            {(entry) =>
              entry.kind === 'correction-request' ? (
                <NoSuchChart />
              ) : (
                <>
                  <PatientBanner view={view} link />
                  <AmendForm patientId={id} entry={entry} drafts={view.drafts} />
                </>
              )
            }
          </OneEntry>
        )}
      </Loaded>
    </Page>
  );
}

function AmendForm(props: { patientId: string; entry: WrittenEntry; drafts: readonly DraftSummary[] }) {
  const { patientId, entry, drafts } = props;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const errors = useFormErrors();
  const asked = useAskedBack();
  const form = formOf(entry);
  // What the form began with: when somebody else amends meanwhile, both stay in view.
  const [version, setVersion] = useState(entry.version);
  const [typed, setTyped] = useState(() => toTyped(entry));
  const [release, setRelease] = useState(entry.release);
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(idempotencyKey);
  const draft = useDraft({
    patientId,
    form: `amend-${entry.id}`,
    offered: drafts,
    onFound: ({ release: foundRelease, reason: foundReason, entryVersion, ...values }, foundKey) => {
      setTyped(values);
      setReason(foundReason ?? '');
      setRelease(releaseOf(foundRelease) ?? entry.release);
      setVersion(Number(entryVersion ?? entry.version));
      setKey(foundKey);
    },
  });
  const keep = (next: { typed?: Typed; reason?: string; release?: Release }) => {
    const now = { typed, reason, release, ...next };
    const { reason: words, release: chosen } = now;
    draft.keep({ ...now.typed, reason: words, release: chosen, entryVersion: String(version) }, key);
  };
  const save = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/clinic/v1/patients/{id}/entries/{entryId}/amend', {
          params: { path: { id: patientId, entryId: entry.id }, header: { 'Idempotency-Key': key } },
          body: {
            version,
            release,
            reason,
            body: toBody(form, typed, entry),
            ...asked.confirmation,
          },
        }),
      ),
    onSuccess: async () => {
      draft.end();
      await queries.invalidateQueries({ queryKey: ['chart', patientId] });
      await navigate({ to: '/patients/$id', params: { id: patientId } });
      announce('Amended');
    },
    onError: async (error) => {
      if (error instanceof ApiProblem && error.kind === 'conflict') {
        await queries.invalidateQueries({ queryKey: ['chart', patientId] });
      }
      const { names, labels } = namesOf(fieldsOf(form, typed, entry));
      if (!asked.ask(error, labels)) errors.refuse(error, { ...names, reason: 'reason' }, labels);
    },
  });

  return (
    <>
      <ErrorSummary errors={errors} />
      {entry.version !== version && (
        <Notice tone="warn" title={`${entry.authorName} amended this meanwhile`}>
          <EntryText entry={entry} />
          <Button
            variant="secondary"
            onPress={() => {
              setVersion(entry.version);
              setKey(idempotencyKey());
            }}
          >
            Keep mine as the next version
          </Button>
          <Button
            variant="quiet"
            onPress={() => {
              setTyped(toTyped(entry));
              setVersion(entry.version);
              setKey(idempotencyKey());
            }}
          >
            Start from theirs
          </Button>
        </Notice>
      )}
      <Form
        onSubmit={() => {
          const missing =
            reason.trim() === '' ? [{ field: 'reason', message: 'Enter why you amend it' }] : [];
          const faults = check(form, typed, new Date().toISOString(), entry);
          if (errors.check([...faults, ...missing, ...asked.check()])) save.mutate();
        }}
      >
        <EntryFields
          form={form}
          typed={typed}
          before={entry}
          onChange={(next) => {
            setTyped(next);
            keep({ typed: next });
            asked.forget();
          }}
          errors={errors}
        />
        <ReleaseChoice
          value={release}
          onChange={(next) => {
            setRelease(next);
            keep({ release: next });
          }}
        />
        <TextField
          name="reason"
          label="Why do you amend it?"
          hint="The patient reads this"
          maxLength={500}
          value={reason}
          onChange={(next) => {
            setReason(next);
            keep({ reason: next });
          }}
          error={errors.of('reason')}
        />
        <AskedBackNotice asked={asked} form={form} errors={errors} />
        <DraftLine
          draft={draft}
          onDiscard={() => {
            setTyped(toTyped(entry));
            setReason('');
            setRelease(entry.release);
            setVersion(entry.version);
            setKey(idempotencyKey());
          }}
        />
        <Submit pending={save.isPending}>Save as a new version</Submit>
      </Form>
      <p>
        <Link to="/patients/$id" params={{ id: patientId }}>
          Back to the chart without amending
        </Link>
      </p>
    </>
  );
}
