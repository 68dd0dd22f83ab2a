import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { Button } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { api } from '../api.ts';
import type { WaitlistEntry } from './queries.ts';

/** Leaves the waiting list, after one more question. */
export function Leave({ entry }: { entry: WaitlistEntry }) {
  const [asked, setAsked] = useState(false);
  const [key] = useState(idempotencyKey);
  const queries = useQueryClient();
  const leave = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/v1/waitlist/{id}/leave', {
          params: { path: { id: entry.id }, header: { 'Idempotency-Key': `${key}-${entry.version}` } },
          body: { version: entry.version },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['waitlist'] }),
  });
  return (
    <section aria-labelledby="leave-title" className="stack">
      <h2 id="leave-title">Leave the waiting list</h2>
      {leave.isError && (
        <Notice tone="danger" title="You are still on the list" live>
          <p>{leave.error.message}</p>
        </Notice>
      )}
      <p>
        {asked
          ? 'Your place goes to others, and joining again starts from the end. Leave all the same?'
          : 'Do this when you do not need the visit any more.'}
      </p>
      <div className="row actions">
        <Button
          variant={asked ? 'danger' : 'secondary'}
          pending={leave.isPending}
          onPress={() => (asked ? leave.mutate() : setAsked(true))}
        >
          {asked ? 'Yes, leave the list' : 'Leave the list'}
        </Button>
        {asked && (
          <Button variant="quiet" onPress={() => setAsked(false)}>
            Stay on it
          </Button>
        )}
      </div>
    </section>
  );
}
