import type { Peers } from '@healthbooker/edge/peers';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { StaffLink } from '@healthbooker/protos/json/proxy';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { namedLink, namedLinks } from '../staff-links.ts';

const params = z.strictObject({ id: z.guid() });

/** Links to an adult's record that wait until a second person confirms them. */
export function listUnconfirmedProxies(peers: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/proxies/unconfirmed',
    callers: ['Receptionists', 'Privacy'],
    summary: 'Links that a colleague has to confirm, those that lapse first at the beginning',
    responses: { 200: z.strictObject({ links: z.array(StaffLink).max(100) }) },
    async handle({ context }) {
      const outgoing = forward(context, { idempotent: true });
      const { links } = await peers.proxies.call('ListUnconfirmedProxies', {}, outgoing);
      return { status: 200, body: { links: await namedLinks(peers, links, context) } };
    },
  });
}

export function confirmProxy(peers: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/proxies/:id/confirm',
    callers: ['Receptionists', 'Privacy'],
    summary: 'The second pair of eyes: from now on the link opens the record',
    params,
    responses: { 200: StaffLink },
    problems: [404, 409],
    async handle({ params: { id: linkId }, context }) {
      const outgoing = forward(context, { idempotent: true });
      const { link } = await peers.proxies.call('ConfirmProxy', { linkId }, outgoing);
      return { status: 200, body: await namedLink(peers, present(link, 'link'), context) };
    },
  });
}

export function listProxyReviews(peers: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/proxies/reviews',
    callers: ['Privacy'],
    summary:
      'Links that staff made or that open a record, not yet reviewed: disputed ones first, then the oldest',
    query: z.strictObject(pageQuery),
    responses: { 200: z.strictObject({ links: z.array(StaffLink), nextCursor }) },
    async handle({ query, context }) {
      const { links, nextPageToken } = await peers.proxies.call(
        'ListProxyReviews',
        pageRequest(query),
        forward(context, { idempotent: true }),
      );
      return {
        status: 200,
        body: { links: await namedLinks(peers, links, context), ...cursorJson(nextPageToken) },
      };
    },
  });
}

export function reviewProxy(peers: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/proxies/:id/review',
    callers: ['Privacy'],
    summary: 'Says that a link has been looked at; it leaves the list',
    params,
    responses: { 200: StaffLink },
    problems: [404, 409],
    async handle({ params: { id: linkId }, context }) {
      const outgoing = forward(context, { idempotent: true });
      const { link } = await peers.proxies.call('ReviewProxy', { linkId }, outgoing);
      return { status: 200, body: await namedLink(peers, present(link, 'link'), context) };
    },
  });
}
