import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Found } from '../../shared/query/paged.tsx';
import { sessionQuery } from '../../shared/staff/api.ts';
import { disruptionsQuery } from '../api.ts';
import { datesWords } from '../dates.tsx';
import { kindWords, partyOf, visitWords } from './change-words.ts';
import { VisitsHit } from './visits-hit.tsx';

const route = getRouteApi('/signed-in/changes/$id');

/** One change of the hospital and every visit it hit; can be read for as long as the visits are kept. */
export function ChangePage() {
  const { id } = route.useParams();
  const { saved } = route.useSearch();
  const query = useInfiniteQuery(disruptionsQuery(false));
  const session = useQuery(sessionQuery);
  const isAdmin = session.data?.groups.includes('Admins') ?? false;
  return (
    <Page title={saved ? 'The change is saved' : 'One change'}>
      {saved && (
        <p>
          Patients are being told. Who has no new time, or whom no message reaches, is on the worklist to be
          called.
        </p>
      )}
      <Found
        query={query}
        items={query.data}
        is={(one) => one.id === id}
        missing={<p className="sheet">No booked visit was affected, or there is no such change.</p>}
      >
        {(change) => (
          <div className="stack-wide">
            <Facts sheet>
              <Fact name="What">{kindWords[change.kind]}</Fact>
              <Fact name="Who or where">
                <bdi>{partyOf(change)}</bdi>
              </Fact>
              <Fact name="Dates">{datesWords(change)}</Fact>
              <Fact name="Note">
                <bdi>{change.note || 'No note'}</bdi>
              </Fact>
              <Fact name="Visits">{visitWords(change)}</Fact>
            </Facts>
            {change.kind === 'leave' && isAdmin && (
              <p>
                <Link to="/leave/$id" params={{ id }}>
                  The leave itself, to call it off
                </Link>
              </p>
            )}
            <VisitsHit id={id} />
          </div>
        )}
      </Found>
      <p className="row">
        <Link to="/changes">All changes</Link>
        <Link to="/worklist">Worklist</Link>
      </p>
    </Page>
  );
}
