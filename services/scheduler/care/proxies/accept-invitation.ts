import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { type CallContext, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { codeHash, readCode } from './code.ts';
import { findLinks, type LinkRow, linkBoth, lockBoth, type Scope, toLink, type WantedLink } from './link.ts';

const sql = {
  find: statement(
    'find-invitation',
    `select patient_id, scope, used_at is not null as is_used from proxy_invitation where code_sha256 = $1 and expires_at > $2`,
  ),
  /** No row when somebody else used the code first, or the patient has withdrawn it. */
  use: statement(
    'use-invitation',
    `update proxy_invitation set used_at = $2 where code_sha256 = $1 and used_at is null and expires_at > $2
returning patient_id`,
  ),
};
type Invitation = { patient_id: string; scope: Scope; is_used: boolean };

const schema = z.object({ code: z.string().max(40) });

/**
 * Makes the caller a proxy of the patient who made the code. Entering it again after a lost answer finds the same link.
 * Errors: not-found for a code that is wrong, used or over, all in the same words; invalid for one's own; conflict when
 * one of the two has too many links.
 */
export function acceptInvitation({
  pool,
  clock,
  relay,
}: Parts): RpcOf<ProxyServiceDefinition, 'AcceptInvitation'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const code = readCode(parse(schema, request).code);
      if (code === undefined) throw noSuchCode();
      const wish = { hash: codeHash(code), personId: personOf(context).personId, now: clock() };
      const link = await transaction(pool, (tx) => accept(tx, wish, context), { deadline: context.deadline });
      relay.wake();
      return { link: toLink(link) };
    },
  };
}

async function accept(
  tx: Transaction,
  { hash, personId, now }: { hash: Buffer; personId: string; now: Date },
  context: CallContext,
): Promise<LinkRow> {
  const [invitation] = await query<Invitation>(tx, sql.find, [hash, now]);
  if (invitation === undefined) throw noSuchCode();
  const { patient_id: patientId, scope } = invitation;
  if (patientId === personId) {
    throw new ServiceError('invalid', 'Some fields are not right.', {
      fields: [{ field: 'code', message: 'is your own: give it to the person who shall act for you' }],
    });
  }
  await lockBoth(tx, patientId, personId);
  const used = await query(tx, sql.use, [hash, now]);
  if (used.length === 1) return linkBoth(tx, byCode(patientId, personId, scope), context, now);
  const link = (await findLinks(tx, patientId, personId, now)).find((each) => each.scope === scope);
  if (link?.state !== 'active') throw noSuchCode();
  return link;
}

/** The patient chose the scope and may end it: no evidence, no end, no second person. */
function byCode(patientId: string, proxyId: string, scope: Scope): WantedLink {
  return {
    patientId,
    proxyId,
    grantedBy: patientId,
    scope,
    evidence: '',
    reason: '',
    expiresAt: null,
    confirmBy: null,
  };
}

function noSuchCode(): ServiceError {
  return new ServiceError(
    'not-found',
    'This code does not work. It may be mistyped, used already, or older than seven days.',
  );
}
