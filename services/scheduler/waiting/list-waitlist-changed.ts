import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { changedSchema } from '../page.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type EntryRow, entryColumns, toEntryVersion } from './entry.ts';

const selectChanged = loadSql(import.meta.url, './list-entries-changed.sql', { entryColumns });

/** Current versions of entries in the order in which they were written, as ListChanged lists reservations. */
export function listWaitlistChanged(parts: Parts): RpcOf<WaitlistServiceDefinition, 'ListWaitlistChanged'> {
  return {
    callers: ['workload:notification'],
    async handle(request) {
      const { cursor, pageSize } = parse(changedSchema, request);
      const [xid, appointmentId] = cursor.split('.');
      const rows = await query<EntryRow>(parts.pool, selectChanged, [xid, appointmentId, pageSize]);
      const last = rows.at(-1);
      return {
        entries: rows.map(toEntryVersion),
        nextCursor: last === undefined ? cursor : `${last.changed_xid}.${last.appointment_id}`,
      };
    },
  };
}
