import { visitModes } from '@healthbooker/protos/json/mode';
import { cursorJson, nextCursor, pageQuery, pageRequest } from '@healthbooker/protos/json/page';
import { Instant, Slot, slotJson } from '@healthbooker/protos/json/slot';
import { forward, type Group } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import type { Peers } from './peers.ts';

const id = z.string().min(1).max(64);

/** Free slots of a specialty, page by page. */
export function slotsRoute(path: `/${string}`, callers: readonly Group[], { scheduler }: Peers): Route {
  return route({
    method: 'GET',
    path,
    callers,
    summary: 'Free slots in order of time',
    query: z.strictObject({
      specialtyId: id,
      visitTypeId: id.exactOptional(),
      providerId: z.guid().exactOptional(),
      locationId: id.exactOptional(),
      mode: visitModes.schema.exactOptional(),
      regionId: id
        .exactOptional()
        .describe('Where the patient can go; else where their profile or latest visit says'),
      patientId: z.guid().exactOptional().describe('For whom; the caller, if a patient leaves it out'),
      from: Instant.exactOptional(),
      to: Instant.exactOptional(),
      ...pageQuery,
    }),
    responses: { 200: z.strictObject({ slots: z.array(Slot), nextCursor }) },
    async handle({ query, context }) {
      const { from: fromAt = '', to: toAt = '', limit: _limit, cursor: _cursor, ...rest } = query;
      const { mode, regionId, ...wanted } = rest;
      const { slots, nextPageToken } = await scheduler.call(
        'SearchSlots',
        {
          ...wanted,
          ...pageRequest(query),
          fromAt,
          toAt,
          ...(mode === undefined ? {} : { mode: visitModes.toName(mode) }),
          regionIds: regionId === undefined ? [] : [regionId],
        },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { slots: slots.map(slotJson), ...cursorJson(nextPageToken) } };
    },
  });
}
