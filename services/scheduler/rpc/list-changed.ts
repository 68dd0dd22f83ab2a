import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { type ReservationRow, toEventReservation } from '../booking/rows.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const selectChanged = loadSql(import.meta.url, '../sql/list-changed.sql');
const BEGINNING = '0.00000000-0000-0000-0000-000000000000';

/** A place in a list of changes, and how much of it to read. */
export const changedSchema = z.object({
  /** Transaction and appointment of the last change seen. */
  cursor: z
    .union([z.literal(''), z.string().regex(/^\d{1,19}\.[0-9a-f-]{36}$/)], { error: 'must be a next_cursor' })
    .transform((cursor) => cursor || BEGINNING),
  pageSize: z
    .int()
    .min(0)
    .max(500)
    .transform((size) => size || 200),
});

/**
 * Current versions in the order in which they were written. A reservation that changes while somebody pages is listed
 * again further on; none is passed over, since only changes older than every open transaction are listed.
 */
export function listChanged(parts: Parts): RpcOf<SchedulerServiceDefinition, 'ListChanged'> {
  return {
    callers: ['workload:appointment', 'workload:ehr', 'workload:notification'],
    async handle(request) {
      const { cursor, pageSize } = parse(changedSchema, request);
      const [xid, appointmentId] = cursor.split('.');
      const rows = await query<ReservationRow>(parts.pool, selectChanged, [xid, appointmentId, pageSize]);
      const last = rows.at(-1);
      return {
        reservations: rows.map(toEventReservation),
        nextCursor: last === undefined ? cursor : `${last.changed_xid}.${last.appointment_id}`,
      };
    },
  };
}
