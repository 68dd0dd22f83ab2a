import type { PolicyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/PolicyService';
import { rfc3339 } from '@healthbooker/runtime/dates';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import type { Parts } from '../parts.ts';
import { toPolicy } from './change-policy.ts';
import { readPolicy } from './policy.ts';

const list = statement(
  'list-policy-changes',
  `select version, changed_by, changed_at, differences from policy_change order by version desc limit $1`,
);
const MOST_CHANGES = 50;

type ChangeRow = {
  version: number;
  changed_by: string;
  changed_at: Date;
  differences: Record<string, readonly [number, number]>;
};

/** The policy and its latest changes: who changed which number. */
export function getPolicy({ pool }: Parts): RpcOf<PolicyServiceDefinition, 'GetPolicy'> {
  return {
    callers: ['Admins'],
    async handle() {
      const policy = await readPolicy(pool);
      const changes = await query<ChangeRow>(pool, list, [MOST_CHANGES]);
      return {
        policy: toPolicy(policy),
        version: policy.version,
        changes: changes.map(({ version, changed_by, changed_at, differences }) => ({
          version,
          changedBy: changed_by,
          changedAt: rfc3339(changed_at),
          differences: Object.entries(differences).map(([field, [before, after]]) => ({
            field,
            before,
            after,
          })),
        })),
      };
    },
  };
}
