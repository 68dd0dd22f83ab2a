import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { type LinkRow, toStaffLink } from '../proxies/link.ts';

const list = loadSql(import.meta.url, '../sql/list-proxy-reviews.sql');
const BEGINNING = 'false 0001-01-01T00:00:00.000Z 00000000-0000-0000-0000-000000000000';

const schema = z.object({
  pageSize: z
    .int()
    .min(0)
    .max(100)
    .transform((size) => size || 50),
  /** Whether the last link was undisputed, since when it is, and its id. */
  pageToken: z
    .union([z.literal(''), z.string().regex(/^(true|false) \d{4}-\d\d-\d\dT[\d:.]{12}Z [0-9a-f-]{36}$/)], {
      error: 'must be a next page token',
    })
    .transform((token) => (token || BEGINNING).split(' ')),
});

/** Links that privacy has not reviewed: made by staff, or to a record. Disputed ones first, then the oldest. */
export function listProxyReviews({ pool, clock }: Parts): RpcOf<ProxyServiceDefinition, 'ListProxyReviews'> {
  return {
    callers: ['Privacy'],
    async handle(request) {
      const { pageSize, pageToken } = parse(schema, request);
      const rows = await query<LinkRow>(pool, list, [clock(), ...pageToken, pageSize + 1]);
      const page = rows.slice(0, pageSize);
      const last = rows.length > pageSize ? page.at(-1) : undefined;
      return {
        links: page.map(toStaffLink),
        nextPageToken:
          last === undefined ? '' : `${last.disputed_at === null} ${last.since.toISOString()} ${last.id}`,
      };
    },
  };
}
