import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useAnnounce } from '../../shared/controls/announcer.tsx';
import { buttonClass } from '../../shared/controls/button.tsx';
import { Notice } from '../../shared/controls/notice.tsx';
import { Page } from '../../shared/controls/page.tsx';
import { Skeleton } from '../../shared/controls/skeleton.tsx';
import { LiveLine } from '../../shared/live/live.tsx';
import { Loaded } from '../../shared/query/loaded.tsx';
import { dateOf, deviceZone, shortDate } from '../../shared/time/format.ts';
import type { Location } from '../api.ts';
import { AnswerOffer } from './answer-offer.tsx';
import { Leave } from './leave.tsx';
import { placeQuery, type WaitlistEntry } from './queries.ts';
import { WhatSuits } from './what-suits.tsx';

/** P7: a place on the waiting list, and the offer when there is one. */
export function WaitingPlace({ id }: { id: string }) {
  const query = useQuery(placeQuery(id));
  return (
    <Page title="Your place on the waiting list">
      <Loaded query={query} skeleton={<Skeleton lines={8} />} missing={<NoSuchPlace />}>
        {({ entry, location }) => <Place entry={entry} location={location} />}
      </Loaded>
    </Page>
  );
}

function NoSuchPlace() {
  return (
    <>
      <p>There is no such place on a waiting list in your account.</p>
      <p>
        <Link to="/">Back to home</Link>
      </p>
    </>
  );
}

function Place({ entry, location }: { entry: WaitlistEntry; location: Location | null }) {
  // Which offer was declined here: its version, so that a later offer is not called declined.
  const [declined, setDeclined] = useState<number>();
  useNews(entry);
  if (entry.state !== 'waiting' && entry.state !== 'offered') return <Ended entry={entry} />;
  return (
    <div className="stack-wide">
      {declined !== undefined && <Kept />}
      {entry.offer ? (
        <AnswerOffer
          key={entry.offer.holdId}
          entry={entry}
          offer={entry.offer}
          location={location}
          onDeclined={() => setDeclined(entry.version)}
        />
      ) : (
        <Waiting entry={entry} />
      )}
      <section aria-labelledby="suits-title">
        <div className="section-head">
          <h2 id="suits-title">What suits you</h2>
          <LiveLine />
        </div>
        <WhatSuits entry={entry} />
        <p className="actions">
          <Link to="/waiting/$id/wishes" params={{ id: entry.id }} className={buttonClass('secondary')}>
            Change what suits me
          </Link>
        </p>
      </section>
      <Leave entry={entry} />
    </div>
  );
}

/** Takes the focus from the button that is gone. */
function Kept() {
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => words.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={words} tabIndex={-1}>
      <Notice tone="ok" title="You keep your place">
        <p>That time goes to somebody else, and we do not offer it to you again.</p>
      </Notice>
    </div>
  );
}

function Waiting({ entry }: { entry: WaitlistEntry }) {
  return (
    <section className="sheet stack" aria-labelledby="waiting-title">
      <h2 id="waiting-title">We are looking for a time</h2>
      <p>
        You have been waiting since {dateOf(entry.waitingSince, deviceZone())}
        {entry.targetDate !== '' && `, and should be seen by ${shortDate(entry.targetDate)}`}.
      </p>
      <p>
        {entry.autoAccept
          ? 'As soon as a time becomes free that fits, we book it for you and tell you.'
          : 'As soon as a time becomes free that fits, we offer it to you here and by e-mail.'}
      </p>
      {entry.misses > 0 && (
        <p>
          {entry.misses === 1 ? 'One offer' : `${entry.misses} offers`} ended without an answer. After three
          your place ends.
        </p>
      )}
    </section>
  );
}

/** Speaks of an offer that arrives while the page is open; the focus stays. */
function useNews({ offer }: WaitlistEntry): void {
  const announce = useAnnounce();
  const before = useRef(offer?.holdId);
  useEffect(() => {
    if (offer !== null && offer.holdId !== before.current) announce('A time is offered to you.');
    before.current = offer?.holdId;
  }, [offer, announce]);
}

const endings = {
  booked: { tone: 'ok', title: 'A time was found', words: 'Your place has become an appointment.' },
  withdrawn: {
    tone: 'info',
    title: 'You have left the waiting list',
    words: 'Nothing more is offered to you.',
  },
  lapsed: {
    tone: 'warn',
    title: 'Your place has ended',
    words: 'Three offers ended without an answer. Do you still need to be seen? Join again, or call us.',
  },
  past: {
    tone: 'info',
    title: 'Your place has ended',
    words: 'The last date that you gave has passed. Do you still need to be seen? Join again, or call us.',
  },
} as const;

/** Three offers without an answer end a place; what ends with fewer ended with its last date. */
function isPast({ state, misses }: WaitlistEntry): boolean {
  return state === 'lapsed' && misses < 3;
}

function Ended({ entry }: { entry: WaitlistEntry }) {
  if (entry.state === 'waiting' || entry.state === 'offered') return null;
  const { tone, title, words } = endings[isPast(entry) ? 'past' : entry.state];
  return (
    <Notice tone={tone} title={title}>
      <p>{words}</p>
      {entry.state === 'booked' ? (
        <Link to="/appointments/$id" params={{ id: entry.id }} className={buttonClass()}>
          See your appointment
        </Link>
      ) : (
        <Link to="/book" className={buttonClass()}>
          Book a visit
        </Link>
      )}
    </Notice>
  );
}
