import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { id, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import {
  announceLink,
  endNarrower,
  type LinkRow,
  linkById,
  linkColumns,
  lockBoth,
  toStaffLink,
} from './link.ts';

/** No row when it does not wait for a confirmation any more. */
const confirm = statement(
  'confirm-proxy',
  `update proxy p
set confirmed_by = $2, confirmed_at = $3, version = version + 1, changed_xid = pg_current_xact_id()
where id = $1 and proxy_state(p, $3) = 'unconfirmed'
returning ${linkColumns}, proxy_state(p, $3) as state`,
);
const schema = z.object({ linkId: id });

/**
 * A second person confirms a link, which opens the record from then on. A repeat by the same caller is no error.
 * Errors: not-found; forbidden to whoever made the link or is on either side of it; conflict with details.reason
 * `state` when it does not wait for a confirmation any more.
 */
export function confirmProxy({ pool, clock, relay }: Parts): RpcOf<ProxyServiceDefinition, 'ConfirmProxy'> {
  return {
    callers: ['Receptionists', 'Privacy'],
    async handle(request, context) {
      const { linkId } = parse(schema, request);
      const { personId } = personOf(context);
      const now = clock();
      const confirmed = async (tx: Transaction): Promise<LinkRow> => {
        const { patient_id, proxy_id } = await linkById(tx, linkId, now);
        await lockBoth(tx, patient_id, proxy_id);
        const known = await linkById(tx, linkId, now);
        if ([known.granted_by, patient_id, proxy_id].includes(personId)) {
          throw new ServiceError('forbidden', 'Somebody else than you has to confirm this.');
        }
        if (known.confirmed_by === personId && known.state === 'active') return known;
        const [link] = await query<LinkRow>(tx, confirm, [linkId, personId, now]);
        if (link === undefined) throw notWaiting(known);
        await announceLink(tx, link, link.state === 'active' ? 'opened' : 'ended', context, now);
        if (link.state === 'active') await endNarrower(tx, link, personId, context, now);
        return link;
      };
      const link = await transaction(pool, confirmed, { deadline: context.deadline });
      relay.wake();
      return { link: toStaffLink(link) };
    },
  };
}

function notWaiting({ state }: LinkRow): ServiceError {
  const why = {
    unconfirmed: 'This link has changed in the meantime. Look at it again.',
    active: 'This link works already.',
    lapsed: 'Nobody confirmed this link in time. Make it again if it is needed.',
    expired: 'The time of this link is over.',
    ended: 'This link has been ended.',
  }[state];
  return new ServiceError('conflict', why, { details: { reason: 'state' } });
}
