import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import { instantText } from '@healthbooker/runtime/dates';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { recordAccess } from '../care/access-log/record.ts';
import { pageSize, readPage, writePage } from '../page.ts';
import { optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type LeaveVisitRow, toLeaveVisit } from './leave-visit.ts';

const list = loadSql(import.meta.url, './list-leave-visits.sql');

const schema = z.object({
  leaveId: optionalId,
  pageSize: pageSize(100, 50),
  pageToken: z.string().max(200),
});
const after = z.tuple([instantText, z.guid()]);

/** Visits that staff have to settle, the soonest first; or every visit of one leave. */
export function listWorklist({ pool, clock }: Parts): RpcOf<LeaveServiceDefinition, 'ListWorklist'> {
  return {
    callers: ['Receptionists', 'Admins'],
    async handle(request, context) {
      const asked = parse(schema, request);
      const rows = await query<LeaveVisitRow>(pool, list, [
        asked.leaveId,
        ...(readPage(after, asked.pageToken) ?? [null, null]),
        null,
        asked.pageSize + 1,
      ]);
      const page = rows.slice(0, asked.pageSize);
      const access = { action: 'read', what: 'urgency', why: 'office' } as const;
      const patientIds = page.map(({ patient_id }) => patient_id);
      await recordAccess(pool, context, patientIds, access, clock());
      const last = rows.length > page.length ? page.at(-1) : undefined;
      const nextPageToken =
        last === undefined ? '' : writePage([last.start_at.toISOString(), last.appointment_id]);
      return { visits: page.map(toLeaveVisit), nextPageToken };
    },
  };
}
