import type { AccessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import { changedSchema } from '../../page.ts';
import { parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { accessColumns } from './record.ts';

const sql = {
  /** Transactions below the snapshot's xmin have all ended, so no row with a smaller xid can appear later. */
  list: statement(
    'list-access',
    `select id, xid, ${accessColumns}
from access
where (xid, id) > ($1::xid8, $2::uuid) and xid < pg_snapshot_xmin(pg_current_snapshot())
order by xid, id
limit $3`,
  ),
  /** When the oldest row was written that `list` does not have yet; null when there is none. */
  notListed: statement(
    'access-not-listed',
    `select min(at) as since from access where xid >= pg_snapshot_xmin(pg_current_snapshot())`,
  ),
};

type Row = {
  id: string;
  xid: string;
  at: Date;
  patient_id: string;
  reader_id: string;
  reader_name: string;
  role: string;
  action: string;
  what: string;
  why: string;
  trace_id: string;
};

/** Rows of who read, wrote or tried what, in the order in which their transactions began, so that none is missed. */
export function listAccess({ pool }: Parts): RpcOf<AccessServiceDefinition, 'ListAccess'> {
  return {
    callers: ['workload:ehr'],
    async handle(request) {
      const { cursor, pageSize } = parse(changedSchema, request);
      const [xid, rowId] = cursor.split('.');
      // Read before the list, so that rows committed in between are in the list.
      const [notListed] = await query<{ since: Date | null }>(pool, sql.notListed);
      const rows = await query<Row>(pool, sql.list, [xid, rowId, pageSize]);
      const last = rows.at(-1);
      return {
        rows: rows.map((row) => ({
          id: row.id,
          at: row.at.toISOString(),
          patientId: row.patient_id,
          readerId: row.reader_id,
          readerName: row.reader_name,
          role: row.role,
          action: row.action,
          what: row.what,
          why: row.why,
          traceId: row.trace_id,
        })),
        nextCursor: last === undefined ? cursor : `${last.xid}.${last.id}`,
        waitingSinceAt: notListed?.since?.toISOString() ?? '',
      };
    },
  };
}
