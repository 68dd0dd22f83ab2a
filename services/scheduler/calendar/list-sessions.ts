import type { AvailabilityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AvailabilityService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { pageSize, readPage, writePage } from '../page.ts';
import { optionalDate, optionalId, optionalName, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { refuseOtherTeam } from './colleagues.ts';
import { type SessionRow, sessionColumns, toSession } from './session-rows.ts';

const list = loadSql(import.meta.url, './list-sessions.sql', { sessionColumns });

const schema = z
  .object({
    providerId: optionalId,
    locationId: optionalName,
    fromDate: optionalDate,
    pageSize: pageSize(200, 100),
    pageToken: z.string().max(200),
  })
  .refine(({ providerId, locationId }) => providerId !== null || locationId !== null, {
    path: ['providerId'],
    error: 'or a location is required',
  });

const after = z.tuple([z.int32(), z.iso.time(), z.guid()]);

/** Sessions of a provider or a location in order of the week; a provider may ask only for members of their team. */
export function listSessions({ pool, clock }: Parts): RpcOf<AvailabilityServiceDefinition, 'ListSessions'> {
  return {
    callers: ['Providers', 'Receptionists', 'Admins'],
    async handle(request, context) {
      const asked = parse(schema, request);
      await refuseOtherTeam(pool, context, asked.providerId);
      const rows = await query<SessionRow>(pool, list, [
        asked.providerId,
        asked.locationId,
        asked.fromDate ?? clock().toISOString().slice(0, 10),
        ...(readPage(after, asked.pageToken) ?? [null, null, null]),
        asked.pageSize + 1,
      ]);
      const page = rows.slice(0, asked.pageSize);
      const last = rows.length > page.length ? page.at(-1) : undefined;
      return {
        sessions: page.map(toSession),
        nextPageToken: last === undefined ? '' : writePage([last.weekday, last.starts, last.id]),
      };
    },
  };
}
