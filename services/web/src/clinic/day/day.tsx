import { WarningIcon } from '@phosphor-icons/react/dist/csr/Warning';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button, buttonClass } from '../../shared/controls/button.tsx';
import { DateSteps } from '../../shared/controls/date-steps.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Select } from '../../shared/controls/select.tsx';
import { Tag } from '../../shared/controls/tag.tsx';
import { LiveLine } from '../../shared/live/live.tsx';
import { Cut } from '../../shared/query/cut.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { count } from '../../shared/staff/count.ts';
import { providerOptions } from '../../shared/staff/names.ts';
import { addDays, dayOfDate, today } from '../../shared/time/format.ts';
import { type DayList, dayQuery, type Visit } from '../api.ts';
import { useChosenProvider } from '../chosen-provider.ts';
import { Delay } from './delay.tsx';
import { VisitTable } from './visit-table.tsx';

const route = getRouteApi('/signed-in/');

/** One provider's visits of one day. Providers open with their own; reception chooses whose. */
export function Day() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { directory, providerId, name, zone, isClinician, isOwn } = useChosenProvider(search.provider);
  const date = search.date ?? today(zone);
  const go = (next: { date?: string; provider?: string }) =>
    void navigate({ to: '/', search: { ...search, ...next } });

  return (
    <Page
      title="Day list"
      heading={isOwn ? 'My day' : name ? `Day of ${name}` : 'Day list'}
      above={<span className="numbers">{dayOfDate(date)}</span>}
      tools={
        <>
          <DateSteps
            label="Date"
            before="Day before"
            after="Day after"
            value={date}
            onBefore={() => go({ date: addDays(date, -1) })}
            onAfter={() => go({ date: addDays(date, 1) })}
            onChange={(value) => go({ date: value })}
          />
          {date !== today(zone) && (
            <Button variant="quiet" onPress={() => go({ date: today(zone) })}>
              Today
            </Button>
          )}
          {!isClinician && directory && (
            <Select
              name="provider"
              label="Clinician"
              value={providerId ?? ''}
              onChange={(provider) => go({ provider })}
              options={providerOptions(directory)}
            />
          )}
          <Button variant="quiet" onPress={() => window.print()}>
            Print
          </Button>
          <LiveLine staff />
        </>
      }
    >
      {providerId !== undefined && (
        <Visits
          key={`${providerId} ${date}`}
          date={date}
          providerId={providerId}
          chart={isClinician}
          isOwn={isOwn}
        />
      )}
    </Page>
  );
}

function Visits(props: { date: string; providerId: string; chart: boolean; isOwn: boolean }) {
  const query = useQuery(dayQuery(props.date, props.providerId));
  return (
    <Loaded query={query}>
      {(list) => (
        <section className="stack" aria-label="Visits">
          <div className="day-news no-print">
            <Unfinished list={list} />
            {/* A clinician does not say it for a colleague. */}
            {(props.isOwn || !props.chart) && (
              <Delay list={list} providerId={props.providerId} isOwn={props.isOwn} />
            )}
            {props.chart && <NextArrived list={list} />}
          </div>
          <Cut isCut={list.isCut}>
            {`Only the first ${list.visits.length} visits of this day are shown here; there are more.`}
          </Cut>
          {list.visits.length === 0 ? (
            <p className="sheet">Nobody is booked on this day. New bookings appear here by themselves.</p>
          ) : (
            <VisitTable list={list} chart={props.chart} />
          )}
        </section>
      )}
    </Loaded>
  );
}

/** The chart of the next who has come. Its line has room for it before, so that the table stays where it is. */
function NextArrived({ list }: { list: DayList }) {
  const waiting = list.visits.find(
    ({ appointment: { status } }) => status === 'checked-in' || status === 'arrived',
  );
  if (!waiting?.patient) return null;
  return (
    <Link
      to="/patients/$id"
      params={{ id: waiting.patient.personId }}
      className={`${buttonClass()} next-arrived`}
    >
      Open next arrived: <bdi>{waiting.patient.name}</bdi>
    </Link>
  );
}

function Unfinished({ list }: { list: DayList }) {
  const unfinished = list.visits.filter(isUnfinished).length;
  if (unfinished === 0) return null;
  return (
    <p>
      <Tag tone="warn" icon={WarningIcon}>
        {count(unfinished, 'visit', 'visits')} without an outcome
      </Tag>
    </p>
  );
}

function isUnfinished({ appointment: { status, slot } }: Visit): boolean {
  return ['booked', 'arrived', 'checked-in'].includes(status) && Date.parse(slot.endAt) < Date.now();
}
