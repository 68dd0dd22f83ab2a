import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, buttonClass } from '../../shared/controls/button.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { allergyState } from '../../shared/record/allergies.ts';
import { deviceZone, staffClock, staffTime } from '../../shared/time/format.ts';
import { chartQuery, type Entry, type Kind } from '../api.ts';
import { Corrections } from './corrections.tsx';
import { EntryText, entryName } from './entry-text.tsx';
import { NoSuchChart } from './no-such-chart.tsx';
import { Orders } from './orders.tsx';
import { PatientBanner } from './patient-banner.tsx';

const route = getRouteApi('/signed-in/patients/$id');

type Section = { kind: Kind; heading: string; empty: string };

/** What is dangerous and what lasts stands in the first column, what happened in the second. */
const lasting: readonly Section[] = [
  { kind: 'allergy', heading: 'Allergies', empty: 'Allergies not recorded. Ask, and add what you are told.' },
  { kind: 'condition', heading: 'Problems', empty: 'Nothing recorded here.' },
  { kind: 'medication', heading: 'Medicines', empty: 'Nothing recorded here.' },
];
const happened: readonly Section[] = [
  { kind: 'encounter-note', heading: 'Visits', empty: 'No visit has been noted here yet.' },
  { kind: 'observation', heading: 'Results', empty: 'Nothing recorded here.' },
];
/** Further entries of a kind are one press away. */
const shown_at_first = 6;

/** The patient's chart: who it is, what is dangerous, then everything by kind. */
export function Chart() {
  const { id } = route.useParams();
  const query = useQuery(chartQuery(id));
  return (
    <Page title="Chart">
      <Loaded query={query} missing={<NoSuchChart />}>
        {(view) => (
          <>
            <PatientBanner view={view} />
            <div className="row no-print">
              <Link to="/patients/$id/add" params={{ id }} className={buttonClass()}>
                Add to the chart
              </Link>
              <Button variant="secondary" pending={query.isFetching} onPress={() => void query.refetch()}>
                Read again
              </Button>
              <p className="live-line">
                Read at {staffClock(view.chart.readAt, deviceZone())}. The patient can see that you read it.
              </p>
            </div>
            <Corrections patientId={id} entries={view.chart.entries} />
            <div className="chart-sections">
              {[lasting, happened].map((sections) => (
                <div key={sections[0]?.kind} className="chart-column">
                  {sections.map(({ kind, heading, empty }) => (
                    <section key={kind} className="sheet" aria-labelledby={`section-${kind}`}>
                      <h2 id={`section-${kind}`}>{heading}</h2>
                      <Entries
                        patientId={id}
                        entries={view.chart.entries.filter((entry) => entry.kind === kind)}
                        empty={empty}
                      />
                    </section>
                  ))}
                  {sections === lasting && <Orders patientId={id} />}
                </div>
              ))}
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Entries(props: { patientId: string; entries: readonly Entry[]; empty: string }) {
  const { patientId, entries } = props;
  if (entries.length === 0) return <p className="muted">{props.empty}</p>;
  const earlier = entries.slice(shown_at_first);
  const outweighed = allergyState(entries).kind === 'known';
  return (
    <>
      <EntryList patientId={patientId} entries={entries.slice(0, shown_at_first)} outweighed={outweighed} />
      {earlier.length > 0 && (
        <details>
          <summary>Show {earlier.length} earlier</summary>
          <EntryList patientId={patientId} entries={earlier} outweighed={outweighed} />
        </details>
      )}
    </>
  );
}

function EntryList(props: {
  patientId: string;
  entries: readonly Entry[];
  /** Whether a known allergy outweighs that once none were. */
  outweighed: boolean;
}) {
  const { patientId, entries, outweighed } = props;
  return (
    <ul className="plain-list">
      {entries.map((entry) => (
        <li key={entry.id} className="chart-entry">
          <div>
            <EntryText entry={entry} outweighed={outweighed} />
            <p className="small muted">
              <bdi>
                {entry.amendReason === ''
                  ? entry.authorName
                  : `Changed by ${entry.authorName}: ${entry.amendReason}`}
              </bdi>
              , {staffTime(entry.recordedAt, deviceZone())}
              {entry.release === 'never' && ' · only clinicians see it'}
              {entry.release === 'after-review' && ' · the patient sees it after a review'}
            </p>
          </div>
          <p className="no-print entry-links">
            <Link
              to="/patients/$id/entries/$entryId/amend"
              params={{ id: patientId, entryId: entry.id }}
              aria-label={`Amend ${entryName(entry)}`}
            >
              Amend
            </Link>
            {entry.version > 1 && (
              <Link
                to="/patients/$id/entries/$entryId"
                params={{ id: patientId, entryId: entry.id }}
                aria-label={`Earlier versions of ${entryName(entry)}`}
              >
                Earlier versions
              </Link>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
