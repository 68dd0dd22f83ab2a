import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { Checkbox } from '../../shared/controls/choice.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { api, type Directory, directoryQuery } from '../api.ts';
import { WhenQuestion } from '../book/questions/when.tsx';
import { answersOf, changedNeed } from './need.ts';
import { placeQuery, type WaitlistEntry } from './queries.ts';

/** What suits somebody who waits, asked as the booking asks it. */
export function WaitingWishes({ id }: { id: string }) {
  const place = useQuery(placeQuery(id));
  const directory = useQuery(directoryQuery);
  const errors = useFormErrors();
  return (
    <Page title="What suits you?" failed={errors.list.length > 0}>
      <ErrorSummary errors={errors} />
      <Loaded query={place}>
        {({ entry }) => (
          <Loaded query={directory}>
            {(known) => <WishesForm entry={entry} directory={known} errors={errors} />}
          </Loaded>
        )}
      </Loaded>
      <p>
        <Link to="/waiting/$id" params={{ id }} className="link-row">
          Back
        </Link>
      </p>
    </Page>
  );
}

function WishesForm(props: {
  entry: WaitlistEntry;
  directory: Directory;
  errors: ReturnType<typeof useFormErrors>;
}) {
  // The entry when the page opened: later news must not change a form that somebody is filling in.
  const [entry] = useState(props.entry);
  const [answers, setAnswers] = useState(() => answersOf(entry));
  const [autoAccept, setAutoAccept] = useState(entry.autoAccept);
  const [pending, setPending] = useState(false);
  const navigate = useNavigate();
  const queries = useQueryClient();

  const save = async () => {
    setPending(true);
    try {
      await answer(
        api.POST('/v1/waitlist/{id}/wishes', {
          params: { path: { id: entry.id }, header: { 'Idempotency-Key': idempotencyKey() } },
          body: {
            version: props.entry.version,
            need: changedNeed(entry, answers),
            reason: entry.reason,
            autoAccept,
          },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['waitlist'] });
      await navigate({ to: '/waiting/$id', params: { id: entry.id } });
    } catch (error) {
      props.errors.refuse(error);
    } finally {
      setPending(false);
    }
  };

  return (
    <Form onSubmit={save}>
      <WhenQuestion answers={answers} change={setAnswers} errors={props.errors} directory={props.directory} />
      <Checkbox
        name="auto"
        label="Book the first time that fits without asking me"
        hint="You get a confirmation, and can still move or cancel it."
        checked={autoAccept}
        onChange={setAutoAccept}
      />
      <Submit pending={pending}>Save</Submit>
    </Form>
  );
}
