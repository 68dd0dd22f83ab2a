import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer } from '../../shared/api/client.ts';
import { ApiProblem } from '../../shared/api/problem.ts';
import { Button } from '../../shared/controls/button.tsx';
import { Dialog } from '../../shared/controls/dialog.tsx';
import { Fact, Facts } from '../../shared/controls/facts.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Found } from '../../shared/query/paged.tsx';
import { api } from '../../shared/staff/api.ts';
import { type Leave, leaveQuery } from '../api.ts';
import { visitWords } from '../disruptions/change-words.ts';
import { VisitsHit } from '../disruptions/visits-hit.tsx';
import { leaveDates } from './leave-list.tsx';

const route = getRouteApi('/signed-in/leave/$id');

/** One leave and every visit it hit. */
export function LeavePage() {
  const { id } = route.useParams();
  const { saved } = route.useSearch();
  const leave = useInfiniteQuery(leaveQuery);
  return (
    <Page title={saved ? 'The leave is saved' : 'One leave'}>
      <Found
        query={leave}
        items={leave.data}
        is={(one) => one.id === id}
        missing={<p className="sheet">There is no such leave any more.</p>}
      >
        {(one) => <Summary leave={one} />}
      </Found>
      <VisitsHit id={id} />
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
    onSettled: () =>
      Promise.all(
        ['leave', 'disruptions', 'worklist'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
      ),
  });
  return (
    <div className="stack">
      <Facts sheet>
        <Fact name="Who">
          <bdi>{leave.providerName}</bdi>
        </Fact>
        <Fact name="Away">{leaveDates(leave)}</Fact>
        <Fact name="Note">
          <bdi>{leave.note || 'No note'}</bdi>
        </Fact>
        <Fact name="Visits">{visitWords(leave)}</Fact>
      </Facts>
      {leave.endedAt ? (
        <Notice tone="info" title="This leave was called off">
          <p>
            Its times came back. Visits that had moved stayed where they were, the others take place after
            all.
          </p>
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
          The free times of <bdi>{leave.providerName}</bdi> come back. Visits without a new time take place
          after all, which their patients are told; visits that were moved keep the new time.
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
