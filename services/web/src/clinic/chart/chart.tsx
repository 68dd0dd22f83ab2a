import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, buttonClass } from '../../shared/controls/button.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { deviceZone, staffClock, staffTime } from '../../shared/time/format.ts';
import { chartQuery, type Entry, type Kind } from '../api.ts';
import { EntryText, entryName } from './entry-text.tsx';
import { NoSuchChart } from './no-such-chart.tsx';
import { PatientBanner } from './patient-banner.tsx';

const route = getRouteApi('/signed-in/patients/$id');

const sections: readonly { kind: Kind; heading: string; empty: string }[] = [
  { kind: 'allergy', heading: 'Allergies', empty: 'Allergies not recorded. Ask, and add what you are told.' },
  { kind: 'condition', heading: 'Problems', empty: 'Nothing recorded here.' },
  { kind: 'medication', heading: 'Medicines', empty: 'Nothing recorded here.' },
  { kind: 'observation', heading: 'Results', empty: 'Nothing recorded here.' },
  { kind: 'encounter-note', heading: 'Notes', empty: 'No visit has been noted here yet.' },
];

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
            <div className="chart-sections">
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
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Entries(props: { patientId: string; entries: readonly Entry[]; empty: string }) {
  if (props.entries.length === 0) return <p className="muted">{props.empty}</p>;
  return (
    <ul className="plain-list">
      {props.entries.map((entry) => (
        <li key={entry.id} className="chart-entry">
          <EntryText entry={entry} />
          <p className="small muted">
            {entry.amendReason === ''
              ? entry.authorName
              : `Changed by ${entry.authorName}: ${entry.amendReason}`}
            , {staffTime(entry.recordedAt, deviceZone())}
            {entry.release === 'never' && ' · only clinicians see it'}
            {entry.release === 'after-review' && ' · the patient sees it after a review'}
          </p>
          <p className="row no-print entry-links">
            <Link
              to="/patients/$id/entries/$entryId/amend"
              params={{ id: props.patientId, entryId: entry.id }}
              aria-label={`Amend ${entryName(entry)}`}
            >
              Amend
            </Link>
            {entry.version > 1 && (
              <Link
                to="/patients/$id/entries/$entryId"
                params={{ id: props.patientId, entryId: entry.id }}
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
