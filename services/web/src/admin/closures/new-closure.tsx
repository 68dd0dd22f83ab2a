import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { answer } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { api, directoryQuery } from '../../shared/staff/api.ts';
import { datesWords } from '../dates.tsx';
import { FirstStep } from '../disruptions/wizard/first-step.tsx';
import { type Change, planOf } from '../disruptions/wizard/plan.ts';
import { Wizard } from '../disruptions/wizard/wizard.tsx';
import { useKeptDraft } from '../kept.ts';
import { type ClosureDraft, emptyClosure, everywhere, missingIn } from './closure-draft.ts';
import { ClosureFields } from './closure-fields.tsx';

const route = getRouteApi('/signed-in/closures/new');

const fields = Object.fromEntries(
  ['locationId', 'firstDate', 'lastDate', 'note'].flatMap((name) => [
    [name, name],
    [`closure.${name}`, name],
  ]),
);

/** Closes a place or all of them; the visits that are booked there then get new times first. */
export function NewClosure() {
  const { step = 'change' } = route.useSearch();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const directory = useQuery(directoryQuery);
  const { draft, set, forget } = useKeptDraft('closure', emptyClosure);
  const place =
    draft.locationId === everywhere
      ? 'The whole hospital'
      : (directory.data?.locations.find(({ id }) => id === draft.locationId)?.name ?? 'The place');
  return (
    <Wizard
      title="Add a closure"
      question="What is closed, and when?"
      save="Save the closure"
      step={step}
      change={missingIn(draft).length > 0 ? undefined : closureChange(draft, place)}
      go={(next) => void navigate({ to: '/closures/new', search: next === 'change' ? {} : { step: next } })}
      onSaved={(id, isHit) => {
        forget();
        if (isHit) return navigate({ to: '/changes/$id', params: { id }, search: { saved: true } });
        announce('The closure is saved');
        return navigate({ to: '/closures' });
      }}
    >
      {(first) => (
        <FirstStep
          {...first}
          missing={() => missingIn(draft)}
          fields={fields}
          cancel={
            <Link to="/closures" onClick={forget}>
              Cancel
            </Link>
          }
        >
          {(errors) => <ClosureFields draft={draft} set={set} errors={errors} />}
        </FirstStep>
      )}
    </Wizard>
  );
}

function closureChange(draft: ClosureDraft, place: string): Change {
  const { locationId, firstDate } = draft;
  const dates = { firstDate, lastDate: draft.lastDate || firstDate };
  const closure = {
    locationId: locationId === everywhere ? null : locationId,
    ...dates,
    note: draft.note.trim(),
  };
  const put = (id: string, more: { dryRun: true } | { moves: Parameters<Change['save']>[1] }) =>
    answer(api.PUT('/clinic/v1/closures/{id}', { params: { path: { id } }, body: { ...closure, ...more } }));
  return {
    key: ['closure', closure],
    words: (
      <>
        <bdi>{place}</bdi> is closed: {datesWords(dates)}
      </>
    ),
    plan: async (id) => planOf((await put(id, { dryRun: true })).impact),
    save: (id, moves) => put(id, { moves }),
  };
}
