import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Failure } from '../../shared/query/loaded.tsx';
import { planQuery } from '../api.ts';
import { DatesStep } from './dates-step.tsx';
import { type LeaveSearch, leaveOf, type Step, steps } from './leave-search.ts';
import { MessagesStep } from './messages-step.tsx';
import { TimesStep } from './times-step.tsx';
import { UnplacedStep } from './unplaced-step.tsx';
import { VisitsStep } from './visits-step.tsx';

const route = getRouteApi('/signed-in/leave/new');

const headings: Record<Step, string> = {
  dates: 'Who is away, and when?',
  visits: 'Visits it meets',
  times: 'New times',
  unplaced: 'Visits without a new time',
  messages: 'What patients are told',
};

/** Plans leave in five steps. Only the last one saves. */
export function PlanLeave() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const leave = leaveOf(search);
  const step: Step = leave === undefined ? 'dates' : (search.step ?? 'dates');
  // A new id would save the leave a second time.
  const [id] = useState(() => crypto.randomUUID());
  const [note, setNote] = useState(() => sessionStorage.getItem(noteKey) ?? '');
  /** Visits for which the proposed time is not taken: they go to the worklist. */
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set());
  const [replanned, setReplanned] = useState(false);
  const number = steps.indexOf(step) + 1;
  const go = (next: LeaveSearch) => void navigate({ to: '/leave/new', search: { ...search, ...next } });

  return (
    <Page
      key={step}
      title="Plan leave"
      heading={headings[step]}
      above={
        <span>
          Plan leave: step {number} of {steps.length}
        </span>
      }
    >
      {step === 'dates' || leave === undefined ? (
        <DatesStep
          search={search}
          note={note}
          onDone={(next, words) => {
            sessionStorage.setItem(noteKey, words);
            setNote(words);
            setDeclined(new Set());
            setReplanned(false);
            // The same dates planned again must not find the plan of before.
            queries.removeQueries({ queryKey: ['leave-plan'] });
            void navigate({ to: '/leave/new', search: { ...next, step: 'visits' } });
          }}
        />
      ) : (
        <Planned
          {...{ id, leave, note, step, declined, replanned }}
          go={(to) => go({ step: to })}
          onDecline={setDeclined}
          onStale={() => {
            queries.removeQueries({ queryKey: ['leave-plan'] });
            setDeclined(new Set());
            setReplanned(true);
            go({ step: 'times' });
          }}
          onSaved={() => sessionStorage.removeItem(noteKey)}
        />
      )}
    </Page>
  );
}

const noteKey = 'hb.admin.leave-note';

type PlannedProps = {
  id: string;
  leave: NonNullable<ReturnType<typeof leaveOf>>;
  note: string;
  step: Step;
  declined: ReadonlySet<string>;
  replanned: boolean;
  go: (step: Step) => void;
  onDecline: (declined: ReadonlySet<string>) => void;
  onStale: () => void;
  onSaved: () => void;
};

/** The steps that need the plan. */
function Planned(props: PlannedProps) {
  const { leave, step, declined, go } = props;
  const query = useQuery(planQuery(leave.providerId, leave.period));
  if (query.isError) return <Failure error={query.error} retry={() => query.refetch()} />;
  if (!query.data) {
    return (
      <p className="sheet" role="status">
        Finding new times for everybody at once. This takes a few seconds…
      </p>
    );
  }
  const { plan } = query.data;
  const common = { plan, declined, go };
  return (
    <>
      {props.replanned && step === 'times' && (
        <Notice tone="warn" title="This is a new plan" live>
          <p>Something changed since the first one: a time went, or a visit. Nothing was saved.</p>
        </Notice>
      )}
      {step === 'visits' && <VisitsStep {...common} />}
      {step === 'times' && <TimesStep {...common} onDecline={props.onDecline} />}
      {step === 'unplaced' && <UnplacedStep {...common} />}
      {step === 'messages' && <MessagesStep {...common} {...props} />}
    </>
  );
}
