import type { Peers } from '@healthbooker/edge/peers';
import { Directory } from '@healthbooker/protos/json/directory';
import { type Route, route } from '@healthbooker/runtime/route';

/** The one answer that is the same for everybody: rendered once and kept by browsers for a minute. */
export function getDirectory({ directory }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/directory',
    callers: ['Patients'],
    summary: 'Specialties, locations, visit types and providers',
    cacheControl: 'private, max-age=60',
    responses: { 200: Directory },
    async handle({ context }) {
      const { renderedJson, etag } = await directory.get(context);
      return { status: 200, body: { renderedJson }, headers: { ETag: etag } };
    },
  });
}
