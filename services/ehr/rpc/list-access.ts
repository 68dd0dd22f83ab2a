import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import { permit, recordingForbidden } from '../access.ts';
import type { Parts } from '../parts.ts';

const columns = 'id, at, reader_id, reader_name, role, action, what, why';
const sql = {
  all: statement(
    'select-access',
    `select ${columns}
from access
where patient_id = $1 and (at, id) < ($2::timestamptz, $3::bigint)
order by at desc, id desc
limit $4`,
  ),
  others: statement(
    'select-access-of-others',
    `select ${columns}
from access
where patient_id = $1 and why <> 'own-record' and (at, id) < ($2::timestamptz, $3::bigint)
order by at desc, id desc
limit $4`,
  ),
};
const default_page = 50;
const max_page = 100;
const beginning = { at: '9999-12-31T00:00:00Z', id: '9223372036854775807' };

type AccessRow = {
  id: string;
  at: Date;
  reader_id: string;
  reader_name: string;
  role: string;
  action: string;
  what: string;
  why: string;
};

/**
 * Who read, wrote or tried what in the data of the caller, or of somebody they act for, newest first: the chart, and what
 * the scheduler has recorded, as soon as it can be copied.
 */
export function listAccess(parts: Parts): RpcOf<EhrServiceDefinition, 'ListAccess'> {
  return {
    callers: ['Patients'],
    onForbidden: recordingForbidden('access-log', parts),
    async handle(request, context) {
      const size = checkPageSize(request.pageSize);
      const before = request.pageToken === '' ? beginning : checkPageToken(request.pageToken);
      const { patientId } = await permit(request.patientId, 'access-log', context, parts);
      await parts.follower.catchUp();
      const statement = request.othersOnly ? sql.others : sql.all;
      const rows = await query<AccessRow>(parts.pool, statement, [patientId, before.at, before.id, size + 1]);
      const page = rows.slice(0, size);
      const last = rows.length > size ? page.at(-1) : undefined;
      return {
        events: page.map(({ at, reader_id, reader_name, role, action, what, why }) => ({
          at: at.toISOString(),
          readerId: reader_id,
          readerName: reader_name,
          role,
          action,
          what,
          why,
        })),
        nextPageToken: last === undefined ? '' : `${last.at.getTime()}.${last.id}`,
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

/**
 * A page token is the time and the id of the last row shown. A token of another patient's row reveals nothing, since the
 * query reads the rows of one patient only.
 */
function checkPageToken(sent: string): { at: string; id: string } {
  const [, ms = '', id = ''] = /^(\d{1,14})\.([1-9]\d{0,17})$/.exec(sent) ?? [];
  if (id !== '') return { at: new Date(Number(ms)).toISOString(), id };
  throw new ServiceError('invalid', 'The page token is not one of ours.', {
    fields: [{ field: 'pageToken', message: 'is not a page token' }],
  });
}
