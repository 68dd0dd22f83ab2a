import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { instantText } from '@healthbooker/runtime/dates';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { pageSize, readPage, writePage } from '../page.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type DisruptionRow, toDisruption } from './disruption-rows.ts';

const list = loadSql(import.meta.url, './list-disruptions.sql');

const schema = z.object({
  onlyOpen: z.boolean(),
  pageSize: pageSize(100, 50),
  pageToken: z.string().max(200),
});
const after = z.tuple([instantText, z.guid()]);

/** Changes that hit booked visits, newest first, with the number of visits in each state. */
export function listDisruptions({ pool }: Parts): RpcOf<LeaveServiceDefinition, 'ListDisruptions'> {
  return {
    callers: ['Receptionists', 'Admins'],
    async handle(request) {
      const asked = parse(schema, request);
      const rows = await query<DisruptionRow>(pool, list, [
        asked.onlyOpen,
        ...(readPage(after, asked.pageToken) ?? [null, null]),
        asked.pageSize + 1,
      ]);
      const page = rows.slice(0, asked.pageSize);
      const last = rows.length > page.length ? page.at(-1) : undefined;
      return {
        disruptions: page.map(toDisruption),
        nextPageToken: last === undefined ? '' : writePage([last.created_at.toISOString(), last.id]),
      };
    },
  };
}
