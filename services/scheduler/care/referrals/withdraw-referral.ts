import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import { personOf, refuseForOneself } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { teamOfProvider } from '../../directory/team-of-provider.ts';
import { lockPatients } from '../../locks.ts';
import { id, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { recordAccess } from '../access-log/record.ts';
import { Refusal } from '../access-log/refusal.ts';
import { findReferral, toReferral } from './referral.ts';

const withdraw = statement(
  'withdraw-referral',
  `update referral set withdrawn_at = $2 where id = $1 and withdrawn_at is null`,
);
const schema = z.object({ referralId: id });
const UNKNOWN = 'There is no such referral.';

/**
 * Withdraws an order, by the team that placed it. A repeat is no error. Errors: not-found for other teams; conflict
 * while a visit is booked with it.
 */
export function withdrawReferral({
  pool,
  clock,
}: Parts): RpcOf<ReferralServiceDefinition, 'WithdrawReferral'> {
  return {
    callers: ['Providers'],
    async handle(request, context) {
      const { referralId } = parse(schema, request);
      const takeBack = async (tx: Transaction) => {
        const found = await findReferral(tx, referralId);
        const own = await teamOfProvider(tx, personOf(context).personId);
        if (found === undefined) throw new ServiceError('not-found', UNKNOWN);
        if (own !== found.team_id) {
          throw new Refusal('not-found', UNKNOWN, { patientId: found.patient_id, what: 'referral' });
        }
        refuseForOneself(context, found.patient_id);
        // A booking that uses it has locked the patient.
        await lockPatients(tx, [found.patient_id]);
        const current = await findReferral(tx, referralId);
        if (current?.state === 'booked') {
          throw new ServiceError('conflict', 'A visit has been booked with it. Cancel that visit first.');
        }
        const now = clock();
        await query(tx, withdraw, [referralId, now]);
        const access = { action: 'write', what: 'referral', why: 'team' } as const;
        await recordAccess(tx, context, [found.patient_id], access, now);
        return findReferral(tx, referralId);
      };
      const row = await transaction(pool, takeBack, { deadline: context.deadline });
      if (row === undefined) throw new Error('a referral just withdrawn is not there');
      return { referral: toReferral(row) };
    },
  };
}
