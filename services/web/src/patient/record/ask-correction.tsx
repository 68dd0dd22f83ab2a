import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { type FormErrors, useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { TextArea } from '../../shared/controls/text-field.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { useReadOn } from '../../shared/record/paging.tsx';
import { whom } from '../acting/acting.ts';
import { api, type Entry, entryQuery, recordQuery } from '../api.ts';
import { isAskedFor } from './corrections.ts';
import { EntryView } from './entry-view.tsx';

/** The most that fits into a request. */
const longest = 2000;

/** P8: says what is wrong in one entry. The entry stays as it is until a clinician answers. */
export function AskCorrection({ id }: { id: string }) {
  const record = useInfiniteQuery(recordQuery);
  useReadOn(record);
  const opened = record.data?.entries.find((one) => one.id === id);
  const read = useInfiniteQuery({
    ...entryQuery(id),
    enabled: record.data !== undefined && opened === undefined,
  });
  const errors = useFormErrors();
  return (
    <Page title="Ask for a correction" failed={errors.list.length > 0}>
      <ErrorSummary errors={errors} />
      <Loaded query={record}>
        {({ entries }) => {
          if (isAskedFor(id, entries)) return <p>You asked for this. A clinician will answer it.</p>;
          if (opened) return <AskForm entry={opened} errors={errors} />;
          return (
            <Loaded query={read} missing={<NoSuchEntry />}>
              {([newest]) => (newest ? <AskForm entry={newest} errors={errors} /> : <NoSuchEntry />)}
            </Loaded>
          );
        }}
      </Loaded>
      <p>
        <Link to="/record" className="link-row">
          Back to your record
        </Link>
      </p>
    </Page>
  );
}

function NoSuchEntry() {
  return <p>There is no such entry in your record.</p>;
}

function AskForm({ entry, errors }: { entry: Entry; errors: FormErrors }) {
  const [text, setText] = useState('');
  const [pending, setPending] = useState(false);
  const [key] = useState(idempotencyKey);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();

  const ask = async () => {
    const words = text.trim();
    const missing = words === '' ? [{ field: 'text', message: 'Say what is wrong' }] : [];
    const tooLong =
      words.length > longest ? [{ field: 'text', message: `Use at most ${longest} characters` }] : [];
    if (!errors.check([...missing, ...tooLong])) return;
    setPending(true);
    try {
      await answer(
        api.POST('/v1/record/entries/{id}/corrections', {
          params: { path: { id: entry.id }, header: { 'Idempotency-Key': key } },
          body: { ...whom(), version: entry.version, text: words },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['record'] });
      await navigate({ to: '/record' });
      announce('You asked for a correction.');
    } catch (error) {
      errors.refuse(error, { text: 'text' });
    } finally {
      setPending(false);
    }
  };

  return (
    <>
      <section className="sheet" aria-label="The entry">
        <EntryView entry={entry} />
      </section>
      <Form onSubmit={ask}>
        <TextArea
          name="text"
          label="What is wrong, and what should it say?"
          hint="The people who treat you read this. What was written stays until one of them has answered."
          error={errors.of('text')}
          value={text}
          onChange={setText}
        />
        <Submit pending={pending}>Ask for the correction</Submit>
      </Form>
    </>
  );
}
