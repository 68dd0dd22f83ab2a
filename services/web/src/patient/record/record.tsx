import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Button } from '../../shared/controls/button.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Rail, RailItem } from '../../shared/controls/rail.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { LiveLine } from '../../shared/live/live.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { useClinicPhone } from '../../shared/query/phone.ts';
import { allergyState } from '../../shared/record/allergies.ts';
import { describe } from '../../shared/record/describe.ts';
import { happenedAt, newestFirst } from '../../shared/record/newest-first.ts';
import { FurtherPages, NotWhole, useReadOn } from '../../shared/record/paging.tsx';
import { useAsked, useKindOf } from '../../shared/record/use-kind.ts';
import { dateOf, dayAndMonth, deviceZone, localDate } from '../../shared/time/format.ts';
import { useActing } from '../acting/acting.ts';
import { type Entry, type Opened, recordKindQuery, recordQuery } from '../api.ts';
import { correctionsOf } from './corrections.ts';
import { EntryView } from './entry-view.tsx';

const sections = [
  { kind: 'allergy', id: 'allergies', title: 'Allergies', empty: '' },
  {
    kind: 'medication',
    id: 'medicines',
    title: 'Medicines',
    empty: 'Nothing recorded here. Tell your clinician what you take.',
  },
  { kind: 'condition', id: 'conditions', title: 'Conditions', empty: 'Nothing recorded here.' },
  {
    kind: 'observation',
    id: 'results',
    title: 'Results',
    empty: 'Nothing recorded here. New results appear as soon as they are released.',
  },
  {
    kind: 'encounter-note',
    id: 'notes',
    title: 'Notes of visits',
    empty: 'Nothing recorded here. Notes appear after a visit.',
  },
] as const;

/** P8: what clinicians wrote, in plain words with the clinical term beside them. */
export function Record() {
  const record = useInfiniteQuery(recordQuery);
  useReadOn(record);
  const phone = useClinicPhone();
  const acting = useActing();
  return (
    <Page title="Record" heading={acting ? `Record of ${acting.name}` : 'Your record'}>
      <LiveLine words="Record up to date," />
      <Loaded query={record} skeleton={<Skeleton lines={8} />}>
        {(opened) => (
          <div className="stack-wide">
            <NotWhole query={record} whole={opened.lastingComplete} />
            {sections.map((section) => (
              <section key={section.kind} aria-labelledby={section.id} className="stack">
                <h2 id={section.id}>{section.title}</h2>
                <Section section={section} opened={opened} />
              </section>
            ))}
            <Corrections opened={opened} />
            <section aria-labelledby="wrong-title" className="stack">
              <h2 id="wrong-title">Is something wrong?</h2>
              <p>
                Ask for a correction below the entry. What was written before is kept, so that everybody can
                see what changed and why. If something is missing, call {phone}.
              </p>
              <p>
                <Link to="/record/access" className="link-row">
                  See who looked at {acting ? 'this record' : 'your record'}
                </Link>
              </p>
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

/** One kind of entry: what the opening has of it, then by the page what was written before. */
function Section(props: { section: (typeof sections)[number]; opened: Opened }) {
  const { section, opened } = props;
  const { kind } = section;
  const { entries, more, further } = useFurther(kind, opened);
  // While lasting entries may still arrive, an empty list proves nothing.
  const empty = more || !opened.lastingComplete ? '' : section.empty;
  const text = kind === 'observation' ? 'Show earlier results' : 'Show earlier notes';
  if (kind === 'observation' || kind === 'encounter-note') {
    return <Dated entries={entries} empty={empty} more={text} further={(onMore) => further(text, onMore)} />;
  }
  return (
    <>
      {kind === 'allergy' ? (
        <Allergies entries={entries} whole={opened.lastingComplete} />
      ) : (
        <Entries entries={entries} empty={empty} />
      )}
      {further(kind === 'medication' ? 'Show medicines of before' : 'Show conditions of before')}
    </>
  );
}

/** The entries of one kind, and the button that reads more of them. */
function useFurther(kind: Entry['kind'], opened: Opened) {
  const queries = useQueryClient();
  const asked = useAsked(opened.nextCursor);
  const query = useInfiniteQuery({
    ...recordKindQuery(kind, opened.nextCursor ?? ''),
    enabled: asked[0],
  });
  const { entries, more, readMore } = useKindOf(kind, opened, asked, query);
  const further = (words: string, onMore?: () => void) => (
    <FurtherPages
      query={query}
      more={more}
      onMore={() => {
        onMore?.();
        readMore();
      }}
      onReadAgain={() => void queries.invalidateQueries(recordQuery)}
    >
      {words}
    </FurtherPages>
  );
  return { entries, more, further };
}

/** What was asked to be corrected, and what became of it. Nothing while nothing was. */
function Corrections({ opened }: { opened: Opened }) {
  const { entries, more, further } = useFurther('correction-request', opened);
  const asked = correctionsOf(entries);
  if (asked.length === 0 && !more) return null;
  return (
    <section aria-labelledby="corrections" className="stack">
      <h2 id="corrections">Corrections you asked for</h2>
      <ul className="plain-list sheet">
        {asked.map((request) => {
          const about = opened.entries.find(({ id }) => id === request.body.entryId);
          return (
            <li key={request.id} className="record-entry">
              {about && (
                <p className="muted">
                  About: <bdi>{describe(about).title}</bdi>
                </p>
              )}
              <EntryView entry={request} />
            </li>
          );
        })}
      </ul>
      {further('Show answers of before')}
    </section>
  );
}

function Allergies({ entries, whole }: { entries: readonly Entry[]; whole: boolean }) {
  const state = allergyState(entries);
  if (!whole && state.kind !== 'known') return null;
  if (state.kind === 'not-recorded') {
    return (
      <div className="sheet">
        <p>
          <strong>Allergies not recorded.</strong> Nobody has asked you yet, or it was not written down. Tell
          your clinician at the next visit.
        </p>
      </div>
    );
  }
  if (state.kind === 'none-known') {
    return (
      <div className="sheet">
        <p>
          <strong>No known allergies.</strong> You were asked on {dateOf(state.since, deviceZone())}.
        </p>
      </div>
    );
  }
  // An older "no known allergies" is hidden when an allergy is known now: together they would contradict each other.
  const known = entries.filter((entry) => !(entry.kind === 'allergy' && entry.body.noneKnown));
  return <Entries entries={known} empty="" />;
}

function Entries({ entries, empty }: { entries: readonly Entry[]; empty: string }) {
  if (entries.length === 0) return empty === '' ? null : <p className="muted">{empty}</p>;
  return (
    <ul className="plain-list sheet">
      {newestFirst(entries).map((entry) => (
        <li key={entry.id} className="record-entry">
          <EntryView entry={entry} correctable />
        </li>
      ))}
    </ul>
  );
}

/** Days in view at first: a long history opens on request. */
const daysAtFirst = 4;

/** What was found on which day, newest day first, on the rail. */
function Dated(props: {
  entries: readonly Entry[];
  empty: string;
  more: string;
  further: (onMore: () => void) => ReactNode;
}) {
  const { entries, empty, more } = props;
  const [all, setAll] = useState(false);
  const further = props.further(() => setAll(true));
  if (entries.length === 0) return empty === '' ? further : <p className="muted">{empty}</p>;
  const days = byDay(newestFirst(entries));
  return (
    <div className="sheet">
      <Rail>
        {days.slice(0, all ? days.length : daysAtFirst).map(([date, ofDay]) => (
          <RailItem key={date} time={dayAndMonth(date)} note={date.slice(0, 4)}>
            <ul className="plain-list stack">
              {ofDay.map((entry) => (
                <li key={entry.id}>
                  <EntryView entry={entry} correctable />
                </li>
              ))}
            </ul>
          </RailItem>
        ))}
      </Rail>
      {!all && days.length > daysAtFirst ? (
        <p className="actions">
          <Button variant="secondary" onPress={() => setAll(true)}>
            {more}
          </Button>
        </p>
      ) : (
        further
      )}
    </div>
  );
}

function byDay(entries: readonly Entry[]): [date: string, entries: Entry[]][] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const date = localDate(happenedAt(entry), deviceZone());
    days.set(date, [...(days.get(date) ?? []), entry]);
  }
  return [...days];
}
