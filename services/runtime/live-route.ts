import type { z } from 'zod';
import { type CallContext, type Group, personOf } from './context.ts';
import type { LiveHub } from './live.ts';
import { media, type Route, route } from './route.ts';

/**
 * Whose events a stream may carry instead of the caller's: `find` names the person, or refuses; it is asked again while
 * the stream is open.
 */
export type Followed<Q extends z.ZodObject> = {
  query: Q;
  find(query: z.output<Q>, context: CallContext): Promise<string>;
};

/**
 * A GET route that streams live events until the caller's token expires: the caller's own, unless `followed` says whose;
 * as a patient those about one's own care, as staff those about one's work, never both.
 */
export function liveRoute<Q extends z.ZodObject>(
  path: `/${string}`,
  callers: readonly Group[],
  hub: LiveHub,
  followed?: Followed<Q>,
): Route {
  return route({
    method: 'GET',
    path,
    callers,
    summary: 'Changes as they happen, as server-sent events; `paused` means to ask instead',
    deadlineMs: 'none',
    ...(followed === undefined ? {} : { query: followed.query, problems: [404] }),
    responses: { 200: media('text/event-stream; charset=utf-8', 'A stream of events') },
    async handle({ query, context }) {
      const ask = followed && (() => followed.find(query as z.output<Q>, context));
      const personId = (await ask?.()) ?? personOf(context).personId;
      const { capacity } = personOf(context);
      const stream = hub.open(`${capacity}:${personId}`, expiryOf(context.token ?? ''), ask);
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
