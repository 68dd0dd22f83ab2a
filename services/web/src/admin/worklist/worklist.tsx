import { useInfiniteQuery } from '@tanstack/react-query';
import { Page } from '../../shared/controls/page.tsx';
import { LiveLine } from '../../shared/live/live.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { worklistQuery } from '../api.ts';
import { VisitList } from './visit-list.tsx';

/** Visits that wait for somebody: leave met them and there is no time that suits yet. */
export function Worklist() {
  const query = useInfiniteQuery(worklistQuery());
  return (
    <Page title="Worklist">
      <p>
        Visits that leave met and that still need a time, or whose new time no message can tell. Call the
        patient, agree on one, and settle it.
      </p>
      <LiveLine staff />
      <Loaded query={query}>
        {(visits) =>
          visits.length === 0 ? (
            <p className="sheet">
              Everybody whom leave met has a time. What patients refuse appears here by itself.
            </p>
          ) : (
            <>
              <VisitList visits={visits} label="Visits that need a time" />
              <More query={query}>Show more visits</More>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
