import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button, buttonClass } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { visitTime } from '../../shared/time/format.ts';
import { type Appointment, api, appointmentQuery, directoryQuery } from '../api.ts';

/** The clinic moved the visit: the patient keeps the new time, chooses another one, or cannot come. */
export function NewTime({ appointment }: { appointment: Appointment }) {
  const [isSure, setIsSure] = useState(false);
  const { mutation, say } = useAnswer(appointment);
  const { timeZone, startAt } = appointment.slot;
  const earlier = earlierTime(appointment);
  const { data: directory } = useQuery(directoryQuery);
  const answerBy = directory && answerTime(startAt, directory.lateCancellationHours);
  return (
    <Notice tone="warn" title="Your visit was moved. Does the new time suit you?">
      {mutation.isError && <p role="alert">{mutation.error.message}</p>}
      {earlier && (
        <p>
          It was to be on {visitTime(earlier.startAt, timeZone)}
          {earlier.providerName && (
            <>
              , with <bdi>{earlier.providerName}</bdi>
            </>
          )}
          {earlier.locationName && earlier.locationName !== appointment.locationName && (
            <>
              , at <bdi>{earlier.locationName}</bdi>
            </>
          )}
          . It is on <strong>{visitTime(startAt, timeZone)}</strong>, with{' '}
          <bdi>{appointment.slot.providerName}</bdi>, at <bdi>{appointment.locationName}</bdi>.
        </p>
      )}
      {answerBy && (
        <p>Please answer by {visitTime(answerBy, timeZone)}. Without an answer the new time is yours.</p>
      )}
      {isSure ? (
        <>
          <p>If you cannot come, this visit is cancelled and its time goes to somebody else.</p>
          <div className="row actions">
            <Button variant="danger" pending={mutation.isPending} onPress={() => say('refuse')}>
              Yes, cancel this visit
            </Button>
            <Button variant="quiet" onPress={() => setIsSure(false)}>
              Back
            </Button>
          </div>
        </>
      ) : (
        <div className="row actions">
          <Button pending={mutation.isPending} onPress={() => say('keep')}>
            Keep the new time
          </Button>
          <Link
            to="/appointments/$id/move"
            params={{ id: appointment.id }}
            className={buttonClass('secondary')}
          >
            Choose another time
          </Link>
          <Button variant="quiet" onPress={() => setIsSure(true)}>
            I cannot come
          </Button>
        </div>
      )}
    </Notice>
  );
}

function useAnswer(appointment: Appointment) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [keys] = useState(() => ({ keep: idempotencyKey(), refuse: idempotencyKey() }));
  const mutation = useMutation({
    mutationFn: (said: 'keep' | 'refuse') =>
      answer(
        api.POST('/v1/appointments/{id}/answer', {
          params: { path: { id: appointment.id }, header: { 'Idempotency-Key': keys[said] } },
          body: { version: appointment.version, answer: said },
        }),
      ),
    onSuccess: (_, said) => {
      announce(said === 'keep' ? 'You keep the new time.' : 'Your visit is cancelled.');
      void queries.invalidateQueries({ queryKey: ['timeline'] });
      return queries.invalidateQueries({ queryKey: ['appointment', appointment.id] });
    },
    onError: () => queries.invalidateQueries({ queryKey: ['appointment', appointment.id] }),
  });
  return { mutation, say: (said: 'keep' | 'refuse') => mutation.mutate(said) };
}

/** When, with whom and where the visit was to be before the clinic moved it. */
function earlierTime({ history }: Appointment): Appointment['history'][number] | undefined {
  const moved = history.findLastIndex(({ change }) => change === 'moved');
  return moved > 0 ? history[moved - 1] : undefined;
}

/** Until when the patient can still say no without a late cancellation; undefined when that time has passed. */
function answerTime(startAt: string, lateHours: number): string | undefined {
  const until_ms = Date.parse(startAt) - lateHours * 3_600_000;
  return until_ms > Date.now() ? new Date(until_ms).toISOString() : undefined;
}

/** Home's first action: what the clinic moved and wants an answer to, by appointment id. Nothing until it is known. */
export function MovedVisit({ id }: { id: string }) {
  const { data } = useQuery(appointmentQuery(id));
  return data?.appointment.awaitsAnswer ? <NewTime appointment={data.appointment} /> : null;
}
