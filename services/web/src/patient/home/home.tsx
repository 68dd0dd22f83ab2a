import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, buttonClass } from '../../shared/controls/button.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Rail, RailItem } from '../../shared/controls/rail.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { StatusTag } from '../../shared/controls/status-tag.tsx';
import { LiveLine } from '../../shared/live/live.tsx';
import { Cut } from '../../shared/query/cut.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { clock, dateOf, day, deviceZone } from '../../shared/time/format.ts';
import { useActing } from '../acting/acting.ts';
import { type AppointmentSummary, sessionQuery, type Timeline, timelineQuery } from '../api.ts';
import { NeedsNewTime } from '../appointments/needs-new-time.tsx';
import { MovedVisit } from '../appointments/new-time.tsx';
import { PendingOffers, useHasOffer, WaitingLists } from '../waitlist/home-offers.tsx';
import { DeviceZone } from '../zone/device-zone.tsx';
import { arrangeTimeline, newEntries } from './arrange.ts';
import { givenName } from './given-name.ts';
import { Ticket } from './ticket.tsx';

/** P1: the next visit, then later visits, news in the record, and past visits. */
export function Home() {
  const timeline = useQuery(timelineQuery);
  const { data: session } = useQuery(sessionQuery);
  const acting = useActing();
  const profile = session?.profile;
  const calledName = profile?.preferredName || (profile && givenName(profile.name));
  const hello = calledName ? `Hello, ${calledName}` : 'Hello';
  return (
    <Page title="Home" heading={acting ? `Visits of ${acting.name}` : hello}>
      <Loaded query={timeline} skeleton={<Skeleton lines={5} />}>
        {(data) => <HomeContent timeline={data} />}
      </Loaded>
    </Page>
  );
}

function HomeContent({ timeline }: { timeline: Timeline }) {
  const { next, later, past } = arrangeTimeline(timeline.appointments, new Date().toISOString());
  // Answering an offer is the first action; booking another time is only one beside it.
  const coming = [...(next ? [next] : []), ...later];
  const moved = coming.filter(({ awaitsAnswer, status }) => awaitsAnswer && status === 'booked');
  const unplaced = coming.filter(({ needsNewTime }) => needsNewTime);
  const hasOffer = useHasOffer();
  const book = buttonClass(hasOffer || moved.length + unplaced.length > 0 ? 'secondary' : 'primary');
  return (
    <div className="stack-wide">
      {unplaced.map((visit) => (
        <NeedsNewTime key={visit.id} {...visit} />
      ))}
      {moved.map(({ id }) => (
        <MovedVisit key={id} id={id} />
      ))}
      <PendingOffers />
      {next ? <Ticket appointment={next} /> : <NothingBooked book={book} />}
      {next && (
        <p className="actions">
          <Link to="/book" className={book}>
            Book another visit
          </Link>
        </p>
      )}
      {later.length > 0 && (
        <section aria-labelledby="later-title">
          <h2 id="later-title">Later</h2>
          <VisitRail visits={later} />
        </section>
      )}
      <WaitingLists />
      <DeviceZone />
      <RecordNews timeline={timeline} />
      <PastVisits visits={past} isCut={timeline.isCut} />
    </div>
  );
}

/** Past visits shown at a time. */
const past_at_once = 20;

/** Past and cancelled visits, the latest first, some at a time; whether older ones are left out is said at their end. */
function PastVisits({ visits, isCut }: { visits: readonly AppointmentSummary[]; isCut: boolean }) {
  const [count, setCount] = useState(past_at_once);
  if (visits.length === 0) return null;
  const isMore = visits.length > count;
  return (
    <details>
      <summary>
        Past and cancelled visits ({visits.length}
        {isCut && ' and more'})
      </summary>
      <VisitRail visits={visits.slice(0, count)} past />
      {isMore && (
        <p className="actions">
          <Button variant="secondary" onPress={() => setCount(count + past_at_once)}>
            Show older visits
          </Button>
        </p>
      )}
      <Cut isCut={isCut && !isMore}>Older visits than these are not shown here. Ask the clinic for them.</Cut>
    </details>
  );
}

function NothingBooked({ book }: { book: string }) {
  return (
    <section className="sheet stack">
      <h2>You have no visit booked</h2>
      <p>Answer a few questions and we offer you the earliest time that fits.</p>
      <p className="actions">
        <Link to="/book" className={book}>
          Book a visit
        </Link>
      </p>
    </section>
  );
}

function VisitRail(props: { visits: readonly AppointmentSummary[]; past?: boolean }) {
  return (
    <Rail>
      {props.visits.map((visit) => (
        <RailItem
          key={visit.id}
          time={clock(visit.startAt, visit.timeZone)}
          look={props.past ? 'past' : 'open'}
        >
          <Link to="/appointments/$id" params={{ id: visit.id }} className="link-row">
            {day(visit.startAt, visit.timeZone)}
          </Link>
          <p>
            <bdi>{visit.visitTypeName}</bdi> with <bdi>{visit.providerName}</bdi>
          </p>
          <p className="muted small">
            <bdi>{visit.locationName}</bdi>
          </p>
          {(visit.status !== 'booked' || visit.needsNewTime) && (
            <StatusTag status={visit.status} needsNewTime={visit.needsNewTime} />
          )}
        </RailItem>
      ))}
    </Rail>
  );
}

const kindWords: Readonly<Record<string, string>> = {
  'encounter-note': 'A note of a visit',
  condition: 'A condition',
  allergy: 'An allergy',
  medication: 'A medicine',
  observation: 'A result',
  'correction-request': 'A request for a correction',
};

function whatHappened({ kind, version }: Timeline['recordHeadlines'][number]): string {
  if (kind === 'correction-request') return version > 1 ? 'was answered' : 'was sent';
  return version > 1 ? 'was changed' : 'was added';
}

function RecordNews({ timeline }: { timeline: Timeline }) {
  const entries = newEntries(timeline.recordHeadlines);
  return (
    <section aria-labelledby="record-title">
      <div className="section-head">
        <h2 id="record-title">Your record</h2>
        <LiveLine words="Record up to date," />
      </div>
      <div className="sheet stack">
        {entries.length === 0 ? (
          <p>Nothing recorded here yet. What your clinicians write appears here.</p>
        ) : (
          <ul className="plain-list stack">
            {entries.map((entry) => (
              <li key={entry.entryId}>
                {kindWords[entry.kind] ?? 'An entry'} {whatHappened(entry)} on{' '}
                {dateOf(entry.recordedAt, deviceZone())}
              </li>
            ))}
          </ul>
        )}
        <p>
          <Link to="/record" className="link-row">
            Open your record
          </Link>
        </p>
      </div>
    </section>
  );
}
