import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { answer } from '../../shared/api/client.ts';
import { api, directoryQuery } from '../../shared/staff/api.ts';
import type { Change } from '../disruptions/wizard/plan.ts';
import { Wizard } from '../disruptions/wizard/wizard.tsx';
import { useKeptDraft } from '../kept.ts';
import { DatesStep } from './dates-step.tsx';
import { emptyLeave, type LeaveDraft, missingIn, periodOf, periodWords } from './leave-draft.ts';

const route = getRouteApi('/signed-in/leave/new');

/** Plans leave. */
export function PlanLeave() {
  const { step = 'change' } = route.useSearch();
  const navigate = useNavigate();
  const directory = useQuery(directoryQuery);
  const { draft, set, forget } = useKeptDraft('leave', emptyLeave);
  const who = directory.data?.providers.find(({ id }) => id === draft.provider)?.name;
  return (
    <Wizard
      title="Plan leave"
      question="Who is away, and when?"
      save="Save the leave"
      step={step}
      change={missingIn(draft).length > 0 ? undefined : leaveChange(draft, who)}
      go={(next) => void navigate({ to: '/leave/new', search: next === 'change' ? {} : { step: next } })}
      onSaved={(id) => {
        forget();
        return navigate({ to: '/leave/$id', params: { id }, search: { saved: true } });
      }}
    >
      {(first) => <DatesStep {...first} draft={draft} set={set} onCancel={forget} />}
    </Wizard>
  );
}

function leaveChange(draft: LeaveDraft, who: string | undefined): Change {
  const { provider: providerId } = draft;
  const period = periodOf(draft);
  return {
    key: ['leave', providerId, period],
    words: (
      <>
        <bdi>{who ?? 'The clinician'}</bdi> is away: {periodWords(period)}
      </>
    ),
    async plan() {
      const { plan } = await answer(api.POST('/clinic/v1/leave-plans', { body: { providerId, period } }));
      const { slotsClosed, moves, method, placed, mostPlaceable } = plan;
      return { slotsAdded: 0, slotsRetired: slotsClosed, moves, method, placed, mostPlaceable };
    },
    save: (id, moves) =>
      answer(
        api.PUT('/clinic/v1/leave/{id}', {
          params: { path: { id } },
          body: { providerId, period, note: draft.note.trim(), moves },
        }),
      ),
  };
}
