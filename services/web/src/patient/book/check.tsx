import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, idempotencyKey } from '../../shared/api/client.ts';
import { type AlternativeSlot, ApiProblem } from '../../shared/api/problem.ts';
import { Button } from '../../shared/controls/button.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Form, Submit } from '../../shared/controls/form.tsx';
import { type FormErrors, useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { whom } from '../acting/acting.ts';
import { api, directoryQuery, type Hold } from '../api.ts';
import { CancellingWords } from '../appointments/cancelling-words.tsx';
import { agreedPlace, symptomsOrReferral } from './answers.ts';
import { type Chosen, clearDraft, saveDraft, useDraft } from './draft.ts';
import { HoldDeadline, useHoldState } from './hold-deadline.tsx';
import { keepHold } from './keep-hold.ts';
import { SlotChoice } from './slot-choice.tsx';
import { Summary } from './summary.tsx';

/** P4: a summary of everything with links to change it, then the one button that books. */
export function Check() {
  const { chosen } = useDraft();
  // A finished booking clears the draft while this page is still leaving.
  const [left, setLeft] = useState(false);
  if (!chosen) return left ? null : <Navigate to="/book/times" replace />;
  return <CheckPage chosen={chosen} onLeave={() => setLeft(true)} />;
}

function CheckPage({ chosen, onLeave }: { chosen: Chosen; onLeave: () => void }) {
  const errors = useFormErrors();
  const [alternatives, setAlternatives] = useState<readonly AlternativeSlot[]>();
  const state = useHoldState(chosen.hold);
  const { answers } = useDraft();
  const [pending, setPending] = useState<'confirm' | 'hold'>();
  const navigate = useNavigate();
  const queries = useQueryClient();

  const confirm = async () => {
    setPending('confirm');
    try {
      const { appointment } = await answer(
        api.POST('/v1/appointments', {
          params: { header: { 'Idempotency-Key': chosen.key } },
          body: {
            slotId: chosen.hold.slot.id,
            holdId: chosen.hold.id,
            reason: answers.reason.trim(),
            ...symptomsOrReferral(answers),
            ...agreedPlace(answers),
            ...whom(),
          },
        }),
      );
      void queries.invalidateQueries({ queryKey: ['timeline'] });
      void queries.invalidateQueries({ queryKey: ['referrals'] });
      onLeave();
      await navigate({ to: '/appointments/$id/booked', params: { id: appointment.id }, replace: true });
      clearDraft();
    } catch (error) {
      lost(error);
    } finally {
      setPending(undefined);
    }
  };

  const hold = async (ask: () => Promise<Hold>) => {
    setPending('hold');
    try {
      const kept = await ask();
      const same = kept.slot.id === chosen.hold.slot.id;
      saveDraft({
        answers,
        chosen: { hold: kept, why: same ? chosen.why : '', key: same ? chosen.key : idempotencyKey() },
      });
      setAlternatives(undefined);
      errors.check([]);
    } catch (error) {
      lost(error);
    } finally {
      setPending(undefined);
    }
  };

  const take = (slotId: string) =>
    hold(() => answer(api.POST('/v1/holds', { body: { ...whom(), ...agreedPlace(answers), slotId } })));

  const lost = (error: unknown) => {
    if (!(error instanceof ApiProblem) || error.kind !== 'slot-taken') return errors.refuse(error);
    setAlternatives(error.alternatives);
    errors.check([
      error.alternatives.length > 0
        ? { field: 'slot', message: 'This time has just been taken. Choose one of these instead' }
        : { message: 'This time has just been taken. Choose another' },
    ]);
  };

  return (
    // A new hold counts as a new page: its heading takes the focus, because the pressed button is gone.
    <Page key={chosen.hold.expiresAt} title="Check and confirm" failed={errors.list.length > 0}>
      <ErrorSummary errors={errors} />
      {alternatives ? (
        <Alternatives slots={alternatives} errors={errors} pending={pending === 'hold'} onTake={take} />
      ) : (
        <>
          <HoldDeadline
            hold={chosen.hold}
            state={state}
            extending={pending === 'hold'}
            onExtend={() =>
              void hold(() => keepHold(chosen.hold, state, { ...whom(), ...agreedPlace(answers) }))
            }
          />
          <Summary chosen={chosen} />
          <p className="muted">
            You can move this visit as long as other times are free. <CancellingWords />
          </p>
          <p className="actions">
            <Button pending={pending === 'confirm'} onPress={confirm}>
              Confirm and book
            </Button>
          </p>
        </>
      )}
    </Page>
  );
}

function Alternatives(props: {
  slots: readonly AlternativeSlot[];
  errors: FormErrors;
  pending: boolean;
  onTake: (slotId: string) => void;
}) {
  const directory = useQuery(directoryQuery);
  const [slotId, setSlotId] = useState<string>();
  return (
    <>
      <p>Somebody else booked it a moment ago. Your answers are kept.</p>
      {props.slots.length > 0 && (
        <Form
          onSubmit={() =>
            slotId === undefined
              ? props.errors.check([{ field: 'slot', message: 'Choose a time' }])
              : props.onTake(slotId)
          }
        >
          <SlotChoice
            others={props.slots}
            locations={directory.data?.locations ?? []}
            value={slotId}
            onChange={setSlotId}
            error={props.errors.of('slot')}
          />
          <Submit pending={props.pending}>Take this time</Submit>
        </Form>
      )}
      <p>
        <Link to="/book/times" className="link-row">
          See all times
        </Link>
      </p>
    </>
  );
}
