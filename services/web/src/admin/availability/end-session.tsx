import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { answer } from '../../shared/api/client.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { DateField } from '../../shared/controls/date-field.tsx';
import { api } from '../../shared/staff/api.ts';
import { staffDate, today } from '../../shared/time/format.ts';
import type { ClinicSession } from '../api.ts';
import { FirstStep } from '../disruptions/wizard/first-step.tsx';
import { type Change, planOf } from '../disruptions/wizard/plan.ts';
import { Wizard } from '../disruptions/wizard/wizard.tsx';
import { useKeptDraft } from '../kept.ts';
import { FoundSession } from './found-session.tsx';
import { SessionWords } from './session-words.tsx';

const path = '/availability/$providerId/$sessionId/end';
const route = getRouteApi(`/signed-in${path}`);

/** Ends a session; the visits that are booked after its end get new times first. */
export function EndSession() {
  return (
    <FoundSession {...route.useParams()} title="End a session">
      {(session) => <EndWizard session={session} />}
    </FoundSession>
  );
}

function EndWizard({ session }: { session: ClinicSession }) {
  const { step = 'change' } = route.useSearch();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const { draft, set, forget } = useKeptDraft(`end ${session.id}`, { lastDate: today(session.timeZone) });
  const { lastDate } = draft;
  const params = { providerId: session.providerId, sessionId: session.id };
  const search = { provider: session.providerId };
  return (
    <Wizard
      title="End a session"
      question="When does the session end?"
      save="End the session"
      step={step}
      change={lastDate === '' ? undefined : endChange(session, lastDate)}
      go={(next) => void navigate({ to: path, params, search: next === 'change' ? {} : { step: next } })}
      onSaved={(id, isHit) => {
        forget();
        if (isHit) return navigate({ to: '/changes/$id', params: { id }, search: { saved: true } });
        announce('The session ends');
        return navigate({ to: '/availability', search });
      }}
    >
      {(first) => (
        <FirstStep
          {...first}
          missing={() => (lastDate === '' ? [{ field: 'lastDate', message: 'Enter the last date' }] : [])}
          fields={{ lastDate: 'lastDate' }}
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
              <DateField
                name="lastDate"
                label="It takes place for the last time on or before"
                error={errors.of('lastDate')}
                value={lastDate}
                weekday
                onChange={(date) => set({ lastDate: date })}
              />
            </>
          )}
        </FirstStep>
      )}
    </Wizard>
  );
}

function endChange(session: ClinicSession, lastDate: string): Change {
  const { id: sessionId, version } = session;
  const end = (more: { dryRun: true } | { disruptionId: string; moves: Parameters<Change['save']>[1] }) =>
    answer(
      api.POST('/clinic/v1/sessions/{id}/end', {
        params: { path: { id: sessionId } },
        body: { version, lastDate, ...more },
      }),
    );
  return {
    key: ['end', sessionId, version, lastDate],
    words: (
      <>
        <SessionWords session={session} />: for the last time on or before {staffDate(lastDate)}
      </>
    ),
    plan: async () => planOf((await end({ dryRun: true })).impact),
    save: (id, moves) => end({ disruptionId: id, moves }),
  };
}
