import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { Button } from '../../shared/controls/button.tsx';
import { Dialog } from '../../shared/controls/dialog.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { api } from '../../shared/staff/api.ts';
import { type Leave, leaveQuery, worklistQuery } from '../api.ts';
import { VisitList } from '../worklist/visit-list.tsx';
import { leaveDates, visitWords } from './leave-list.tsx';

const route = getRouteApi('/signed-in/leave/$id');

/** One leave and every visit it met. */
export function LeavePage() {
  const { id } = route.useParams();
  const { saved } = route.useSearch();
  const leave = useQuery(leaveQuery);
  const visits = useQuery(worklistQuery(id));
  return (
    <Page title={saved ? 'The leave is saved' : 'One leave'}>
      <Loaded query={leave}>
        {(known) => {
          const found = known.leave.find((one) => one.id === id);
          return found ? (
            <Summary leave={found} />
          ) : (
            <p className="sheet">There is no such leave any more.</p>
          );
        }}
      </Loaded>
      <section className="stack" aria-labelledby="visits">
        <h2 id="visits">Visits it met</h2>
        <Loaded query={visits}>
          {(known) =>
            known.visits.length === 0 ? (
              <p className="sheet">No visit was booked at that time.</p>
            ) : (
              <VisitList visits={known.visits} label="Visits it met" />
            )
          }
        </Loaded>
      </section>
      <p>
        <Link to="/leave">All leave</Link>
      </p>
    </Page>
  );
}

function Summary({ leave }: { leave: Leave }) {
  const [asking, setAsking] = useState(false);
  const queries = useQueryClient();
  const cancel = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/clinic/v1/leave/{id}/cancel', {
          params: { path: { id: leave.id } },
          body: { version: leave.version },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['leave'] }),
  });
  return (
    <div className="stack">
      <dl className="sheet">
        {[
          ['Who', leave.providerName],
          ['Away', leaveDates(leave)],
          ['Note', leave.note || 'No note'],
          ['Visits', visitWords(leave)],
        ].map(([term, words]) => (
          <div key={term} className="summary-row">
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {leave.endedAt ? (
        <Notice tone="info" title="This leave was called off">
          <p>Its times came back. Visits that had moved stayed where they were.</p>
        </Notice>
      ) : (
        <p>
          <Button variant="secondary" pending={cancel.isPending} onPress={() => setAsking(true)}>
            Call the leave off
          </Button>
        </p>
      )}
      {cancel.error && (
        <Notice tone="danger" live>
          <p>{cancel.error instanceof ApiProblem ? cancel.error.message : 'That did not work. Try again.'}</p>
        </Notice>
      )}
      <Dialog title="Call the leave off?" open={asking} onClose={() => setAsking(false)}>
        <p>
          The times of {leave.providerName} come back, also the worklist visits keep theirs. Visits that were
          moved stay where they are.
        </p>
        <div className="row">
          <Button variant="secondary" onPress={() => setAsking(false)}>
            Keep the leave
          </Button>
          <Button
            variant="danger"
            onPress={() => {
              setAsking(false);
              cancel.mutate();
            }}
          >
            Call it off
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
