import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import type { Parts } from '../../parts.ts';
import { type LinkRow, toStaffLink } from './link.ts';

const list = statement(
  'list-unconfirmed-proxies',
  `select p.id, p.patient_id, p.proxy_id, p.since, p.scope, p.evidence, p.reason, p.granted_by, p.expires_at, p.confirm_by,
  p.confirmed_by, p.confirmed_at, p.ended_by, p.ended_at, p.disputed_at, p.reviewed_by, p.reviewed_at, p.version, proxy_state(p, $1) as state
from proxy p
where ended_at is null and confirmed_at is null and confirm_by > $1
order by confirm_by, id limit 100`,
);

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
