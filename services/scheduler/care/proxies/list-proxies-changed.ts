import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { changedSchema } from '../../page.ts';
import { parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { type LinkRow, toStaffLink } from './link.ts';

const selectChanged = loadSql(import.meta.url, './list-proxies-changed.sql');

/** Links as they are, in the order in which they were last written, as ListChanged lists reservations. */
export function listProxiesChanged({
  pool,
  clock,
}: Parts): RpcOf<ProxyServiceDefinition, 'ListProxiesChanged'> {
  return {
    callers: ['workload:notification'],
    async handle(request) {
      const { cursor, pageSize } = parse(changedSchema, request);
      const [xid, linkId] = cursor.split('.');
      const rows = await query<LinkRow & { changed_xid: string }>(pool, selectChanged, [
        xid,
        linkId,
        clock(),
        pageSize,
      ]);
      const last = rows.at(-1);
      return {
        links: rows.map(toStaffLink),
        nextCursor: last === undefined ? cursor : `${last.changed_xid}.${last.id}`,
      };
    },
  };
}
