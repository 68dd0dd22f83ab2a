import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { lockPatient } from '../booking/hold.ts';
import { rfc3339 } from '../booking/rows.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { codeHash, newCode } from '../proxies/code.ts';
import { scopeField } from '../proxies/link.ts';

const sql = {
  prune: loadSql(import.meta.url, '../sql/prune-invitations.sql'),
  open: loadSql(import.meta.url, '../sql/open-invitations.sql'),
  insert: loadSql(import.meta.url, '../sql/insert-invitation.sql'),
};
const schema = z.object({ scope: scopeField });
const VALID_MS = 7 * 86_400_000;
const MOST_OPEN = 5;

/**
 * A code that makes whoever enters it the caller's proxy, in the scope that the caller chose. A code whose answer was lost runs out unused.
 * Errors: conflict when five codes are open.
 */
export function inviteProxy({ pool, clock }: Parts): RpcOf<ProxyServiceDefinition, 'InviteProxy'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const scope = parse(schema, request).scope ?? 'record';
      const { personId } = personOf(context);
      const now = clock();
      const expiresAt = new Date(now.getTime() + VALID_MS);
      const code = newCode();
      const invite = async (tx: Transaction) => {
        await lockPatient(tx, personId);
        await query(tx, sql.prune, [personId, now]);
        const open = await query(tx, sql.open, [personId, now]);
        if (open.length >= MOST_OPEN) {
          throw new ServiceError(
            'conflict',
            `${MOST_OPEN} of your codes have not been used yet. Take them back before you make another.`,
          );
        }
        await query(tx, sql.insert, [codeHash(code), personId, scope, expiresAt]);
      };
      await transaction(pool, invite, { deadline: context.deadline });
      return { code, expiresAt: rfc3339(expiresAt) };
    },
  };
}
