import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { done } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { Button, buttonClass } from '../../shared/controls/button.tsx';
import { Dialog } from '../../shared/controls/dialog.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Cut } from '../../shared/query/cut.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { api, directoryQuery } from '../../shared/staff/api.ts';
import { type Closure, closuresQuery } from '../api.ts';
import { datesWords } from '../dates.tsx';

/** When the hospital or one of its places is closed. */
export function Closures() {
  const query = useQuery(closuresQuery);
  const directory = useQuery(directoryQuery);
  const nameOf = (id: string | null) =>
    id === null
      ? 'The whole hospital'
      : (directory.data?.locations.find((location) => location.id === id)?.name ?? id);
  return (
    <Page title="Closures">
      <p>
        Nobody can book while a place is closed. Adding a closure finds new times for the visits that are
        booked then. Nothing changes before you save.
      </p>
      <p>
        <Link to="/closures/new" className={buttonClass()}>
          Add a closure
        </Link>
      </p>
      <Loaded query={query}>
        {({ closures, isCut }) =>
          closures.length === 0 ? (
            <p className="sheet">Nothing is closed from today on.</p>
          ) : (
            <div className="stack">
              <div className="sheet table-sheet">
                <table className="table">
                  <caption className="visually-hidden">Closures in order of time</caption>
                  <thead>
                    <tr>
                      <th scope="col">Dates</th>
                      <th scope="col">Where</th>
                      <th scope="col">Why</th>
                      <th scope="col">Change</th>
                    </tr>
                  </thead>
                  <tbody>
                    {closures.map((closure) => (
                      <ClosureRow key={closure.id} closure={closure} where={nameOf(closure.locationId)} />
                    ))}
                  </tbody>
                </table>
              </div>
              <Cut
                isCut={isCut}
              >{`Only the first ${closures.length} are shown here; there are later ones.`}</Cut>
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function ClosureRow({ closure, where }: { closure: Closure; where: string }) {
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const announce = useAnnounce();
  const dates = datesWords(closure);
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/clinic/v1/closures/{id}', { params: { path: { id: closure.id } } })),
    onSuccess: () => announce(`${where} is open again on ${dates}`),
    onSettled: () =>
      Promise.all(
        ['closures', 'disruptions', 'worklist'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  });
  return (
    <tr>
      <th scope="row" data-label="Dates">
        {dates}
      </th>
      <td data-label="Where">
        <bdi>{where}</bdi>
      </td>
      <td data-label="Why">
        <bdi>{closure.note}</bdi>
      </td>
      <td data-label="Change">
        <span className="row-links">
          <Link
            to="/changes/$id"
            params={{ id: closure.id }}
            aria-label={`Affected visits: ${where}, ${dates}`}
          >
            Affected visits
          </Link>
          <Button
            variant="quiet"
            pending={remove.isPending}
            label={`Open again: ${where}, ${dates}`}
            onPress={() => setAsking(true)}
          >
            Open again
          </Button>
        </span>
        {remove.error && (
          <Notice tone="danger" live>
            <p>{remove.error instanceof ApiProblem ? remove.error.message : 'That did not work.'}</p>
          </Notice>
        )}
        <Dialog title="Open again?" open={asking} onClose={() => setAsking(false)}>
          <p>
            <bdi>{where}</bdi>, {dates}: the times come back within a minute. Visits on the worklist keep the
            time they had, visits that were moved keep the new one.
          </p>
          <div className="row">
            <Button variant="secondary" onPress={() => setAsking(false)}>
              Cancel
            </Button>
            <Button
              onPress={() => {
                setAsking(false);
                remove.mutate();
              }}
            >
              Open again
            </Button>
          </div>
        </Dialog>
      </td>
    </tr>
  );
}
