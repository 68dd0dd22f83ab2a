import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, buttonClass } from '../../shared/controls/button.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { NotWhole, useReadOn } from '../../shared/record/paging.tsx';
import { deviceZone, staffClock } from '../../shared/time/format.ts';
import { chartQuery } from '../api.ts';
import { Corrections } from './corrections.tsx';
import { Drafts } from './drafts.tsx';
import { EntrySection, type Section } from './entry-section.tsx';
import { NoSuchChart } from './no-such-chart.tsx';
import { Orders } from './orders.tsx';
import { PatientBanner } from './patient-banner.tsx';

const route = getRouteApi('/signed-in/patients/$id');

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
/** The patient's chart: who it is, what is dangerous, then everything by kind. */
export function Chart() {
  const { id } = route.useParams();
  const query = useInfiniteQuery(chartQuery(id));
  useReadOn(query);
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
            <Drafts patientId={id} drafts={view.drafts} />
            <NotWhole query={query} whole={view.chart.lastingComplete} />
            <Corrections patientId={id} opened={view.chart} />
            <div className="chart-sections">
              {[lasting, happened].map((sections) => (
                <div key={sections[0]?.kind} className="chart-column">
                  {sections.map((section) => (
                    <EntrySection key={section.kind} patientId={id} section={section} opened={view.chart} />
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
