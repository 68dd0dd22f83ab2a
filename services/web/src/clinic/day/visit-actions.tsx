import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button } from '../../shared/controls/button.tsx';
import { Dialog } from '../../shared/controls/dialog.tsx';
import { statusWord } from '../../shared/controls/status-tag.tsx';
import { api } from '../../shared/staff/api.ts';
import { shownPerson, type Visit } from '../api.ts';

type Status = Exclude<Visit['appointment']['status'], 'cancelled'>;

const next: Partial<Record<Status, { to: Status; word: string }>> = {
  booked: { to: 'arrived', word: 'Arrived' },
  arrived: { to: 'checked-in', word: 'Check in' },
  'checked-in': { to: 'fulfilled', word: 'Done' },
};

/** The most likely status before this one, to undo a wrong press. */
const before: Partial<Record<Status, Status>> = {
  arrived: 'booked',
  'checked-in': 'arrived',
  fulfilled: 'checked-in',
  noshow: 'booked',
};

/** "Did not come" is offered this long after the start. */
const noshow_ms = 15 * 60_000;

/** Advances a visit by one button, and takes the last step back. */
export function VisitActions({ visit }: { visit: Visit }) {
  const { appointment } = visit;
  const patient = shownPerson(visit.patient);
  const { status } = appointment;
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: (to: Status) =>
      answer(
        api.POST('/clinic/v1/appointments/{id}/status', {
          params: { path: { id: appointment.id }, header: { 'Idempotency-Key': idempotencyKey() } },
          body: { version: appointment.version, status: to },
        }),
      ),
    onSuccess: ({ appointment: changed }) => announce(`${patient.name}: ${statusWord(changed.status)}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['day'] }),
  });
  if (status === 'cancelled') return null;
  const step = next[status];
  const back = before[status];
  const late = Date.now() - Date.parse(appointment.slot.startAt) > noshow_ms;

  return (
    <div className="visit-actions">
      {step && (
        <Button
          variant="secondary"
          className="button-compact"
          pending={change.isPending}
          pendingText="Saving…"
          label={`${step.word}: ${patient.name}`}
          onPress={() => change.mutate(step.to)}
        >
          {step.word}
        </Button>
      )}
      {status === 'booked' && late && (
        <Button variant="quiet" label={`Did not come: ${patient.name}`} onPress={() => setAsking(true)}>
          Did not come
        </Button>
      )}
      {back && (
        <Button variant="quiet" label={`Undo for ${patient.name}`} onPress={() => change.mutate(back)}>
          Undo
        </Button>
      )}
      {change.error && (
        <p className="field-error" role="alert">
          {change.error instanceof ApiProblem ? change.error.message : 'That did not work. Try again.'}
        </p>
      )}
      <Dialog title="Did the patient not come?" open={asking} onClose={() => setAsking(false)}>
        <p>
          <bdi>{patient.name}</bdi> will be marked as “Did not come”. You can undo this.
        </p>
        <div className="row">
          <Button variant="secondary" onPress={() => setAsking(false)}>
            Cancel
          </Button>
          <Button
            variant="danger"
            onPress={() => {
              setAsking(false);
              change.mutate('noshow');
            }}
          >
            Did not come
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
