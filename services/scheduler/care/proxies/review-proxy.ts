import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { id, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { type LinkRow, linkById, linkColumns, lockBoth, toStaffLink } from './link.ts';

const review = statement(
  'review-proxy',
  `update proxy p
set reviewed_by = $2, reviewed_at = $3, version = version + 1, changed_xid = pg_current_xact_id()
where id = $1 and reviewed_at is null
returning ${linkColumns}, proxy_state(p, $3) as state`,
);
const schema = z.object({ linkId: id });

/**
 * Privacy has reviewed a link, which leaves the list. A repeat is no error and keeps the first reviewer. Errors:
 * not-found; forbidden to whoever made or confirmed the link or is on either side of it; conflict with details.reason
 * `state` while it waits for a colleague, since it does not open anything yet.
 */
export function reviewProxy({ pool, clock }: Parts): RpcOf<ProxyServiceDefinition, 'ReviewProxy'> {
  return {
    callers: ['Privacy'],
    async handle(request, context) {
      const { linkId } = parse(schema, request);
      const { personId } = personOf(context);
      const now = clock();
      const reviewed = async (tx: Transaction): Promise<LinkRow> => {
        const { patient_id, proxy_id } = await linkById(tx, linkId, now);
        await lockBoth(tx, patient_id, proxy_id);
        const known = await linkById(tx, linkId, now);
        if ([known.granted_by, known.confirmed_by, patient_id, proxy_id].includes(personId)) {
          throw new ServiceError('forbidden', 'Somebody else than you has to review this.');
        }
        if (known.state === 'unconfirmed') {
          throw new ServiceError(
            'conflict',
            'This link waits for a colleague. Review it when that is done.',
            {
              details: { reason: 'state' },
            },
          );
        }
        const [link] = await query<LinkRow>(tx, review, [linkId, personId, now]);
        return link ?? known;
      };
      return { link: toStaffLink(await transaction(pool, reviewed, { deadline: context.deadline })) };
    },
  };
}
