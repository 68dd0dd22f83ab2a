import type { Group } from './context.ts';
import { personOf } from './context.ts';
import type { LiveHub } from './live.ts';
import { media, type Route, route } from './route.ts';

/** A GET route that streams the caller's own live events until their token expires. */
export function liveRoute(path: `/${string}`, callers: readonly Group[], hub: LiveHub): Route {
  return route({
    method: 'GET',
    path,
    callers,
    summary: 'Changes as they happen, as server-sent events; `paused` means to ask instead',
    deadlineMs: 'none',
    responses: { 200: media('text/event-stream; charset=utf-8', 'A stream of events') },
    async handle({ context }) {
      const stream = hub.open(personOf(context).personId, expiryOf(context.token ?? ''));
      // For nginx and its like, which otherwise collect a stream before passing it on.
      return { status: 200, body: stream, headers: { 'X-Accel-Buffering': 'no' } };
    },
  });
}

/** When a token that has been verified ends, in epoch milliseconds. */
function expiryOf(verifiedToken: string): number {
  const payload: { exp: number } = JSON.parse(
    Buffer.from(verifiedToken.split('.')[1] ?? '', 'base64url').toString('utf8'),
  );
  return payload.exp * 1000;
}
