import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { done } from '../../shared/api/client.ts';
import { Button, buttonClass } from '../../shared/controls/button.tsx';
import { Cut } from '../../shared/query/cut.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { api } from '../../shared/staff/api.ts';
import { staffDate } from '../../shared/time/format.ts';
import { type Referral, referralsQuery } from '../api.ts';

/** Open orders come first; those that are settled are one press away. */
const shown_at_first = 6;

/** What was ordered for the patient and is still to be booked, and the way to order more. */
export function Orders({ patientId }: { patientId: string }) {
  const query = useQuery(referralsQuery(patientId));
  return (
    <section className="sheet orders" aria-labelledby="section-orders">
      <h2 id="section-orders">Reviews and referrals</h2>
      <Loaded query={query}>
        {({ referrals, isCut }) =>
          referrals.length === 0 ? (
            <p className="muted">Nothing is ordered.</p>
          ) : (
            <>
              <OrderList patientId={patientId} referrals={referrals.slice(0, shown_at_first)} />
              {referrals.length > shown_at_first && (
                <details>
                  <summary>Show {referrals.length - shown_at_first} more</summary>
                  <OrderList patientId={patientId} referrals={referrals.slice(shown_at_first)} />
                </details>
              )}
              <Cut isCut={isCut}>
                {`Only ${referrals.length} are shown here, those not booked yet first; there are more.`}
              </Cut>
            </>
          )
        }
      </Loaded>
      <p className="no-print">
        <Link to="/patients/$id/order" params={{ id: patientId }} className={buttonClass('secondary')}>
          Order a review or referral
        </Link>
      </p>
    </section>
  );
}

function OrderList(props: { patientId: string; referrals: readonly Referral[] }) {
  return (
    <ul className="plain-list">
      {props.referrals.map((referral) => (
        <Order key={referral.id} referral={referral} patientId={props.patientId} />
      ))}
    </ul>
  );
}

const states = { open: 'Not booked yet', booked: 'Booked', withdrawn: 'Withdrawn' } as const;

function Order({ referral, patientId }: { referral: Referral; patientId: string }) {
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () =>
      done(api.DELETE('/clinic/v1/referrals/{id}', { params: { path: { id: referral.id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: referralsQuery(patientId).queryKey }),
  });
  const { kind, specialtyName, providerName, dueDate, urgency, orderedByName, state } = referral;
  return (
    <li className="chart-entry">
      <div>
        <p>
          <strong>{kind === 'follow-up' ? 'Review' : 'Referral'}</strong> <bdi>{specialtyName}</bdi>
          <bdi>{providerName && `, ${providerName}`}</bdi>, by {staffDate(dueDate)}
          {urgency !== 'routine' && ` (${urgency})`}
        </p>
        <p className="small muted">
          {states[state]}. Ordered by <bdi>{orderedByName}</bdi>.
        </p>
        {withdraw.isError && (
          <p role="alert" className="field-error">
            {withdraw.error.message}
          </p>
        )}
      </div>
      {state === 'open' && (
        <p className="no-print entry-links">
          <Button
            variant="quiet"
            pending={withdraw.isPending}
            label={`Withdraw the order for ${specialtyName} by ${staffDate(dueDate)}`}
            onPress={() => withdraw.mutate()}
          >
            Withdraw
          </Button>
        </p>
      )}
    </li>
  );
}
