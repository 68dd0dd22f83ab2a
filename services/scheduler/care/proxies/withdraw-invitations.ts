import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { personOf } from '@healthbooker/runtime/context';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import type { Parts } from '../../parts.ts';

const withdraw = statement(
  'withdraw-invitations',
  `delete from proxy_invitation where patient_id = $1 and used_at is null`,
);

/** Withdraws the caller's codes that nobody has entered. */
export function withdrawInvitations({ pool }: Parts): RpcOf<ProxyServiceDefinition, 'WithdrawInvitations'> {
  return {
    callers: ['Patients'],
    async handle(_request, context) {
      await query(pool, withdraw, [personOf(context).personId]);
      return {};
    },
  };
}
