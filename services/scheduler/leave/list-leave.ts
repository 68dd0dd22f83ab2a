import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { instantText } from '@healthbooker/runtime/dates';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { refuseOtherTeam } from '../calendar/colleagues.ts';
import { pageSize, readPage, writePage } from '../page.ts';
import { optionalDate, optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type LeaveRow, toLeave } from './leave-visit.ts';

const list = loadSql(import.meta.url, './list-leave.sql');

const schema = z.object({
  providerId: optionalId,
  fromDate: optionalDate,
  includeEnded: z.boolean(),
  pageSize: pageSize(100, 50),
  pageToken: z.string().max(200),
});
const after = z.tuple([instantText, z.guid()]);

/**
 * Leave in order of time, with the number of its visits in each state. A provider may name only members of their team.
 */
export function listLeave({ pool, clock }: Parts): RpcOf<LeaveServiceDefinition, 'ListLeave'> {
  return {
    callers: ['Providers', 'Receptionists', 'Admins'],
    async handle(request, context) {
      const asked = parse(schema, request);
      await refuseOtherTeam(pool, context, asked.providerId);
      const rows = await query<LeaveRow>(pool, list, [
        asked.providerId,
        asked.fromDate === null ? clock() : new Date(asked.fromDate),
        asked.includeEnded,
        null,
        ...(readPage(after, asked.pageToken) ?? [null, null]),
        asked.pageSize + 1,
      ]);
      const page = rows.slice(0, asked.pageSize);
      const last = rows.length > page.length ? page.at(-1) : undefined;
      return {
        leave: page.map(toLeave),
        nextPageToken: last === undefined ? '' : writePage([last.from_at.toISOString(), last.id]),
      };
    },
  };
}
