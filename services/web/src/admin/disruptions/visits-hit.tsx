import { useInfiniteQuery } from '@tanstack/react-query';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { worklistQuery } from '../api.ts';
import { VisitList } from '../worklist/visit-list.tsx';

/** Every visit that a leave or another change hit, with what became of each. */
export function VisitsHit({ id }: { id: string }) {
  const query = useInfiniteQuery(worklistQuery(id));
  return (
    <section className="stack" aria-labelledby="visits">
      <h2 id="visits">Affected visits</h2>
      <Loaded query={query}>
        {(visits) =>
          visits.length === 0 ? (
            <p className="sheet">No visit was booked at that time.</p>
          ) : (
            <>
              <VisitList visits={visits} label="Affected visits" />
              <More query={query}>Show more visits</More>
            </>
          )
        }
      </Loaded>
    </section>
  );
}
