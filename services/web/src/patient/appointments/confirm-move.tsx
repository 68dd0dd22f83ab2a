import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { Button } from '../../shared/controls/button.tsx';
import { ErrorSummary } from '../../shared/controls/error-summary.tsx';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { useFormErrors } from '../../shared/controls/form-errors.ts';
import { Page } from '../../shared/controls/page.tsx';
import { visitTime } from '../../shared/time/format.ts';
import { type AppointmentView, api, type Hold } from '../api.ts';
import { HoldDeadline, useHoldState } from '../book/hold-deadline.tsx';
import { keepHold } from '../book/keep-hold.ts';

/** Old and new time side by side; the old one is kept until this is confirmed. */
export function ConfirmMove(props: {
  view: AppointmentView;
  chosen: { hold: Hold; key: string };
  onChange: (chosen: { hold: Hold; key: string }) => void;
  onBack: (taken: boolean) => void;
}) {
  const { appointment } = props.view;
  const { hold, key } = props.chosen;
  const [pending, setPending] = useState<'move' | 'hold'>();
  const errors = useFormErrors();
  const state = useHoldState(hold);
  const navigate = useNavigate();
  const queries = useQueryClient();

  const attempt = async (what: 'move' | 'hold', action: () => Promise<void>) => {
    setPending(what);
    try {
      await action();
    } catch (error) {
      if (error instanceof ApiProblem && error.kind === 'slot-taken') props.onBack(true);
      else {
        if (error instanceof ApiProblem && error.kind === 'conflict') {
          void queries.invalidateQueries({ queryKey: ['appointment', appointment.id] });
        }
        errors.refuse(error);
      }
    } finally {
      setPending(undefined);
    }
  };

  const move = () =>
    attempt('move', async () => {
      await answer(
        api.POST('/v1/appointments/{id}/move', {
          params: { path: { id: appointment.id }, header: { 'Idempotency-Key': key } },
          body: {
            version: appointment.version,
            slotId: hold.slot.id,
            holdId: hold.id,
          },
        }),
      );
      await queries.invalidateQueries({ queryKey: ['appointment', appointment.id] });
      void queries.invalidateQueries({ queryKey: ['timeline'] });
      await navigate({ to: '/appointments/$id/moved', params: { id: appointment.id }, replace: true });
    });

  const extend = () =>
    attempt('hold', async () => {
      const whose = { patientId: appointment.patientId, otherRegionAgreed: true } as const;
      props.onChange({ hold: await keepHold(hold, state, whose), key });
    });

  return (
    <Page key={hold.expiresAt} title="Check the new time" failed={errors.list.length > 0}>
      <ErrorSummary errors={errors} />
      <HoldDeadline hold={hold} state={state} extending={pending === 'hold'} onExtend={() => void extend()} />
      <Facts>
        <Fact name="New time">
          <strong>{visitTime(hold.slot.startAt, hold.slot.timeZone)}</strong>
          <span className="choice-hint">
            <bdi>{hold.slot.providerName}</bdi>
          </span>
        </Fact>
        <Fact name="Old time">
          {visitTime(appointment.slot.startAt, appointment.slot.timeZone)}
          <span className="choice-hint">
            <bdi>{appointment.slot.providerName}</bdi>
          </span>
        </Fact>
      </Facts>
      <div className="row actions">
        <Button pending={pending === 'move'} onPress={move}>
          Confirm the new time
        </Button>
        <Button variant="quiet" onPress={() => props.onBack(false)}>
          Choose another time
        </Button>
      </div>
    </Page>
  );
}
