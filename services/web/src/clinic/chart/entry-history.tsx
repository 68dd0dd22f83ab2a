import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Page } from '../../shared/controls/page.tsx';
import { Rail, RailItem } from '../../shared/controls/rail.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { useReadOn } from '../../shared/record/paging.tsx';
import { deviceZone, localDate, staffClock, staffDate } from '../../shared/time/format.ts';
import { chartQuery, entryQuery } from '../api.ts';
import { EntryText } from './entry-text.tsx';
import { NoSuchChart } from './no-such-chart.tsx';
import { PatientBanner } from './patient-banner.tsx';

const route = getRouteApi('/signed-in/patients/$id/entries/$entryId');

/** Every version of one entry, newest first. */
export function EntryHistory() {
  const { id, entryId } = route.useParams();
  const chart = useInfiniteQuery(chartQuery(id));
  useReadOn(chart);
  const query = useInfiniteQuery(entryQuery(id, entryId));
  return (
    <Page title="Versions of an entry">
      <Loaded query={chart} missing={<NoSuchChart />}>
        {(view) => <PatientBanner view={view} link />}
      </Loaded>
      <Loaded query={query} missing={<NoSuchChart />}>
        {(versions) => (
          <div className="sheet">
            <Rail label="Versions, newest first">
              {versions.map((entry, index) => (
                <RailItem
                  key={entry.version}
                  time={staffClock(entry.recordedAt, deviceZone())}
                  note={staffDate(localDate(entry.recordedAt, deviceZone()))}
                  look={index === 0 ? 'full' : 'past'}
                >
                  <EntryText entry={entry} />
                  <p className="small muted">
                    <bdi>
                      {entry.amendReason === ''
                        ? `Recorded by ${entry.authorName}`
                        : `Changed by ${entry.authorName}: ${entry.amendReason}`}
                    </bdi>
                  </p>
                </RailItem>
              ))}
            </Rail>
          </div>
        )}
      </Loaded>
      <More query={query}>Show earlier versions</More>
      <p>
        <Link to="/patients/$id" params={{ id }}>
          Back to the chart
        </Link>
      </p>
    </Page>
  );
}
