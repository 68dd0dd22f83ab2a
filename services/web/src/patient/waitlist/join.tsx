import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { Checkbox } from '../../shared/controls/choice.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { useClinicPhone } from '../../shared/query/phone.ts';
import { whom } from '../acting/acting.ts';
import { api, directoryQuery } from '../api.ts';
import { AskRegion, isRegionAsked } from '../book/ask-region.tsx';
import { useOpenStep } from '../book/asked.ts';
import { CareCard } from '../book/care-card.tsx';
import { clearDraft, useDraft } from '../book/draft.ts';
import { needOf } from './need.ts';

/** From P3 or after cancelling: what happens on the waiting list, and the one question it has. */
export function JoinWaitlist() {
  const { answers } = useDraft();
  const open = useOpenStep();
  // Joining clears the draft while this page is still leaving.
  const [left, setLeft] = useState(false);
  if (open === 'pending') {
    return (
      <Page title="Join the waiting list">
        <Skeleton />
      </Page>
    );
  }
  if (open !== undefined) {
    return left ? null : <Navigate to="/book/$step" params={{ step: open }} replace />;
  }
  if (answers.emergency === 'yes') return <CareCard />;
  return <JoinPage onLeave={() => setLeft(true)} />;
}

function JoinPage({ onLeave }: { onLeave: () => void }) {
  const { answers } = useDraft();
  const directory = useQuery(directoryQuery).data;
  const errors = useFormErrors();
  const phone = useClinicPhone();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [autoAccept, setAutoAccept] = useState(false);
  const [pending, setPending] = useState(false);
  const [key] = useState(idempotencyKey);
  const [isAsking, setIsAsking] = useState(false);
  const visit = directory?.visitTypes.find(({ id }) => id === answers.visitTypeId);

  const join = async () => {
    setPending(true);
    try {
      const { entry } = await answer(
        api.POST('/v1/waitlist', {
          params: { header: { 'Idempotency-Key': `${key}${autoAccept ? '-auto' : ''}` } },
          body: { ...whom(), need: needOf(answers), reason: answers.reason.trim(), autoAccept },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['waitlist'] });
      onLeave();
      const { id } = entry;
      if (entry.state === 'booked') await navigate({ to: '/appointments/$id/booked', params: { id } });
      else await navigate({ to: '/waiting/$id', params: { id }, replace: true });
      clearDraft();
    } catch (error) {
      if (isRegionAsked(error)) setIsAsking(true);
      else errors.refuse(error);
    } finally {
      setPending(false);
    }
  };

  if (isAsking && answers.regionIds === undefined) return <AskRegion />;
  return (
    <Page title="Join the waiting list" failed={errors.list.length > 0}>
      <ErrorSummary errors={errors} />
      <p>
        <bdi>{visit ? `For ${visit.name}. ` : ''}</bdi>When a time becomes free that fits what you told us, we
        offer it to you by e-mail and here. You have at least half an hour to answer, by day, and usually much
        longer.
      </p>
      <p>Whoever needs it sooner is offered a time first, and a long wait counts as well.</p>
      <Form onSubmit={join}>
        <Checkbox
          name="auto"
          label="Book the first time that fits without asking me"
          hint="You get a confirmation, and can still move or cancel it."
          checked={autoAccept}
          onChange={setAutoAccept}
        />
        <Submit pending={pending}>Join the waiting list</Submit>
      </Form>
      <p>
        If you get worse while you wait, do not wait for us: call {phone}, or your emergency number in an
        emergency.
      </p>
      <p>
        <Link to="/book/$step" params={{ step: 'when' }} className="link-row">
          Change what suits me
        </Link>
      </p>
    </Page>
  );
}
