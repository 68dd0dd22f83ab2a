import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { More } from '../../shared/query/paged.tsx';
import { count } from '../../shared/staff/count.ts';
import { type Disruption, disruptionsQuery } from '../api.ts';
import { Dates, datesWords } from '../dates.tsx';
import { hitCount, isOpen, kindWords, partyOf, visitWords } from './change-words.ts';

/** What the hospital did that hit booked visits: what is open first, then what is settled. */
export function Changes() {
  const open = useInfiniteQuery(disruptionsQuery(true));
  const all = useInfiniteQuery(disruptionsQuery(false));
  const openIds = new Set(open.data?.map(({ id }) => id));
  return (
    <Page title="Changes">
      <p>
        Leave, closures and changed sessions that affected booked visits. Open one to see what became of each
        visit.
      </p>
      <section className="stack" aria-labelledby="open">
        <h2 id="open">Open</h2>
        <Loaded query={open}>
          {(changes) =>
            changes.length === 0 ? (
              <p className="sheet">Every affected visit is taken care of.</p>
            ) : (
              <>
                <ChangeTable label="Open changes" changes={changes} />
                <More query={open}>Show more open changes</More>
              </>
            )
          }
        </Loaded>
      </section>
      <section className="stack" aria-labelledby="settled">
        <h2 id="settled">Settled</h2>
        <Loaded query={all}>
          {(changes) => {
            const settled = changes.filter((change) => !isOpen(change) && !openIds.has(change.id));
            return (
              <>
                {settled.length > 0 && <ChangeTable label="Settled changes" changes={settled} />}
                {settled.length === 0 && !all.hasNextPage && (
                  <p className="sheet">Nothing is settled yet. What is stays here to be read again.</p>
                )}
                <More query={all}>Show earlier changes</More>
              </>
            );
          }}
        </Loaded>
      </section>
    </Page>
  );
}

function ChangeTable({ label, changes }: { label: string; changes: readonly Disruption[] }) {
  return (
    <div className="sheet table-sheet">
      <table className="table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Who or where</th>
            <th scope="col">Dates</th>
            <th scope="col">Note</th>
            <th scope="col">Visits</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.id}>
              <th scope="row" data-label="What">
                <Link
                  to="/changes/$id"
                  params={{ id: change.id }}
                  className="row-link"
                  aria-label={`${kindWords[change.kind]}, ${datesWords(change)}: see the visits`}
                >
                  {kindWords[change.kind]}
                </Link>
              </th>
              <td data-label="Who or where">
                <bdi>{partyOf(change)}</bdi>
              </td>
              <td data-label="Dates">
                <Dates firstDate={change.firstDate} lastDate={change.lastDate} />
              </td>
              <td data-label="Note">
                <bdi>{change.note || 'No note'}</bdi>
              </td>
              <td data-label="Visits">
                <span>
                  {count(hitCount(change), 'visit', 'visits')}
                  <span className="line muted">{visitWords(change)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
