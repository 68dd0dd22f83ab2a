import { Directory } from '@healthbooker/protos/json/directory';
import type { Group } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import type { Peers } from './peers.ts';

/** The one answer that is the same for everybody: rendered once and kept by browsers for a minute. */
export function directoryRoute(path: `/${string}`, callers: readonly Group[], { directory }: Peers): Route {
  return route({
    method: 'GET',
    path,
    callers,
    summary: 'Specialties, locations, visit types and providers',
    cacheControl: 'private, max-age=60',
    responses: { 200: Directory },
    async handle({ context }) {
      const { renderedJson, etag } = await directory.get(context);
      return { status: 200, body: { renderedJson }, headers: { ETag: etag } };
    },
  });
}
