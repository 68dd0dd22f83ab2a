import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { changedSchema } from '../page.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type ReservationRow, reservationColumns, toReservationVersion } from './reservation.ts';

const selectChanged = loadSql(import.meta.url, './list-changed.sql', { reservationColumns });
/**
 * Current versions in the order in which they were written. A reservation that changes between two pages is listed
 * again later. None is missed, since only changes older than every open transaction are listed.
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
        reservations: rows.map(toReservationVersion),
        nextCursor: last === undefined ? cursor : `${last.changed_xid}.${last.appointment_id}`,
      };
    },
  };
}
