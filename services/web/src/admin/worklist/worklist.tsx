import { useInfiniteQuery } from '@tanstack/react-query';
import { Page } from '../../shared/controls/page.tsx';
import { LiveLine } from '../../shared/live/live.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { worklistQuery } from '../api.ts';
import { VisitList } from './visit-list.tsx';

/** Visits that wait for somebody: what the hospital did took their time, and there is none that suits yet. */
export function Worklist() {
  const query = useInfiniteQuery(worklistQuery());
  return (
    <Page title="Worklist">
      <p>
        Visits that lost their time to leave, a closure or a changed session and still need a new one, or
        whose patient could not be told. Call the patient, agree on a time, and settle it.
      </p>
      <LiveLine staff />
      <Loaded query={query}>
        {(visits) =>
          visits.length === 0 ? (
            <p className="sheet">
              Everybody who was affected has a time. What patients refuse appears here by itself.
            </p>
          ) : (
            <>
              <VisitList visits={visits} label="Visits that need a time" because />
              <More query={query}>Show more visits</More>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
