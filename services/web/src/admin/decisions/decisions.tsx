import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Page } from '../../shared/controls/page.tsx';
import { Rail, RailItem } from '../../shared/controls/rail.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { directoryQuery } from '../../shared/staff/api.ts';
import { deviceZone, localDate, staffClock, staffDate, staffTime } from '../../shared/time/format.ts';
import { type Decision, decisionsQuery } from '../api.ts';
import { useKept } from '../kept.ts';
import { kinds, kindWord } from './kinds.ts';

const route = getRouteApi('/signed-in/decisions');

/** What was decided, latest first; each one opens with all that was looked at. */
export function Decisions() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const directory = useQuery(directoryQuery);
  const { provider = '', kind = '' } = search;
  const [specialty, keepSpecialty] = useKept('decisions-specialty');
  const go = (next: typeof search) => {
    const filled = Object.fromEntries(Object.entries({ ...search, ...next }).filter(([, value]) => value));
    void navigate({ to: '/decisions', search: filled });
  };
  const query = useInfiniteQuery(
    decisionsQuery({
      ...(specialty ? { specialtyId: specialty } : {}),
      ...(provider ? { providerId: provider } : {}),
      ...(kind ? { kind } : {}),
    }),
  );
  return (
    <Page title="Decisions">
      <p>Why patients have the times they have. Each decision of the last 31 days can be decided again.</p>
      <p>
        <Link to="/decisions/optimality">How far the rule was from the best for all</Link>
      </p>
      <div className="day-tools">
        <Select
          name="specialty"
          label="Specialty"
          value={specialty}
          onChange={keepSpecialty}
          options={[
            { value: '', label: 'All' },
            ...(directory.data?.specialties ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          name="provider"
          label="Clinician"
          value={provider}
          onChange={(value) => go({ provider: value })}
          options={[
            { value: '', label: 'All' },
            ...(directory.data?.providers ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Select
          name="kind"
          label="What happened"
          value={kind}
          onChange={(value) => go({ kind: value })}
          options={[
            { value: '', label: 'Everything' },
            ...Object.entries(kinds).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      <Loaded query={query}>
        {(decisions) => (
          <>
            {decisions.length === 0 ? (
              <p className="sheet">Nothing was decided that matches. Choose All to see everything.</p>
            ) : (
              <div className="sheet">
                <Rail label="Decisions, latest first">
                  {decisions.map((summary) => (
                    <Item key={`${summary.appointmentId} ${summary.version}`} summary={summary} />
                  ))}
                </Rail>
              </div>
            )}
            <More query={query}>Show earlier decisions</More>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Item({ summary }: { summary: Decision['summary'] }) {
  const { appointmentId, version, kind, decidedAt, sentence, askedBy, slot } = summary;
  const zone = deviceZone();
  return (
    <RailItem time={staffClock(decidedAt, zone)} note={staffDate(localDate(decidedAt, zone))}>
      <p>
        <Link
          to="/decisions/$id/$version"
          params={{ id: appointmentId, version: String(version) }}
          className="row-link"
        >
          <bdi>{sentence}</bdi>
        </Link>
      </p>
      <p className="small muted">
        {kindWord(kind)}, asked by {askedByWords(askedBy)}
        {slot && (
          <>
            ; <span className="nowrap">visit {staffTime(slot.startAt, slot.timeZone)}</span>
          </>
        )}
      </p>
    </RailItem>
  );
}

/** `the patient` for `patient`. */
export function askedByWords(askedBy: string): string {
  if (askedBy === 'patient') return 'the patient';
  return askedBy === 'service' ? 'the system' : 'staff';
}
