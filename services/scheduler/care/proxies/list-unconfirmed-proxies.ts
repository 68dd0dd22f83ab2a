import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import type { Parts } from '../../parts.ts';
import { type LinkRow, linkColumns, toStaffLink } from './link.ts';

const list = statement(
  'list-unconfirmed-proxies',
  `select ${linkColumns}, proxy_state(p, $1) as state
from proxy p
where ended_at is null and confirmed_at is null and confirm_by > $1
order by confirm_by, id limit 100`,
);

/** Links that a colleague has to confirm, those that lapse first at the beginning; at most 100. */
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
