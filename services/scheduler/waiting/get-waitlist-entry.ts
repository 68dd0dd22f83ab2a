import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { entryFor, recordAccess, rightToEntry } from '../care/access-log/record.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type EntryRow, entryColumns, toPatientsEntry } from './entry.ts';
import { notWaiting, roleTowardsEntry } from './entry-access.ts';
import { toStaffEntry } from './staff-entry.ts';

const select = loadSql(import.meta.url, './select-entry.sql', { entryColumns });
const schema = z.object({ appointmentId: id });

/** One entry as it is. Patient and clinicians of the specialty see the patient's own words. */
export function getWaitlistEntry({
  pool,
  clock,
}: Parts): RpcOf<WaitlistServiceDefinition, 'GetWaitlistEntry'> {
  return {
    callers: ['Patients', 'Receptionists', 'Providers', 'workload:notification'],
    async handle(request, context) {
      const { appointmentId } = parse(schema, request);
      const [row] = await query<EntryRow>(pool, select, [appointmentId]);
      if (row === undefined) throw notWaiting();
      const role = await roleTowardsEntry(pool, context, row, clock());
      if (role !== 'workload') {
        const why = rightToEntry(context, role, row.patient_id);
        const access = { action: 'read', what: entryFor(role), why } as const;
        await recordAccess(pool, context, [row.patient_id], access, clock());
      }
      const isStaff = role === 'provider' || role === 'receptionist';
      return {
        entry: isStaff ? toStaffEntry(row, role, clock()) : toPatientsEntry(row, role),
      };
    },
  };
}
