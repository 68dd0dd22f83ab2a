import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { permit, recordingForbidden } from '../access.ts';
import { kindName, kindsAsked } from '../chart/entry.ts';
import { placeOf } from '../chart/page-token.ts';
import { readPage } from '../chart/read-page.ts';
import { type Reader, recordAccess, type What, withReaderName } from '../chart/record-access.ts';
import type { Parts } from '../parts.ts';

const listDrafts = loadSql(import.meta.url, '../sql/list-drafts.sql');
const max_page = 100;

/** A page of the chart that the reader may see. The access row is committed first, also when the page is in the cache. */
export function getChart(parts: Parts): RpcOf<EhrServiceDefinition, 'GetChart'> {
  return {
    callers: ['Patients', 'Providers'],
    onForbidden: recordingForbidden('chart', parts),
    async handle(request, context) {
      const kinds = kindsAsked(request.kind);
      const size = checkPageSize(request.pageSize);
      const what = whatOf(request.pageToken, kinds);
      const reader = await withReaderName(
        await permit(request.patientId, what, context, parts),
        parts,
        context.log,
      );
      const { patientId, role } = reader;
      const now = parts.clock();
      const access = { action: 'read', what } as const;
      const newestVersion = await recordAccess(parts.pool, reader, access, now, context);
      const audience = role === 'Providers' ? 'provider' : 'patient';
      const place = placeOf(request.pageToken, newestVersion);
      const isOpening = what === 'chart' && size === max_page;
      const page = await readPage({ patientId, audience, place, kinds, size, isOpening }, parts);
      const { entries, nextPageToken, lastingComplete, unfinished } = page;
      return {
        entries,
        chartVersion: place.chartVersion,
        readAt: now.toISOString(),
        nextPageToken,
        complete: nextPageToken === '',
        lastingComplete,
        unfinished: unfinished.map(kindName),
        newestVersion,
        drafts: audience === 'provider' && what === 'chart' ? await draftsOf(reader, parts) : [],
      };
    },
  };
}

async function draftsOf({ readerId, patientId }: Reader, { pool }: Pick<Parts, 'pool'>) {
  const rows = await query<{ form: string; saved_at: Date }>(pool, listDrafts, [readerId, patientId]);
  return rows.map(({ form, saved_at }) => ({ form, savedAt: saved_at.toISOString() }));
}

/** What the access row says: `chart` for the first page, `chart-page` for later ones, with the kind if one was asked for. */
function whatOf(pageToken: string, kinds: readonly string[]): What {
  const [kind, ...others] = kinds;
  if (kind !== undefined && others.length === 0) return `chart-page-${kind}`;
  return pageToken === '' ? 'chart' : 'chart-page';
}

function checkPageSize(sent: number): number {
  if (sent >= 0 && sent <= max_page) return sent || max_page;
  throw new ServiceError('invalid', 'The page is too large.', {
    fields: [{ field: 'pageSize', message: `must be 1 to ${max_page}` }],
  });
}
