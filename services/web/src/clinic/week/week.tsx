import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { buttonClass } from '../../shared/controls/button.tsx';
import { DateSteps } from '../../shared/controls/date-steps.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { LiveLine } from '../../shared/live/live.tsx';
import { Cut } from '../../shared/query/cut.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { directoryQuery } from '../../shared/staff/api.ts';
import { providerOptions } from '../../shared/staff/names.ts';
import { addDays, mondayOf, staffDate, staffTime, today } from '../../shared/time/format.ts';
import { weekQuery } from '../api.ts';
import { useChosenProvider } from '../chosen-provider.ts';
import { arrangeWeek } from './arrange-week.ts';
import { useNarrow } from './narrow.ts';
import { WeekGrid } from './week-grid.tsx';
import { WeekLists } from './week-lists.tsx';

const route = getRouteApi('/signed-in/week');

/** A provider's week: every time there is, and what became of it. */
export function Week() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { directory, providerId, name, zone, isClinician, isOwn } = useChosenProvider(search.provider);
  const from = mondayOf(search.date ?? today(zone));
  const go = (next: { date?: string; provider?: string }) =>
    void navigate({ to: '/week', search: { ...search, ...next } });

  return (
    <Page
      title="Week"
      heading={isOwn ? 'My week' : name ? `Week of ${name}` : 'Week'}
      above={
        <span className="numbers">
          {staffDate(from)} to {staffDate(addDays(from, 6))}
        </span>
      }
      tools={
        <>
          <DateSteps
            label="Week with"
            before="Week before"
            after="Week after"
            value={search.date ?? today(zone)}
            onBefore={() => go({ date: addDays(from, -7) })}
            onAfter={() => go({ date: addDays(from, 7) })}
            onChange={(date) => go({ date })}
          />
          {!isClinician && directory && (
            <Select
              name="provider"
              label="Clinician"
              value={providerId ?? ''}
              onChange={(provider) => go({ provider })}
              options={providerOptions(directory)}
            />
          )}
          {isOwn && (
            <Link to="/week/extra" search={{ date: from }} className={buttonClass('secondary')}>
              Add an extra clinic
            </Link>
          )}
          <LiveLine staff />
        </>
      }
    >
      {providerId !== undefined && (
        <Times key={`${providerId} ${from}`} from={from} providerId={providerId} />
      )}
    </Page>
  );
}

function Times({ from, providerId }: { from: string; providerId: string }) {
  const query = useQuery(weekQuery(from, providerId));
  const directory = useQuery(directoryQuery);
  const narrow = useNarrow();
  return (
    <Loaded query={query} missing={<p className="sheet">You do not see the week of this clinician.</p>}>
      {({ week, patients }) => {
        const arranged = arrangeWeek(week, patients);
        const shown = { arranged, timeZone: week.timeZone, directory: directory.data };
        return (
          <section className="stack" aria-label="Times">
            {week.leave.map(({ id, fromAt, toAt, note }) => (
              <p key={id} className="week-away">
                Away {staffTime(fromAt, week.timeZone)} to {staffTime(toAt, week.timeZone)}
                <bdi>{note && `: ${note}`}</bdi>
              </p>
            ))}
            {arranged.starts.length === 0 ? (
              <p className="sheet">
                There are no times in this week. Sessions further ahead than 90 days have none yet.
              </p>
            ) : narrow ? (
              <WeekLists {...shown} />
            ) : (
              <WeekGrid {...shown} providerId={providerId} />
            )}
            <Cut isCut={week.isCut}>This week has more times than are shown here. Look at its days.</Cut>
          </section>
        );
      }}
    </Loaded>
  );
}
