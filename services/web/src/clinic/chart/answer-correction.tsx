import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { RadioGroup } from '../../shared/controls/choice.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { type FormErrors, useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { TextArea } from '../../shared/controls/text-field.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { useReadOn } from '../../shared/record/paging.tsx';
import { api } from '../../shared/staff/api.ts';
import { type Correction, chartQuery, type DraftSummary, type Entry } from '../api.ts';
import { DraftLine } from './draft-line.tsx';
import { EntryText } from './entry-text.tsx';
import { NoSuchChart } from './no-such-chart.tsx';
import { OneEntry } from './one-entry.tsx';
import { PatientBanner } from './patient-banner.tsx';
import { useDraft } from './use-draft.ts';

const route = getRouteApi('/signed-in/patients/$id/corrections/$entryId');

/** What the patient says is wrong, what stands in the chart, and what the patient is told. */
export function AnswerCorrection() {
  const { id, entryId } = route.useParams();
  const query = useInfiniteQuery(chartQuery(id));
  useReadOn(query);
  const errors = useFormErrors();
  return (
    <Page title="Answer a correction" failed={errors.list.length > 0}>
      <Loaded query={query} missing={<NoSuchChart />}>
        {(view) => (
          <OneEntry patientId={id} entryId={entryId} view={view}>
            {(request) =>
              request.kind !== 'correction-request' ? (
                <NoSuchChart />
              ) : (
                <>
                  <PatientBanner view={view} link />
                  <ErrorSummary errors={errors} />
                  <OneEntry patientId={id} entryId={request.body.entryId} view={view}>
                    {(about) => (
                      <AnswerForm
                        patientId={id}
                        request={request}
                        about={about}
                        drafts={view.drafts}
                        errors={errors}
                      />
                    )}
                  </OneEntry>
                </>
              )
            }
          </OneEntry>
        )}
      </Loaded>
      <p>
        <Link to="/patients/$id" params={{ id }}>
          Back to the chart without answering
        </Link>
      </p>
    </Page>
  );
}

function AnswerForm(props: {
  patientId: string;
  request: Correction;
  about: Entry;
  drafts: readonly DraftSummary[];
  errors: FormErrors;
}) {
  const { patientId, request, about, drafts, errors } = props;
  const [state, setState] = useState<'corrected' | 'declined'>();
  const [words, setWords] = useState('');
  const [key, setKey] = useState(idempotencyKey);
  const draft = useDraft({
    patientId,
    form: `answer-${request.id}`,
    offered: drafts,
    onFound: (found, foundKey) => {
      if (found['state'] === 'corrected' || found['state'] === 'declined') setState(found['state']);
      setWords(found['answer'] ?? '');
      setKey(foundKey);
    },
  });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const save = useMutation({
    mutationFn: (chosen: 'corrected' | 'declined') =>
      answer(
        api.POST('/clinic/v1/patients/{id}/corrections/{entryId}/answer', {
          params: { path: { id: patientId, entryId: request.id }, header: { 'Idempotency-Key': key } },
          body: { version: request.version, state: chosen, answer: words.trim() },
        }),
      ),
    onSuccess: async () => {
      draft.end();
      await queries.invalidateQueries({ queryKey: ['chart', patientId] });
      await navigate({ to: '/patients/$id', params: { id: patientId } });
      announce('Answered');
    },
    onError: (error) => errors.refuse(error, { state: 'state', answer: 'answer' }),
  });
  if (request.body.state !== 'open') return <p>This is answered already.</p>;

  const submit = () => {
    const missing = [
      ...(state === undefined ? [{ field: 'state', message: 'Say whether it is corrected' }] : []),
      ...(words.trim() === '' ? [{ field: 'answer', message: 'Enter what the patient is told' }] : []),
    ];
    if (errors.check(missing) && state !== undefined) save.mutate(state);
  };
  return (
    <>
      <section className="sheet stack" aria-label="The request">
        <h2>The patient writes</h2>
        <p className="prose">
          “<bdi>{request.body.text}</bdi>”
        </p>
        <h2>The chart says</h2>
        <div>
          <EntryText entry={about} />
        </div>
        <p>
          <Link to="/patients/$id/entries/$entryId/amend" params={{ id: patientId, entryId: about.id }}>
            Amend the entry
          </Link>
        </p>
      </section>
      <Form wide onSubmit={submit}>
        <RadioGroup
          name="state"
          legend="What became of it?"
          error={errors.of('state')}
          value={state}
          onChange={(next) => {
            setState(next);
            draft.keep({ state: next, answer: words }, key);
          }}
          options={[
            { value: 'corrected', label: 'It is corrected', hint: 'Amend the entry first' },
            { value: 'declined', label: 'It stays as it is' },
          ]}
        />
        <TextArea
          name="answer"
          label="What do you tell the patient?"
          maxLength={500}
          error={errors.of('answer')}
          value={words}
          onChange={(next) => {
            setWords(next);
            draft.keep({ ...(state && { state }), answer: next }, key);
          }}
        />
        <DraftLine
          draft={draft}
          onDiscard={() => {
            setWords('');
            setKey(idempotencyKey());
          }}
        />
        <Submit pending={save.isPending}>Send the answer</Submit>
      </Form>
    </>
  );
}
