import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { permit } from '../access.ts';
import type { Parts } from '../parts.ts';

const selectAccess = loadSql(import.meta.url, '../sql/select-access.sql');
const default_page = 50;
const max_page = 100;
const beginning = '9223372036854775807';

type AccessRow = { id: string; at: Date; reader_id: string; role: string; what: string; why: string };

/** Who looked at the record of the caller, or of somebody they act for, newest first. */
export function listAccess(parts: Parts): RpcOf<EhrServiceDefinition, 'ListAccess'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { patientId } = await permit(request.patientId, context, parts);
      const size = checkPageSize(request.pageSize);
      const before = request.pageToken === '' ? beginning : checkPageToken(request.pageToken);
      const rows = await query<AccessRow>(parts.pool, selectAccess, [patientId, before, size + 1]);
      const page = rows.slice(0, size);
      return {
        events: page.map(({ at, reader_id, role, what, why }) => ({
          at: at.toISOString(),
          readerId: reader_id,
          role,
          what,
          why,
        })),
        nextPageToken: rows.length > size ? (page.at(-1)?.id ?? '') : '',
      };
    },
  };
}

function checkPageSize(sent: number): number {
  if (sent >= 0 && sent <= max_page) return sent || default_page;
  throw new ServiceError('invalid', 'The page is too large.', {
    fields: [{ field: 'pageSize', message: `must be 1 to ${max_page}` }],
  });
}

/** A page token is the id of the last row shown; ids of other patients' rows tell nothing, since the query is bound to one. */
function checkPageToken(sent: string): string {
  if (/^[1-9]\d{0,17}$/.test(sent)) return sent;
  throw new ServiceError('invalid', 'The page token is not one of ours.', {
    fields: [{ field: 'pageToken', message: 'is not a page token' }],
  });
}
