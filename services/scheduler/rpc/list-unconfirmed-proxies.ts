import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import type { Parts } from '../parts.ts';
import { type LinkRow, toStaffLink } from '../proxies/link.ts';

const list = loadSql(import.meta.url, '../sql/list-unconfirmed-proxies.sql');

/** Links that wait for a colleague of whoever made them, those that lapse first at the beginning; at most 100. */
export function listUnconfirmedProxies({
  pool,
  clock,
}: Parts): RpcOf<ProxyServiceDefinition, 'ListUnconfirmedProxies'> {
  return {
    callers: ['Receptionists', 'Privacy'],
    async handle() {
      const rows = await query<LinkRow>(pool, list, [clock()]);
      return { links: rows.map(toStaffLink) };
    },
  };
}
