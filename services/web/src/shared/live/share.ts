import { type News, silence_ms } from './stream.ts';

/**
 * How many streams all tabs of a browser have open together. Over HTTP/1.1 a browser has six connections to one
 * address. A person who follows more people than this sees the others by polling.
 */
const places = ['hb-live-1', 'hb-live-2', 'hb-live-3'];
const look_ms = 5_000;

type Read = (tell: (news: News) => void, signal: AbortSignal) => Promise<void>;

/** Whether tabs can share a stream in this browser; otherwise pages poll. */
export function canShare(): boolean {
  return 'locks' in navigator && 'BroadcastChannel' in window;
}

/**
 * Gives all tabs with the same `name` the news of one stream, until `signal`. The tab that holds the lock of that name
 * reads it and passes on what it hears; the lock goes to another tab when that one closes. A tab in view also takes it
 * from a leader that has fallen silent, e.g. because the browser stopped a tab in the background.
 */
export async function shareStream(
  name: string,
  read: Read,
  hear: (news: News) => void,
  signal: AbortSignal,
): Promise<void> {
  const channel = new BroadcastChannel(name);
  let leads = false;
  let state: News = { kind: 'paused' };
  let heardAt = performance.now();
  let turn = new AbortController();

  const tell = (news: News) => {
    if (news.kind === 'live' || news.kind === 'paused') state = news;
    channel.postMessage(news);
    hear(news);
  };
  channel.onmessage = ({ data }: MessageEvent<News | { kind: 'asked' }>) => {
    if (data.kind !== 'asked') {
      heardAt = performance.now();
      if (!leads) hear(data);
    } else if (leads) channel.postMessage(state);
  };
  const looking = setInterval(() => {
    const isSilent = performance.now() - heardAt > silence_ms && document.visibilityState === 'visible';
    if (leads) channel.postMessage(state);
    else if (isSilent) turn.abort();
  }, look_ms);
  channel.postMessage({ kind: 'asked' });

  const lead = async (until: AbortSignal) => {
    leads = true;
    tell({ kind: 'paused' });
    await atPlace(() => read(tell, until), until);
  };
  for (let takes = false; !signal.aborted; takes = turn.signal.aborted && !leads) {
    turn = new AbortController();
    const lost = new AbortController();
    const until = AbortSignal.any([signal, lost.signal]);
    leads = false;
    try {
      // A request that takes the lock from its holder does not wait, so there is nothing to call off.
      const how = takes ? { steal: true } : { signal: AbortSignal.any([signal, turn.signal]) };
      await navigator.locks.request(name, how, () => lead(until));
    } catch (error) {
      // Called off by this tab, or the lock was taken by another.
      if (!isAbort(error)) throw error;
      heardAt = performance.now();
    } finally {
      lost.abort();
    }
  }
  clearInterval(looking);
  channel.close();
}

/** Does the work at one of the places, as soon as one is free. */
async function atPlace(work: () => Promise<void>, until: AbortSignal): Promise<void> {
  const found = new AbortController();
  const wait = AbortSignal.any([until, found.signal]);
  const sit = async () => {
    if (found.signal.aborted) return;
    found.abort();
    await work();
  };
  await Promise.all(
    places.map((place) =>
      navigator.locks.request(place, { signal: wait }, sit).catch((error: unknown) => {
        if (!isAbort(error)) throw error;
      }),
    ),
  );
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
