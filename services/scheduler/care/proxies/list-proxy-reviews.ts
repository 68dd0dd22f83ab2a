import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { instantText } from '@healthbooker/runtime/dates';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { readPage, writePage } from '../../page.ts';
import { id, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { type LinkRow, linkColumns, toStaffLink } from './link.ts';

const list = loadSql(import.meta.url, './list-proxy-reviews.sql', { linkColumns });
/** Whether the last link was undisputed, since when it is, and its id. */
const after = z.tuple([z.enum(['true', 'false']), instantText, id]);
const beginning = ['false', '1900-01-01T00:00:00Z', '00000000-0000-0000-0000-000000000000'] as const;

const schema = z.object({
  pageSize: z
    .int()
    .min(0)
    .max(100)
    .transform((size) => size || 50),
  pageToken: z.string().max(200),
});

/** Links that privacy has not reviewed: made by staff, or to a record. Disputed ones first, then the oldest. */
export function listProxyReviews({ pool, clock }: Parts): RpcOf<ProxyServiceDefinition, 'ListProxyReviews'> {
  return {
    callers: ['Privacy'],
    async handle(request) {
      const { pageSize, pageToken } = parse(schema, request);
      const place = readPage(after, pageToken) ?? beginning;
      const rows = await query<LinkRow>(pool, list, [clock(), ...place, pageSize + 1]);
      const page = rows.slice(0, pageSize);
      const last = rows.length > pageSize ? page.at(-1) : undefined;
      return {
        links: page.map(toStaffLink),
        nextPageToken:
          last === undefined
            ? ''
            : writePage([`${last.disputed_at === null}`, last.since.toISOString(), last.id]),
      };
    },
  };
}
