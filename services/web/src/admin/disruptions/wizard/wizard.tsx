import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ApiProblem } from '../../../shared/api/problem.ts';
import { Button } from '../../../shared/controls/button.tsx';
import { ErrorSummary } from '../../../shared/controls/error-summary.tsx';
import { useFormErrors } from '../../../shared/controls/form-errors.ts';
import { Notice } from '../../../shared/controls/notice.tsx';
import { Page } from '../../../shared/controls/page.tsx';
import { ConfirmStep } from './confirm-step.tsx';
import type { FirstStepProps } from './first-step.tsx';
import { MessagesStep } from './messages-step.tsx';
import { appliedMoves, type Change, type Plan, planQuery } from './plan.ts';
import { type ShownStep, stepOf, stepsOf } from './steps.ts';
import { TimesStep } from './times-step.tsx';
import { UnplacedStep } from './unplaced-step.tsx';
import { VisitsStep } from './visits-step.tsx';

const headings: Record<Exclude<ShownStep, 'change'>, string> = {
  visits: 'Visits that cannot take place',
  times: 'New times',
  unplaced: 'Visits without a new time',
  messages: 'What patients are told',
  confirm: 'No booked visit is affected',
};

type WizardProps = {
  /** Names the whole, e.g. "Plan leave". */
  title: string;
  /** What the first step asks. */
  question: string;
  /** The words of the button that saves. */
  save: string;
  step: ShownStep;
  /** Undefined until the form says all that is needed. */
  change: Change | undefined;
  go: (step: ShownStep) => void;
  /** With the id under which the change was saved, and whether it hit a visit. */
  onSaved: (id: string, isHit: boolean) => Promise<unknown>;
  /** The first step: the form. */
  children: (first: FirstStepProps) => ReactNode;
};

/** Plans a change of the hospital's rules in steps, whatever it is. Only the last one saves. */
export function Wizard(props: WizardProps) {
  const { title, change, step, go } = props;
  const queries = useQueryClient();
  // Saving the same change again must not be another one; what is planned anew is.
  const [id, setId] = useState(() => crypto.randomUUID());
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set());
  const [isStale, setStale] = useState(false);
  // False when the page was reloaded after that step: the times have changed, and the choice of who is not moved is
  // lost.
  const [isPastTimes, setPastTimes] = useState(false);
  const forgetPlan = () => {
    queries.removeQueries({ queryKey: ['plan'] });
    setDeclined(new Set());
    setPastTimes(false);
  };
  const begin = async () => {
    if (change === undefined) return;
    forgetPlan();
    setStale(false);
    const fresh = crypto.randomUUID();
    setId(fresh);
    const plan = await queries.fetchQuery(planQuery(change, fresh));
    go(stepsOf(plan)[1] ?? 'change');
  };
  if (step === 'change' || change === undefined) {
    return props.children({ title, question: props.question, begin });
  }
  const isLoadedAgain = pastTimes.includes(step) && !isPastTimes;
  return (
    <Planned
      {...props}
      id={id}
      change={change}
      step={isLoadedAgain ? 'times' : step}
      go={(next) => {
        if (pastTimes.includes(next)) setPastTimes(true);
        go(next);
      }}
      declined={declined}
      why={isLoadedAgain ? 'loaded' : isStale ? 'changed' : undefined}
      onDecline={setDeclined}
      onStale={() => {
        forgetPlan();
        setStale(true);
        go('times');
      }}
    />
  );
}

const newPlan = {
  changed: 'Something changed since the first one: a time went, or a visit.',
  loaded: 'The page was loaded again: look at the new times again, and choose anew who is not moved.',
} as const;

type PlannedProps = WizardProps & {
  id: string;
  change: Change;
  declined: ReadonlySet<string>;
  /** Why the plan differs from the one that the user saw, if it does. */
  why: keyof typeof newPlan | undefined;
  onDecline: (declined: ReadonlySet<string>) => void;
  onStale: () => void;
};

/** The steps that need the plan. */
function Planned(props: PlannedProps) {
  const { title, change, id, go } = props;
  const query = useQuery(planQuery(change, id));
  if (query.data) {
    return <PlannedStep {...props} plan={query.data} step={stepOf(query.data, props.step)} />;
  }
  if (!query.error) {
    return (
      <Page key="planning" title={title} heading="Finding new times" above={title}>
        <p className="sheet" role="status">
          New times for everybody are found at once. This takes a few seconds…
        </p>
      </Page>
    );
  }
  const { error } = query;
  return (
    <Page key="refused" title={title} heading="This cannot be planned" above={title} failed>
      <Notice tone="danger" live>
        <p>{error instanceof ApiProblem ? error.message : 'Something went wrong.'} Nothing was saved.</p>
      </Notice>
      <div className="row">
        <Button onPress={() => query.refetch()}>Try again</Button>
        <Button variant="secondary" onPress={() => go('change')}>
          Back to the first step
        </Button>
      </div>
    </Page>
  );
}

function PlannedStep(props: PlannedProps & { plan: Plan }) {
  const { title, change, id, plan, step, declined, go } = props;
  const errors = useFormErrors();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: () => change.save(id, appliedMoves(plan, declined)),
    onSuccess: async () => {
      // The lists of the next page are read anew; what this page shows stays until it closes.
      for (const key of changedByIt) queries.removeQueries({ queryKey: [key], type: 'inactive' });
      for (const key of changedByIt) void queries.invalidateQueries({ queryKey: [key], refetchType: 'none' });
      await props.onSaved(id, plan.moves.length > 0);
    },
    onError: (error) => {
      if (error instanceof ApiProblem && error.status === 409) props.onStale();
      else errors.refuse(error);
    },
  });
  if (step === 'change') return null;
  const known = stepsOf(plan);
  const common = { change, plan, declined, go };
  const saving = { save: props.save, isSaving: save.isPending, onSave: () => save.mutate() };
  return (
    <Page
      key={step}
      title={title}
      heading={headings[step]}
      above={`${title}: step ${known.indexOf(step) + 1} of ${known.length}`}
      failed={errors.list.length > 0}
    >
      {props.why && (step === 'times' || step === 'confirm') && (
        <Notice tone="warn" title="This is a new plan" live>
          <p>{newPlan[props.why]} Nothing was saved.</p>
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      {step === 'visits' && <VisitsStep {...common} />}
      {step === 'times' && <TimesStep {...common} onDecline={props.onDecline} />}
      {step === 'unplaced' && <UnplacedStep {...common} />}
      {step === 'messages' && <MessagesStep {...common} saving={saving} />}
      {step === 'confirm' && <ConfirmStep {...common} saving={saving} />}
    </Page>
  );
}

/** Steps behind the one in which times are chosen. */
const pastTimes: readonly ShownStep[] = ['unplaced', 'messages'];

/** The lists that a saved change is seen in. */
const changedByIt = ['leave', 'closures', 'sessions', 'disruptions', 'worklist'] as const;
