import type { z } from 'zod';
import { type CallContext, type Group, personOf } from './context.ts';
import { ServiceError } from './errors.ts';
import type { LiveHub } from './live.ts';
import type { Right } from './recheck.ts';
import { media, type Route, route } from './route.ts';

/** The person whose events a stream carries, and the types that it leaves out. */
export type Whose = { personId: string; without: readonly string[] };

/**
 * Whose events a stream may carry instead of the caller's: `find` names the person, or refuses; it is asked again and
 * again while the stream is open, and takes 2 s at most.
 */
export type Followed<Q extends z.ZodObject> = {
  query: Q;
  find(query: z.output<Q>, context: CallContext): Promise<Whose>;
};

/**
 * Rejects when the caller's account is signed out everywhere, disabled, deleted, or in none of the groups of
 * `callers`. The token may still say otherwise. Takes 2 s at most.
 */
export type Standing = (context: CallContext, callers: readonly Group[]) => Promise<void>;

/**
 * A GET route that streams live events until the caller's token expires or what it stands on is over: the caller's
 * own, unless `followed` says whose; as a patient those about one's own care, as staff those about one's work, never both.
 */
export function liveRoute<Q extends z.ZodObject>(
  path: `/${string}`,
  callers: readonly Group[],
  hub: LiveHub,
  standing: Standing,
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
      const { personId: callerId, capacity } = personOf(context);
      const { personId, without } = (await ask?.()) ?? { personId: callerId, without: [] };
      const token = context.token ?? '';
      const rights: Right[] = [{ of: 'account', key: token, ask: () => standing(context, callers) }];
      if (ask && personId !== callerId) {
        const key = [callerId, personId, ...without].join(' ');
        rights.push({ of: 'link', key, ask: () => stillAsFar(ask, without) });
      }
      const stream = hub.open(`${capacity}:${personId}`, expiryOf(token), rights, without);
      // Proxies like nginx otherwise buffer a stream.
      return { status: 200, body: stream, headers: { 'X-Accel-Buffering': 'no' } };
    },
  });
}

/** Rejects when the caller may see less than when the stream began. If they may see more, the next stream has it. */
async function stillAsFar(ask: () => Promise<Whose>, without: Whose['without']): Promise<void> {
  const now = await ask();
  if (now.without.every((type) => without.includes(type))) return;
  throw new ServiceError('not-found', 'Less is open to you than it was.');
}

/** When a token that has been verified ends, in epoch milliseconds. */
function expiryOf(verifiedToken: string): number {
  const payload: { exp: number } = JSON.parse(
    Buffer.from(verifiedToken.split('.')[1] ?? '', 'base64url').toString('utf8'),
  );
  return payload.exp * 1000;
}
