import { signedIn } from '../session/cognito.ts';
import { createEventParser, type ServerEvent } from './events.ts';

/**
 * What a page is told: that changes arrive, or do not; that they do from here on and some may have gone unheard, so that
 * it asks again; or one change.
 */
export type News =
  | { kind: 'live' }
  | { kind: 'paused' }
  | { kind: 'missed' }
  | { kind: 'event'; event: ServerEvent };

/** The edge sends a comment every 15 s; a stream silent for longer than this is dead. */
export const silence_ms = 40_000;
const firstRetry_ms = 1_000;
const longestRetry_ms = 30_000;

/**
 * Reads the edge's stream at `url` until `signal`, opening it again whenever it ends, as `personId` alone: while
 * somebody else is signed in here there is none. Says `live` or `paused` whenever the edge shows a sign of life.
 */
export async function readStream(
  url: string,
  personId: string,
  tell: (news: News) => void,
  signal: AbortSignal,
): Promise<void> {
  let retry_ms = firstRetry_ms;
  while (!signal.aborted) {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), silence_ms);
    try {
      const body = await open(url, personId, AbortSignal.any([signal, silence.signal]));
      retry_ms = firstRetry_ms;
      let state: 'live' | 'paused' = 'paused';
      const parse = createEventParser();
      const reader = body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), silence_ms);
        for (const event of parse(part.value)) {
          if (event.name === 'paused') state = 'paused';
          else if (event.name !== 'resumed') tell({ kind: 'event', event });
          else {
            state = 'live';
            tell({ kind: 'missed' });
          }
        }
        tell({ kind: state });
      }
    } catch (error) {
      if (signal.aborted) return;
      // The page says that updates are paused; the reason helps only whoever debugs it.
      console.debug('live updates', error);
    } finally {
      clearTimeout(timer);
    }
    tell({ kind: 'paused' });
    await pause(retry_ms, signal);
    retry_ms = Math.min(retry_ms * 2, longestRetry_ms);
  }
}

async function open(
  url: string,
  personId: string,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const session = await signedIn();
  if (session?.personId !== personId) throw new Error('this person is not signed in here');
  const headers = { accept: 'text/event-stream', authorization: `Bearer ${session.token}` };
  const response = await fetch(url, { signal, headers });
  if (!response.ok || !response.body) throw new Error(`stream refused: ${response.status}`);
  return response.body;
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
