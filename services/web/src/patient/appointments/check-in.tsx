import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { Button } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { localDate, today } from '../../shared/time/format.ts';
import { type AppointmentView, api } from '../api.ts';

/** On the day of the visit: tells the clinic that the patient is there. */
export function CheckIn({ view }: { view: AppointmentView }) {
  const { appointment } = view;
  const { slot } = appointment;
  const queries = useQueryClient();
  const [key] = useState(idempotencyKey);
  const checkIn = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/appointments/{id}/check-in', {
          params: { path: { id: appointment.id }, header: { 'Idempotency-Key': key } },
          body: { version: appointment.version },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['timeline'] });
      return queries.invalidateQueries({ queryKey: ['appointment', appointment.id] });
    },
  });
  if (localDate(slot.startAt, slot.timeZone) !== today(slot.timeZone)) return null;
  return (
    <Notice tone={checkIn.isError ? 'danger' : 'info'} title="The visit is today">
      {checkIn.isError && <p role="alert">{checkIn.error.message}</p>}
      <p>Check in when you are at the clinic, so that they know you are there.</p>
      <Button pending={checkIn.isPending} onPress={() => checkIn.mutate()}>
        Check in
      </Button>
    </Notice>
  );
}
