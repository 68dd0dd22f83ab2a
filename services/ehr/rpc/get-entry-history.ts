import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { isUuid, permit } from '../access.ts';
import { type EntryRow, toEntry } from '../chart/entry.ts';
import { recordAccess } from '../chart/record-access.ts';
import type { Parts } from '../parts.ts';

const selectHistory = loadSql(import.meta.url, '../sql/select-history.sql');

/** Every version of one entry that the reader may see, oldest first. */
export function getEntryHistory(parts: Parts): RpcOf<EhrServiceDefinition, 'GetEntryHistory'> {
  return {
    callers: ['Patients', 'Providers'],
    async handle(request, context) {
      const permission = await permit(request.patientId, context, parts);
      await recordAccess(parts.pool, permission, 'entry-history', parts.clock(), context.trace);
      const forPatient = permission.role !== 'Providers';
      const rows = isUuid(request.entryId)
        ? await query<EntryRow>(parts.pool, selectHistory, [
            request.entryId,
            permission.patientId,
            forPatient,
          ])
        : [];
      if (rows.length === 0) throw new ServiceError('not-found', 'There is no such entry in this chart.');
      return { versions: rows.map(toEntry) };
    },
  };
}
