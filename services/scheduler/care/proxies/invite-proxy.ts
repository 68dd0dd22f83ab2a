import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { personOf } from '@healthbooker/runtime/context';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { lockPatients } from '../../locks.ts';
import { parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { codeHash, newCode } from './code.ts';
import { scopeField } from './link.ts';

const sql = {
  /**
   * Codes that cannot be entered any more; a used one stays a while, so that entering it again after a lost answer
   * works.
   */
  prune: statement(
    'prune-invitations',
    `delete from proxy_invitation where patient_id = $1 and expires_at <= $2`,
  ),
  open: loadSql(import.meta.url, './open-invitations.sql'),
  insert: statement(
    'insert-invitation',
    `insert into proxy_invitation(code_sha256, patient_id, scope, expires_at) values ($1, $2, $3, $4)`,
  ),
};
const schema = z.object({ scope: scopeField });
const VALID_MS = 7 * 86_400_000;
const MOST_OPEN = 5;

/**
 * Makes a code: the person who enters it becomes the caller's proxy, in the scope that the caller chose. A code whose
 * answer was lost expires unused. Errors: conflict when five codes are open.
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
        await lockPatients(tx, [personId]);
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
