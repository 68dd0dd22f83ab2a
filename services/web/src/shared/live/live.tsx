import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { accessToken } from '../session/cognito.ts';
import { clock, deviceZone, staffClock } from '../time/format.ts';
import { createEventParser, type ServerEvent } from './events.ts';

export type LiveState = { live: boolean; updatedAt: string };

const Live = createContext<LiveState>({ live: false, updatedAt: '' });

/** Queries in view, but for those that do something when they run or leave a trace. */
const followed = {
  type: 'active' as const,
  predicate: (query: { meta?: Record<string, unknown> | undefined }) => query.meta?.['live'] !== false,
};

/** While the stream is down, pages ask again this often. */
const poll_ms = 30_000;
/** The edge sends a comment every 15 s; a stream silent for longer than this is dead. */
const silence_ms = 40_000;
const firstRetry_ms = 1_000;
const longestRetry_ms = 30_000;

/**
 * Listens to the edge's event stream for the signed-in person and lets `onEvent` refresh what it concerns.
 * While the stream is down everything in view is refetched now and then.
 */
export function LiveUpdates(props: {
  url: string;
  onEvent: (event: ServerEvent) => void;
  children: ReactNode;
}) {
  const [state, setState] = useState<LiveState>({ live: false, updatedAt: new Date().toISOString() });
  const queries = useQueryClient();
  const onEvent = useRef(props.onEvent);
  onEvent.current = props.onEvent;
  const { url } = props;

  useEffect(() => {
    const stop = new AbortController();
    const see = (live: boolean) =>
      setState((before) => ({ live, updatedAt: live ? new Date().toISOString() : before.updatedAt }));
    void follow(url, stop.signal, {
      onState: see,
      onEvent: (event) => onEvent.current(event),
      // What changed while nobody listened.
      onOpen: () => void queries.invalidateQueries(followed),
    });
    return () => stop.abort();
  }, [url, queries]);

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

async function follow(
  url: string,
  signal: AbortSignal,
  on: {
    onState: (live: boolean) => void;
    onEvent: (event: ServerEvent) => void;
    onOpen: () => void;
  },
): Promise<void> {
  let retry_ms = firstRetry_ms;
  while (!signal.aborted) {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), silence_ms);
    try {
      const token = await accessToken();
      const response = await fetch(url, {
        signal: AbortSignal.any([signal, silence.signal]),
        headers: { accept: 'text/event-stream', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      });
      if (!response.ok || !response.body) throw new Error(`stream refused: ${response.status}`);
      on.onState(true);
      on.onOpen();
      retry_ms = firstRetry_ms;
      let paused = false;
      const parse = createEventParser();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), silence_ms);
        for (const event of parse(part.value)) {
          // The stream stands, but the edge hears of no changes.
          if (event.name === 'paused' || event.name === 'resumed') paused = event.name === 'paused';
          else on.onEvent(event);
        }
        on.onState(!paused);
      }
    } catch (error) {
      if (signal.aborted) return;
      // The page says that updates are paused; the reason helps only whoever debugs it.
      console.debug('live updates', error);
    } finally {
      clearTimeout(timer);
    }
    on.onState(false);
    await pause(retry_ms, signal);
    retry_ms = Math.min(retry_ms * 2, longestRetry_ms);
  }
}

function pause(length_ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, length_ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
