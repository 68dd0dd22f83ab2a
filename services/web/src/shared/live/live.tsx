import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { clock, deviceZone, staffClock } from '../time/format.ts';
import type { ServerEvent } from './events.ts';
import { canShare, shareStream } from './share.ts';
import { type News, readStream } from './stream.ts';

export type LiveState = { live: boolean; updatedAt: string };

const Live = createContext<LiveState>({ live: false, updatedAt: '' });

/** Queries in view, except those that change something or are put on record when they run. */
const followed = {
  type: 'active' as const,
  predicate: (query: { meta?: Record<string, unknown> | undefined }) => query.meta?.['live'] !== false,
};

/** While the stream is down, pages ask again this often. */
const poll_ms = 30_000;
/**
 * Listens to the edge's event stream for the signed-in person, one for all their tabs that follow the same, and lets
 * `onEvent` refresh what it concerns. While the stream is down everything in view is refetched now and then.
 */
export function LiveUpdates(props: {
  url: string;
  /** Who is signed in. */
  personId: string;
  onEvent: (event: ServerEvent) => void;
  children: ReactNode;
}) {
  const [state, setState] = useState<LiveState>({ live: false, updatedAt: new Date().toISOString() });
  const queries = useQueryClient();
  const onEvent = useRef(props.onEvent);
  onEvent.current = props.onEvent;
  const { url, personId } = props;

  useEffect(() => {
    if (!canShare()) return;
    const stop = new AbortController();
    const showLive = (live: boolean) =>
      setState((before) => ({ live, updatedAt: live ? new Date().toISOString() : before.updatedAt }));
    let wasLive = false;
    const hear = (news: News) => {
      if (news.kind === 'event') return onEvent.current(news.event);
      // Read what changed while the stream was down.
      if (news.kind === 'missed' || (news.kind === 'live' && !wasLive)) {
        void queries.invalidateQueries(followed);
      }
      wasLive = news.kind !== 'paused';
      showLive(wasLive);
    };
    const read = (tell: typeof hear, signal: AbortSignal) => readStream(url, personId, tell, signal);
    void shareStream(`hb-live ${url} ${personId}`, read, hear, stop.signal);
    return () => stop.abort();
  }, [url, personId, queries]);

  useEffect(() => {
    if (state.live) return;
    const timer = setInterval(() => {
      void queries.refetchQueries(followed, { throwOnError: true }).then(
        () => setState((before) => ({ ...before, updatedAt: new Date().toISOString() })),
        () => undefined,
      );
    }, poll_ms);
    return () => clearInterval(timer);
  }, [state.live, queries]);

  return <Live value={state}>{props.children}</Live>;
}

/** "Updated 10:42", or that live updates are paused. */
export function LiveLine(props: { words?: string; staff?: boolean }) {
  const { live, updatedAt } = useContext(Live);
  if (updatedAt === '') return null;
  const time = props.staff ? staffClock(updatedAt, deviceZone()) : clock(updatedAt, deviceZone());
  return (
    <p className="live-line">
      {live ? `${props.words ?? 'Updated'} ${time}` : `Live updates paused. Updated ${time}`}
    </p>
  );
}
