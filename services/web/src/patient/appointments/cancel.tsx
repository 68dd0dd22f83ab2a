import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { Button, buttonClass } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { visitTime } from '../../shared/time/format.ts';
import { type AppointmentView, api, appointmentQuery } from '../api.ts';
import { firstStep, noAnswers } from '../book/answers.ts';
import { saveDraft } from '../book/draft.ts';
import { NoSuchAppointment } from './appointment.tsx';
import { CancellingWords } from './cancelling-words.tsx';

/** P6: cancelling is never refused, only called late. */
export function Cancel({ id }: { id: string }) {
  const query = useQuery(appointmentQuery(id));
  const [done, setDone] = useState<{ late: boolean }>();
  if (done) return <Cancelled late={done.late} view={query.data} />;
  return (
    <Page title="Cancel this appointment?">
      <Loaded query={query} skeleton={<Skeleton lines={4} />} missing={<NoSuchAppointment />}>
        {(view) => <Ask view={view} onDone={setDone} />}
      </Loaded>
    </Page>
  );
}

function Ask({ view, onDone }: { view: AppointmentView; onDone: (done: { late: boolean }) => void }) {
  const { appointment } = view;
  const queries = useQueryClient();
  const [key] = useState(idempotencyKey);
  const cancel = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/appointments/{id}/cancel', {
          params: { path: { id: appointment.id }, header: { 'Idempotency-Key': key } },
          body: { version: appointment.version },
        }),
      ),
    onSuccess: ({ late }) => {
      void queries.invalidateQueries({ queryKey: ['timeline'] });
      void queries.invalidateQueries({ queryKey: ['appointment', appointment.id] });
      onDone({ late });
    },
    onError: () => queries.invalidateQueries({ queryKey: ['appointment', appointment.id] }),
  });
  if (appointment.status === 'cancelled') return <p>This appointment is cancelled already.</p>;
  return (
    <>
      {cancel.isError && (
        <Notice tone="danger" title="It is not cancelled" live>
          <p>{cancel.error.message}</p>
        </Notice>
      )}
      <p className="lead">{visitTime(appointment.slot.startAt, appointment.slot.timeZone)}</p>
      <p>
        <bdi>{appointment.visitTypeName}</bdi> with <bdi>{appointment.slot.providerName}</bdi>,{' '}
        <bdi>{appointment.locationName}</bdi>
      </p>
      {!view.late && !appointment.needsNewTime && (
        <p className="muted">
          <CancellingWords />
        </p>
      )}
      {appointment.needsNewTime && <p>The clinic cannot keep this time, so that cancelling is not late.</p>}
      {view.late && (
        <Notice tone="warn" title="This is a late cancellation">
          <p>
            <CancellingWords />
          </p>
        </Notice>
      )}
      <div className="row actions">
        <Button variant="danger" pending={cancel.isPending} onPress={() => cancel.mutate()}>
          Yes, cancel it
        </Button>
        <Link
          to="/appointments/$id/move"
          params={{ id: appointment.id }}
          className={buttonClass('secondary')}
        >
          Move it instead
        </Link>
        <Link to="/appointments/$id" params={{ id: appointment.id }} className={buttonClass('quiet')}>
          {appointment.needsNewTime ? 'Back' : 'Keep it'}
        </Link>
      </div>
    </>
  );
}

function Cancelled({ late, view }: { late: boolean; view: AppointmentView | undefined }) {
  const navigate = useNavigate();
  // The same kind of visit is asked for again; how urgent it is, the questions find out.
  const wait = () => {
    if (view === undefined) return;
    const { reason, slot } = view.appointment;
    const { specialtyId, visitTypeId } = slot;
    saveDraft({ answers: { ...noAnswers, specialtyId, visitTypeId, reason, goal: 'wait' } });
    void navigate({ to: '/book/$step', params: { step: firstStep } });
  };
  return (
    <Page title="Your appointment is cancelled">
      <p>{late ? 'It was late, but it is done.' : 'Thank you for telling us.'} You get an e-mail about it.</p>
      <p>Do you still need to be seen?</p>
      <div className="row actions">
        <Link to="/book" className={buttonClass()}>
          Book another time
        </Link>
        <Button variant="secondary" onPress={wait}>
          Join the waiting list
        </Button>
        <Link to="/" className={buttonClass('quiet')}>
          Not now
        </Link>
      </div>
    </Page>
  );
}
