import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { buttonClass } from '../../shared/controls/button.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { directoryQuery } from '../../shared/staff/api.ts';
import { providerOptions } from '../../shared/staff/names.ts';
import { type ClinicSession, sessionsQuery } from '../api.ts';
import { SessionTable } from './session-table.tsx';

const route = getRouteApi('/signed-in/availability');

/** When a provider, or everybody at a location, sees patients. */
export function Availability() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const directory = useQuery(directoryQuery);
  const { providers = [], locations = [] } = directory.data ?? {};
  const providerId = search.provider ?? (search.location ? '' : (providers[0]?.id ?? ''));
  const locationId = search.location ?? '';
  const go = (next: { provider?: string; location?: string }) =>
    void navigate({ to: '/availability', search: next });

  return (
    <Page title="Availability">
      <p>When patients can be seen. Times appear by themselves for the next 90 days.</p>
      <div className="day-tools">
        <Select
          name="provider"
          label="Clinician"
          value={providerId}
          onChange={(provider) => go(provider === '' ? { location: locations[0]?.id ?? '' } : { provider })}
          options={[{ value: '', label: 'Everybody at a location' }, ...providerOptions(directory.data)]}
        />
        {providerId === '' && (
          <Select
            name="location"
            label="Location"
            value={locationId}
            onChange={(location) => go({ location })}
            options={locations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Link
          to="/availability/new"
          search={providerId === '' ? {} : { provider: providerId }}
          className={buttonClass()}
        >
          Add a session
        </Link>
      </div>
      {(providerId !== '' || locationId !== '') && (
        <Sessions key={`${providerId} ${locationId}`} providerId={providerId} locationId={locationId} />
      )}
    </Page>
  );
}

function Sessions({ providerId, locationId }: { providerId: string; locationId: string }) {
  const query = useInfiniteQuery(sessionsQuery(providerId === '' ? { locationId } : { providerId }));
  const who = providerId === '';
  return (
    <Loaded query={query}>
      {(sessions) => {
        const weekly = sessions.filter((session) => !isOnce(session)).sort(byWeek);
        const extra = sessions.filter(isOnce).sort((a, b) => (a.firstDate < b.firstDate ? -1 : 1));
        return (
          <div className="stack-wide">
            <section className="stack" aria-labelledby="weekly">
              <h2 id="weekly">Every week</h2>
              {weekly.length === 0 ? (
                <p className="sheet">No weekly sessions are planned. Add one so that patients can book.</p>
              ) : (
                <SessionTable label="Weekly sessions" sessions={weekly} who={who} />
              )}
            </section>
            <section className="stack" aria-labelledby="extra">
              <h2 id="extra">Extra clinics</h2>
              {extra.length === 0 ? (
                <p className="sheet">No extra clinics are planned.</p>
              ) : (
                <SessionTable label="Extra clinics" sessions={extra} who={who} />
              )}
            </section>
            <More query={query}>Show more sessions</More>
          </div>
        );
      }}
    </Loaded>
  );
}

/** An extra clinic takes place on one date. */
export function isOnce({ firstDate, lastDate }: ClinicSession): boolean {
  return firstDate === lastDate;
}

function byWeek(a: ClinicSession, b: ClinicSession): number {
  return a.weekday - b.weekday || (a.starts < b.starts ? -1 : 1);
}
