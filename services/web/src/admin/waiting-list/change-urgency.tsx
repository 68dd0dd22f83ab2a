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

const route = getRouteApi('/signed-in/waiting-list/$entryId/triage');

/** A clinician says how urgent it is; everybody's rank follows at once. */
export function ChangeUrgency() {
  const { entryId } = route.useParams();
  return (
    <EntryPage title="Change the urgency" entryId={entryId}>
      {(entry) => <UrgencyForm entry={entry} />}
    </EntryPage>
  );
}

type Urgency = Exclude<WaitingPatient['urgency'], 'emergency'>;

function UrgencyForm({ entry }: { entry: WaitingPatient }) {
  const [urgency, setUrgency] = useState<Urgency | undefined>(
    entry.urgency === 'emergency' ? undefined : entry.urgency,
  );
  const [reason, setReason] = useState('');
  const [key] = useState(idempotencyKey);
  const errors = useFormErrors();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const change = useMutation({
    mutationFn: (chosen: Urgency) =>
      answer(
        api.POST('/clinic/v1/waitlist/{id}/retriage', {
          params: { path: { id: entry.id }, header: { 'Idempotency-Key': key } },
          body: { version: entry.version, urgency: chosen, reason: reason.trim() },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['waitlist'] });
      announce(`The urgency of ${shownName(entry.patient?.name)} is changed`);
      await navigate({ to: '/waiting-list' });
    },
    onError: (error) => {
      errors.refuse(error, { urgency: 'urgency', reason: 'reason' });
      void queries.invalidateQueries({ queryKey: ['waitlist'] });
    },
  });
  const submit = () => {
    const missing = [
      ...(urgency === undefined ? [{ field: 'urgency', message: 'Choose how urgent it is' }] : []),
      ...(reason.trim().length < 3 ? [{ field: 'reason', message: 'Enter why you change it' }] : []),
    ];
    if (errors.check(missing) && urgency !== undefined) change.mutate(urgency);
  };
  return (
    <Form wide onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <RadioGroup
        name="urgency"
        legend="How urgent is it?"
        error={errors.of('urgency')}
        value={urgency}
        onChange={setUrgency}
        options={[
          { value: 'routine', label: 'Routine', hint: 'To be seen within 42 days' },
          { value: 'soon', label: 'Soon', hint: 'Within 14 days' },
          { value: 'urgent', label: 'Urgent', hint: 'Within 2 days' },
        ]}
      />
      <TextArea
        name="reason"
        label="Why?"
        hint="Kept with the decision"
        maxLength={500}
        error={errors.of('reason')}
        value={reason}
        onChange={setReason}
      />
      <div className="row">
        <Button type="submit" pending={change.isPending}>
          Change the urgency
        </Button>
        <Link to="/waiting-list">Cancel</Link>
      </div>
    </Form>
  );
}
