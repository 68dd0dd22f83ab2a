import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { Button } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { duration, localDate, today } from '../../shared/time/format.ts';
import { type AppointmentView, api } from '../api.ts';

const choices = [5, 10, 15, 20, 30, 45, 60] as const;

/** On the day: how far behind the clinician is. */
export function ProviderDelay({ view }: { view: AppointmentView }) {
  const { slot, providerDelayMinutes, status } = view.appointment;
  const isOpen = status === 'booked' || status === 'arrived' || status === 'checked-in';
  if (!isOpen || providerDelayMinutes === 0 || !isToday(slot)) return null;
  return (
    <Notice
      tone="warn"
      title={`${slot.providerName} is running about ${duration(providerDelayMinutes)} late`}
    >
      <p>Please come at your time all the same: it may change.</p>
    </Notice>
  );
}

/** On the day, until one is checked in: says how late one will be, or that one is in time after all. */
export function RunningLate({ view }: { view: AppointmentView }) {
  const { appointment } = view;
  const queries = useQueryClient();
  const [minutes, setMinutes] = useState('10');
  const report = useMutation({
    mutationFn: (late: { minutes: number; key: string }) =>
      answer(
        api.POST('/v1/appointments/{id}/lateness', {
          params: { path: { id: appointment.id }, header: { 'Idempotency-Key': late.key } },
          body: { version: appointment.version, lateMinutes: late.minutes },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['appointment', appointment.id] }),
  });
  if (!isToday(appointment.slot)) return null;
  const say = (late: number) => report.mutate({ minutes: late, key: idempotencyKey() });
  const isLate = appointment.lateMinutes > 0;
  return (
    <section className="stack no-print" aria-labelledby="late-title">
      <h2 id="late-title">{isLate ? 'You told us you are late' : 'Running late?'}</h2>
      {isLate && (
        <p role="status">
          The clinic knows that you will be about <strong>{duration(appointment.lateMinutes)}</strong> late.
        </p>
      )}
      {report.isError && (
        <Notice tone="danger" live>
          {report.error.message}
        </Notice>
      )}
      <Select
        name="late"
        label="How late will you be?"
        value={minutes}
        onChange={setMinutes}
        options={choices.map((each) => ({ value: String(each), label: `About ${duration(each)}` }))}
      />
      <p className="row actions">
        <Button variant="secondary" pending={report.isPending} onPress={() => say(Number(minutes))}>
          Tell the clinic
        </Button>
        {isLate && (
          <Button variant="quiet" pending={report.isPending} onPress={() => say(0)}>
            I will be in time after all
          </Button>
        )}
      </p>
    </section>
  );
}

function isToday(slot: { startAt: string; timeZone: string }): boolean {
  return localDate(slot.startAt, slot.timeZone) === today(slot.timeZone);
}
