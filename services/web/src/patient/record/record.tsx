import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../shared/controls/button.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Rail, RailItem } from '../../shared/controls/rail.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { LiveLine } from '../../shared/live/live.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { useClinicPhone } from '../../shared/query/phone.ts';
import { allergyState } from '../../shared/record/allergies.ts';
import { describe } from '../../shared/record/describe.ts';
import { dateOf, dayAndMonth, deviceZone, localDate } from '../../shared/time/format.ts';
import { useActing } from '../acting/acting.ts';
import { type Entry, recordQuery } from '../api.ts';
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
  const record = useQuery(recordQuery);
  const phone = useClinicPhone();
  const acting = useActing();
  return (
    <Page title="Record" heading={acting ? `Record of ${acting.name}` : 'Your record'}>
      <LiveLine words="Record up to date," />
      <Loaded query={record} skeleton={<Skeleton lines={8} />}>
        {({ entries }) => (
          <div className="stack-wide">
            {sections.map((section) => (
              <section key={section.kind} aria-labelledby={section.id} className="stack">
                <h2 id={section.id}>{section.title}</h2>
                <Section section={section} entries={entries} />
              </section>
            ))}
            <Corrections entries={entries} />
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

function Section(props: { section: (typeof sections)[number]; entries: readonly Entry[] }) {
  const { kind, empty } = props.section;
  const entries = props.entries.filter((entry) => entry.kind === kind);
  if (kind === 'allergy') return <Allergies entries={entries} />;
  if (kind === 'observation') return <Dated entries={entries} empty={empty} more="Show earlier results" />;
  if (kind === 'encounter-note') return <Dated entries={entries} empty={empty} more="Show earlier notes" />;
  return <Entries entries={entries} empty={empty} />;
}

/** What was asked to be corrected, and what became of it. Nothing while nothing was. */
function Corrections({ entries }: { entries: readonly Entry[] }) {
  const asked = correctionsOf(entries);
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="corrections" className="stack">
      <h2 id="corrections">Corrections you asked for</h2>
      <ul className="plain-list sheet">
        {asked.map((request) => {
          const about = entries.find(({ id }) => id === request.body.entryId);
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
    </section>
  );
}

function Allergies({ entries }: { entries: readonly Entry[] }) {
  const state = allergyState(entries);
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
  // That none were known then is history beside an allergy that is known now: side by side they contradict.
  const known = entries.filter((entry) => !(entry.kind === 'allergy' && entry.body.noneKnown));
  return <Entries entries={known} empty="" />;
}

function Entries({ entries, empty }: { entries: readonly Entry[]; empty: string }) {
  if (entries.length === 0) return <p className="muted">{empty}</p>;
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
function Dated({ entries, empty, more }: { entries: readonly Entry[]; empty: string; more: string }) {
  const [all, setAll] = useState(false);
  if (entries.length === 0) return <p className="muted">{empty}</p>;
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
      {!all && days.length > daysAtFirst && (
        <p className="actions">
          <Button variant="secondary" onPress={() => setAll(true)}>
            {more}
          </Button>
        </p>
      )}
    </div>
  );
}

function newestFirst(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => when(b).localeCompare(when(a)));
}

/** A result belongs to the day it was taken, anything else to the day it was written. */
function when(entry: Entry): string {
  return entry.kind === 'observation' ? entry.body.observedAt : entry.recordedAt;
}

function byDay(entries: readonly Entry[]): [date: string, entries: Entry[]][] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const date = localDate(when(entry), deviceZone());
    days.set(date, [...(days.get(date) ?? []), entry]);
  }
  return [...days];
}
