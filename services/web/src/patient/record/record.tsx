import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Page } from '../../shared/controls/page.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { LiveLine } from '../../shared/live/live.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { useClinicPhone } from '../../shared/query/phone.ts';
import { allergyState } from '../../shared/record/allergies.ts';
import { dateOf, deviceZone } from '../../shared/time/format.ts';
import { type Entry, recordQuery } from '../api.ts';
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
  return (
    <Page title="Record" heading="Your record">
      <LiveLine words="Record up to date," />
      <Loaded query={record} skeleton={<Skeleton lines={8} />}>
        {({ entries }) => (
          <div className="stack-wide">
            {sections.map((section) => (
              <section key={section.kind} aria-labelledby={section.id} className="stack">
                <h2 id={section.id}>{section.title}</h2>
                {section.kind === 'allergy' ? (
                  <Allergies entries={entries} />
                ) : (
                  <Entries
                    entries={entries.filter(({ kind }) => kind === section.kind)}
                    empty={section.empty}
                  />
                )}
              </section>
            ))}
            <section aria-labelledby="wrong-title" className="stack">
              <h2 id="wrong-title">Is something wrong?</h2>
              <p>
                Call {phone} and ask for a correction. What was written before is kept, so that everybody can
                see what changed and why.
              </p>
              <p>
                <Link to="/record/access" className="link-row">
                  See who looked at your record
                </Link>
              </p>
            </section>
          </div>
        )}
      </Loaded>
    </Page>
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
  return <Entries entries={entries.filter(({ kind }) => kind === 'allergy')} empty="" />;
}

function Entries({ entries, empty }: { entries: readonly Entry[]; empty: string }) {
  if (entries.length === 0) return <p className="muted">{empty}</p>;
  return (
    <ul className="plain-list sheet">
      {[...entries]
        .sort((a, b) => b.recordedAt.localeCompare(a.recordedAt))
        .map((entry) => (
          <li key={entry.id} className="record-entry">
            <EntryView entry={entry} />
          </li>
        ))}
    </ul>
  );
}
