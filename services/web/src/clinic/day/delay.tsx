import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { Button } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { api } from '../../shared/staff/api.ts';
import { duration, today } from '../../shared/time/format.ts';
import type { DayList } from '../api.ts';

const choices = [10, 15, 20, 30, 45, 60, 90, 120] as const;

/** Today's list: how far behind the clinician is, which patients see on their visit's page, and the way to say so. */
export function Delay(props: { list: DayList; providerId: string; isOwn: boolean }) {
  const { list, providerId, isOwn } = props;
  const queries = useQueryClient();
  const [minutes, setMinutes] = useState('20');
  const set = useMutation({
    mutationFn: (delayMinutes: number) =>
      answer(
        api.PUT('/clinic/v1/providers/{id}/delay', {
          params: { path: { id: providerId } },
          body: { delayMinutes },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['day'] }),
  });
  if (list.date !== today(list.timeZone) || list.visits.length === 0) return null;
  const now = Math.max(...list.visits.map(({ appointment }) => appointment.providerDelayMinutes));
  return (
    <section className="day-tools" aria-label="Running late">
      {now > 0 && (
        <p role="status">
          {isOwn ? 'You are' : 'They are'} about <strong>{duration(now)}</strong> behind. Patients of today
          see it.
        </p>
      )}
      {set.isError && (
        <Notice tone="danger" live>
          {set.error.message}
        </Notice>
      )}
      <Select
        name="delay"
        label={isOwn ? 'I am running late by' : 'Running late by'}
        value={minutes}
        onChange={setMinutes}
        options={choices.map((each) => ({ value: String(each), label: duration(each) }))}
      />
      <Button variant="secondary" pending={set.isPending} onPress={() => set.mutate(Number(minutes))}>
        Tell patients
      </Button>
      {now > 0 && (
        <Button variant="quiet" pending={set.isPending} onPress={() => set.mutate(0)}>
          In time again
        </Button>
      )}
    </section>
  );
}
