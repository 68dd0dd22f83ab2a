import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { permit, recordingForbidden } from '../access.ts';
import { type EntryRow, entryColumns, toEntry } from '../chart/entry.ts';
import { isUuid } from '../chart/id.ts';
import { versionBefore } from '../chart/page-token.ts';
import { recordAccess, withReaderName } from '../chart/record-access.ts';
import type { Parts } from '../parts.ts';

const selectHistory = loadSql(import.meta.url, '../sql/select-history.sql', { entryColumns });
const page_rows = 100;
const page_octets = 1024 * 1024;

/** The versions of one entry that the reader may see, newest first, page by page. */
export function getEntryHistory(parts: Parts): RpcOf<EhrServiceDefinition, 'GetEntryHistory'> {
  return {
    callers: ['Patients', 'Providers'],
    onForbidden: recordingForbidden('entry-history', parts),
    async handle(request, context) {
      const before = versionBefore(request.pageToken);
      const permission = await permit(request.patientId, 'entry-history', context, parts);
      const reader = await withReaderName(permission, parts, context.log);
      const access = { action: 'read', what: 'entry-history' } as const;
      await recordAccess(parts.pool, reader, access, parts.clock(), context);
      const forPatient = reader.role !== 'Providers';
      const rows = isUuid(request.entryId)
        ? await query<EntryRow & { rest: boolean }>(parts.pool, selectHistory, [
            request.entryId,
            reader.patientId,
            forPatient,
            before,
            page_rows,
            page_octets,
          ])
        : [];
      const oldest = rows.at(-1);
      if (oldest === undefined && request.pageToken === '') {
        throw new ServiceError('not-found', 'There is no such entry in this chart.');
      }
      return {
        versions: rows.map((row) => toEntry(row, forPatient ? 'patient' : 'provider')).reverse(),
        nextPageToken: oldest?.rest ? String(oldest.version) : '',
        complete: oldest?.rest !== true,
      };
    },
  };
}
