import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Cut } from '../../shared/query/cut.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { clock, dateOf, day, deviceZone } from '../../shared/time/format.ts';
import { deadlineInWords } from './deadline.ts';
import { type WaitlistEntry, waitlistQuery } from './queries.ts';

/** Home's first action: times that are offered and wait for an answer. Nothing while there are none. */
export function PendingOffers() {
  const entries = useQuery(waitlistQuery).data?.entries ?? [];
  const now = new Date().toISOString();
  return entries.map(({ id, offer }) =>
    offer === null ? null : (
      <Notice key={id} title="An earlier time may be yours">
        <p>
          {day(offer.slot.startAt, offer.slot.timeZone)}, {clock(offer.slot.startAt, offer.slot.timeZone)},
          with <bdi>{offer.slot.providerName}</bdi>. Please answer by{' '}
          {deadlineInWords(offer.expiresAt, offer.slot.timeZone, now)}.
        </p>
        <Link to="/waiting/$id" params={{ id }} className={buttonClass()}>
          Answer the offer
        </Link>
      </Notice>
    ),
  );
}

/** Whether a time is offered that waits for an answer. */
export function useHasOffer(): boolean {
  return useQuery(waitlistQuery).data?.entries.some(({ offer }) => offer !== null) === true;
}

/** Home's list of what one waits for. */
export function WaitingLists() {
  const query = useQuery(waitlistQuery);
  return (
    <Loaded query={query}>
      {({ entries, isCut }) => {
        const open = entries.filter(({ state }) => state === 'waiting' || state === 'offered');
        // Open ones come first: what is cut is over when one of those is listed.
        return <OpenEntries entries={open} isCut={isCut && open.length === entries.length} />;
      }}
    </Loaded>
  );
}

function OpenEntries({ entries, isCut }: { entries: readonly WaitlistEntry[]; isCut: boolean }) {
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="waiting-title" className="stack">
      <h2 id="waiting-title">Waiting for a time</h2>
      <ul className="plain-list stack">
        {entries.map((entry) => (
          <WaitingLine key={entry.id} entry={entry} />
        ))}
      </ul>
      <Cut isCut={isCut}>You wait for more than is shown here. Call the clinic about the others.</Cut>
    </section>
  );
}

function WaitingLine({ entry }: { entry: WaitlistEntry }) {
  return (
    <li className="sheet">
      <Link to="/waiting/$id" params={{ id: entry.id }} className="link-row">
        <bdi>{entry.visitTypeName}</bdi>
      </Link>
      <p className="muted small">On the waiting list since {dateOf(entry.waitingSince, deviceZone())}</p>
    </li>
  );
}
