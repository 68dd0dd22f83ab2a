import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { isInGroup } from '@healthbooker/runtime/context';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { optionalId, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { type LinkRow, linkColumns, toLink, toStaffLink } from './link.ts';

const sql = {
  /** For whom the proxy $1 acts at $2. */
  actsFor: statement(
    'list-acts-for',
    `select ${linkColumns}, proxy_state(p, $2) as state
from proxy p
where proxy_id = $1 and ended_at is null and proxy_state(p, $2) = 'active'
order by since, id limit 40`,
  ),
  /** Who acts for the patient $1 at $2, or will when a colleague has confirmed it. */
  proxies: statement(
    'list-proxies',
    `select ${linkColumns}, proxy_state(p, $2) as state
from proxy p
where patient_id = $1 and ended_at is null and proxy_state(p, $2) in ('active', 'unconfirmed')
order by since, id limit 40`,
  ),
  invitations: loadSql(import.meta.url, './open-invitations.sql'),
};
const schema = z.object({ personId: optionalId });

/**
 * Whom a person acts for and who acts for them, at most 20 each, and links to their record that wait for a colleague.
 * Patients see their own; for others they get the error that there is no such person.
 */
export function listProxies({ pool, clock }: Parts): RpcOf<ProxyServiceDefinition, 'ListProxies'> {
  return {
    callers: ['Patients', 'Receptionists', 'workload:notification'],
    async handle(request, { caller }) {
      const own = caller.kind === 'person' && caller.capacity === 'patient' ? caller.personId : null;
      const personId = parse(schema, request).personId ?? own;
      const mayAsk = personId === own || caller.kind === 'workload' || isInGroup(caller, 'Receptionists');
      if (personId === null || !mayAsk) throw new ServiceError('not-found', 'There is no such person.');
      const now = clock();
      const actsFor = await query<LinkRow>(pool, sql.actsFor, [personId, now]);
      const proxies = await query<LinkRow>(pool, sql.proxies, [personId, now]);
      const open = await query<{ expires_at: Date }>(pool, sql.invitations, [personId, now]);
      const shown = isInGroup(caller, 'Receptionists') || isInGroup(caller, 'Privacy') ? toStaffLink : toLink;
      return {
        actsFor: actsFor.map(shown),
        proxies: proxies.filter(({ state }) => state === 'active').map(shown),
        unconfirmed: proxies.filter(({ state }) => state === 'unconfirmed').map(shown),
        openInvitationsExpireAt: open.map(({ expires_at }) => rfc3339(expires_at)),
      };
    },
  };
}
