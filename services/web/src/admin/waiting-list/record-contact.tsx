import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { RadioGroup } from '../../shared/controls/choice.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { TextArea } from '../../shared/controls/text-field.tsx';
import { api } from '../../shared/staff/api.ts';
import { shownName } from '../../shared/staff/names.ts';
import type { WaitingPatient } from '../api.ts';
import { EntryPage } from './entry-page.tsx';

const route = getRouteApi('/signed-in/waiting-list/$entryId/contact');

export function RecordContact() {
  const { entryId } = route.useParams();
  return (
    <EntryPage title="Record contact" entryId={entryId}>
      {(entry) => <ContactForm entry={entry} />}
    </EntryPage>
  );
}

type Outcome = NonNullable<WaitingPatient['lastContact']>['outcome'];

function ContactForm({ entry }: { entry: WaitingPatient }) {
  const [outcome, setOutcome] = useState<Outcome>();
  const [note, setNote] = useState('');
  const [key] = useState(idempotencyKey);
  const errors = useFormErrors();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const record = useMutation({
    mutationFn: (reached: Outcome) =>
      answer(
        api.POST('/clinic/v1/waitlist/{id}/contact', {
          params: { path: { id: entry.id }, header: { 'Idempotency-Key': key } },
          body: { version: entry.version, outcome: reached, note: note.trim() },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['waitlist'] });
      announce(`Contact with ${shownName(entry.patient?.name)} is recorded`);
      await navigate({ to: '/waiting-list' });
    },
    onError: (error) => {
      errors.refuse(error, { outcome: 'outcome', note: 'note' });
      void queries.invalidateQueries({ queryKey: ['waitlist'] });
    },
  });
  const submit = () => {
    const missing = outcome === undefined ? [{ field: 'outcome', message: 'Choose how it went' }] : [];
    if (errors.check(missing) && outcome !== undefined) record.mutate(outcome);
  };
  return (
    <Form wide onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <RadioGroup
        name="outcome"
        legend="How did it go?"
        error={errors.of('outcome')}
        value={outcome}
        onChange={setOutcome}
        options={[
          { value: 'reached', label: 'I spoke with them' },
          { value: 'message-left', label: 'I left a message' },
          { value: 'no-answer', label: 'No answer' },
        ]}
      />
      <TextArea
        name="note"
        label="Note (optional)"
        hint="Staff read it; nothing clinical"
        maxLength={500}
        error={errors.of('note')}
        value={note}
        onChange={setNote}
      />
      <div className="row">
        <Button type="submit" pending={record.isPending}>
          Record contact
        </Button>
        <Link to="/waiting-list">Cancel</Link>
      </div>
    </Form>
  );
}
