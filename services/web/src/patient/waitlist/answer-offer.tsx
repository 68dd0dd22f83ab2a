import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { Button } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Rail, RailItem } from '../../shared/controls/rail.tsx';
import { clock, day, deviceNote, duration, minutesBetween } from '../../shared/time/format.ts';
import { api, type Location } from '../api.ts';
import { deadlineInWords } from './deadline.ts';
import type { Offer, WaitlistEntry } from './queries.ts';

type Props = {
  entry: WaitlistEntry;
  offer: Offer;
  location: Location | null;
  onDeclined: () => void;
};

/** An offered time as a ticket, why it is offered, until when, and the two answers. */
export function AnswerOffer({ entry, offer, location, onDeclined }: Props) {
  const { slot } = offer;
  const note = deviceNote(slot.startAt, slot.timeZone);
  const answers = useAnswers({ entry, offer, onDeclined });
  return (
    <section className="sheet ticket" aria-labelledby="offer-title">
      <h2 className="ticket-day" id="offer-title">
        <span className="visually-hidden">Offered to you: </span>
        {day(slot.startAt, slot.timeZone)}
      </h2>
      <div className="ticket-main stack">
        <Rail>
          <RailItem
            time={clock(slot.startAt, slot.timeZone)}
            note={duration(minutesBetween(slot.startAt, slot.endAt))}
            look="full"
          >
            <p>
              <strong>
                <bdi>{entry.visitTypeName}</bdi>
              </strong>
            </p>
            <p>
              <bdi>{slot.providerName}</bdi>
            </p>
            {location && (
              <p>
                <bdi>{location.name}</bdi>
              </p>
            )}
            {note && (
              <p className="muted small">
                <bdi>{note}</bdi>
              </p>
            )}
          </RailItem>
        </Rail>
        {offer.why && (
          <p>
            <bdi>{offer.why}</bdi>
          </p>
        )}
        <p>
          <strong>
            Please answer by {deadlineInWords(offer.expiresAt, slot.timeZone, new Date().toISOString())}.
          </strong>{' '}
          After that we offer it to somebody else, and you keep waiting.
        </p>
        {answers.failure && (
          <Notice tone="danger" title="That did not work" live>
            <p>{answers.failure}</p>
          </Notice>
        )}
        <div className="row actions">
          <Button pending={answers.accept.isPending} onPress={() => answers.accept.mutate()}>
            Take this time
          </Button>
          <Button
            variant="secondary"
            pending={answers.decline.isPending}
            onPress={() => answers.decline.mutate()}
          >
            No, keep waiting
          </Button>
        </div>
      </div>
    </section>
  );
}

function useAnswers({ entry, offer, onDeclined }: Omit<Props, 'location'>) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [keys] = useState(() => ({ accept: idempotencyKey(), decline: idempotencyKey() }));
  const refresh = () => queries.invalidateQueries({ queryKey: ['waitlist'] });
  const body = { version: entry.version, holdId: offer.holdId };
  const params = (key: string) => ({ path: { id: entry.id }, header: { 'Idempotency-Key': key } });
  const accept = useMutation({
    mutationFn: () => answer(api.POST('/v1/waitlist/{id}/accept', { params: params(keys.accept), body })),
    onSuccess: async ({ appointment }) => {
      void queries.invalidateQueries({ queryKey: ['timeline'] });
      await navigate({ to: '/appointments/$id/booked', params: { id: appointment.id }, replace: true });
      void refresh();
    },
    onError: refresh,
  });
  const decline = useMutation({
    mutationFn: () => answer(api.POST('/v1/waitlist/{id}/decline', { params: params(keys.decline), body })),
    onSuccess: () => {
      onDeclined();
      return refresh();
    },
    onError: refresh,
  });
  return { accept, decline, failure: accept.error?.message ?? decline.error?.message };
}
