import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import { changedSchema } from '../../page.ts';
import { parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { type LinkRow, linkColumns, toStaffLink } from './link.ts';

/** Transactions below the snapshot's xmin have all ended, so no change with a smaller xid can appear later. */
const selectChanged = statement(
  'list-proxies-changed',
  `select ${linkColumns}, p.changed_xid, proxy_state(p, $3) as state
from proxy p
where (changed_xid, id) > ($1::xid8, $2::uuid) and changed_xid < pg_snapshot_xmin(pg_current_snapshot())
order by changed_xid, id
limit $4`,
);

/** Current links in the order in which they were last written, as ListChanged lists reservations. */
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
