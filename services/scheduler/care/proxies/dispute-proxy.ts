import { hash } from 'node:crypto';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { CallContext } from '@healthbooker/runtime/context';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { optionalId, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { announceLink, type LinkRow, linkById, linkColumns, lockBoth, noSuchLink } from './link.ts';

const sql = {
  find: statement('find-proxy-notice', `select link_id from proxy_notice where secret_sha256 = $1`),
  /** A link that was reviewed has to be reviewed again. No row when it is disputed already. */
  dispute: statement(
    'dispute-proxy',
    `update proxy p
set ended_at = coalesce(ended_at, $2), ended_by = coalesce(ended_by, patient_id), disputed_at = $2,
  reviewed_by = null, reviewed_at = null, version = version + 1, changed_xid = pg_current_xact_id()
where id = $1 and disputed_at is null
returning ${linkColumns}, proxy_state(p, $2) as state`,
  ),
};
const schema = z
  .object({ secret: z.string().max(100), linkId: optionalId })
  .refine(({ secret, linkId }) => (secret === '') !== (linkId === null), {
    path: ['secret'],
    error: 'must be given, or a link: one of the two',
  });

/**
 * The patient says "this was not me": the link ends (one that waits never opens) and is first on the list of privacy,
 * even if it was reviewed before. A repeat changes nothing. Errors: not-found for a secret of no notice, and for a link
 * that is not to the caller's record.
 */
export function disputeProxy({ pool, clock, relay }: Parts): RpcOf<ProxyServiceDefinition, 'DisputeProxy'> {
  return {
    callers: ['Patients', 'workload:patient-edge'],
    async handle(request, context) {
      const { secret, linkId } = parse(schema, request);
      const now = clock();
      const dispute = async (tx: Transaction) => {
        const known = await linkById(tx, linkId ?? (await linkOfNotice(tx, secret)), now);
        if (linkId !== null && !isPatient(known, context)) throw noSuchLink();
        await lockBoth(tx, known.patient_id, known.proxy_id);
        const [link] = await query<LinkRow>(tx, sql.dispute, [known.id, now]);
        if (link !== undefined) await announceLink(tx, link, 'disputed', context, now);
      };
      await transaction(pool, dispute, { deadline: context.deadline });
      relay.wake();
      return {};
    },
  };
}

async function linkOfNotice(tx: Transaction, secret: string): Promise<string> {
  const [notice] = await query<{ link_id: string }>(tx, sql.find, [hash('sha256', secret, 'buffer')]);
  if (notice === undefined) throw noSuchLink();
  return notice.link_id;
}

function isPatient({ patient_id }: LinkRow, { caller }: CallContext): boolean {
  return caller.kind === 'person' && caller.personId === patient_id;
}
