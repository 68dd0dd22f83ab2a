import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { answer } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { api, directoryQuery } from '../../shared/staff/api.ts';
import {
  draftOf,
  inputOf,
  readDraft,
  type SessionRules,
} from '../../shared/staff/session-form/session-draft.ts';
import { SessionFields } from '../../shared/staff/session-form/session-fields.tsx';
import type { ClinicSession } from '../api.ts';
import { FirstStep } from '../disruptions/wizard/first-step.tsx';
import { type Change, planOf } from '../disruptions/wizard/plan.ts';
import { Wizard } from '../disruptions/wizard/wizard.tsx';
import { useKeptDraft } from '../kept.ts';
import { FoundSession } from './found-session.tsx';
import { whenWords } from './session-table.tsx';
import { SessionWords } from './session-words.tsx';

const path = '/availability/$providerId/$sessionId';
const route = getRouteApi(`/signed-in${path}`);

/** Changes the rules of a session; the visits that are booked outside the new rules get new times first. */
export function EditSession() {
  return (
    <FoundSession {...route.useParams()} title="Change a session">
      {(session) => <EditWizard session={session} />}
    </FoundSession>
  );
}

function EditWizard({ session }: { session: ClinicSession }) {
  const { step = 'change' } = route.useSearch();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const directory = useQuery(directoryQuery);
  const { draft, set, forget } = useKeptDraft(`session ${session.id} ${session.version}`, draftOf(session));
  const { rules, errors: missing = [] } = readDraft(draft);
  const params = { providerId: session.providerId, sessionId: session.id };
  const search = { provider: session.providerId };
  return (
    <Wizard
      title="Change a session"
      question="What changes?"
      save="Save the session"
      step={step}
      change={rules && editChange(session, rules)}
      go={(next) => void navigate({ to: path, params, search: next === 'change' ? {} : { step: next } })}
      onSaved={(id, isHit) => {
        forget();
        if (isHit) return navigate({ to: '/changes/$id', params: { id }, search: { saved: true } });
        announce('The session is saved');
        return navigate({ to: '/availability', search });
      }}
    >
      {(first) => (
        <FirstStep
          {...first}
          missing={() => missing}
          fields={inputOf}
          cancel={
            <Link to="/availability" search={search} onClick={forget}>
              Cancel
            </Link>
          }
        >
          {(errors) => (
            <>
              <p>
                <SessionWords session={session} />
              </p>
              <Loaded query={directory}>
                {(known) => (
                  <SessionFields
                    draft={draft}
                    errors={errors}
                    directory={known}
                    ownOnly
                    fixedRepeats
                    onChange={set}
                  />
                )}
              </Loaded>
            </>
          )}
        </FirstStep>
      )}
    </Wizard>
  );
}

function editChange(session: ClinicSession, rules: SessionRules): Change {
  const { id: sessionId, version } = session;
  const put = (more: { dryRun: true } | { disruptionId: string; moves: Parameters<Change['save']>[1] }) =>
    answer(
      api.PUT('/clinic/v1/sessions/{id}', {
        params: { path: { id: sessionId } },
        body: { session: rules, version, ...more },
      }),
    );
  return {
    key: ['session', sessionId, version, rules],
    words:
      whenWords(rules) === whenWords(session) ? (
        <>
          The session of <SessionWords session={session} /> changes
        </>
      ) : (
        <>
          <SessionWords session={session} /> becomes {whenWords(rules)}
        </>
      ),
    plan: async () => planOf((await put({ dryRun: true })).impact),
    save: (id, moves) => put({ disruptionId: id, moves }),
  };
}
