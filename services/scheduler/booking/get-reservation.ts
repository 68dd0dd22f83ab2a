import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { roleTowards } from '../care/access.ts';
import { isShownReason, recordAccess, rightToVisit } from '../care/access-log/record.ts';
import {
  type ReservationRow,
  reservationColumns,
  type Status,
  statusNames,
  toReservationVersion,
} from '../history/reservation.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { shownTo } from './write-version.ts';

const sql = {
  select: loadSql(import.meta.url, './select-reservation.sql', { reservationColumns }),
  history: loadSql(import.meta.url, './list-versions.sql'),
};
const schema = z.object({ appointmentId: id });

type VersionRow = {
  version: number;
  status: Status;
  start_at: string;
  change: string;
  decided_at: Date;
  provider_name: string | null;
  location_name: string | null;
};

/**
 * One reservation as it is now, with every version. The patient, a proxy for their record and the provider see the
 * patient's reason.
 */
export function getReservation({ pool, clock }: Parts): RpcOf<SchedulerServiceDefinition, 'GetReservation'> {
  return {
    callers: [
      'Patients',
      'Receptionists',
      'Providers',
      'workload:appointment',
      'workload:ehr',
      'workload:notification',
    ],
    async handle(request, context) {
      const { appointmentId } = parse(schema, request);
      const [row] = await query<ReservationRow>(pool, sql.select, [appointmentId]);
      if (row === undefined) throw new ServiceError('not-found', 'There is no such appointment.');
      const role = await roleTowards(pool, context, row, clock());
      if (isShownReason(role)) {
        const why = rightToVisit(context, role, row.patient_id);
        const access = { action: 'read', what: 'visit-reason', why } as const;
        await recordAccess(pool, context, [row.patient_id], access, clock());
      }
      const versions = await query<VersionRow>(pool, sql.history, [appointmentId]);
      return {
        reservation: {
          ...shownTo(role, toReservationVersion(row), row),
          providerDelayMinutes: row.provider_delay_min,
          history: versions.map(({ version, status, start_at, change, decided_at, ...where }) => ({
            version,
            status: statusNames[status],
            startAt: start_at,
            changedAt: rfc3339(decided_at),
            change,
            providerName: where.provider_name ?? '',
            locationName: where.location_name ?? '',
          })),
        },
      };
    },
  };
}
