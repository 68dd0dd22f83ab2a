import type { ReferralServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ReferralService';
import { isInGroup, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { cutAt } from '../../page.ts';
import { optionalId, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { refuseUnrelated, seesRecordOf } from '../access.ts';
import { ownOrProxy, recordAccess } from '../access-log/record.ts';
import { Refusal } from '../access-log/refusal.ts';
import { type ReferralRow, referralColumns, toReferral } from './referral.ts';

const list = statement(
  'list-referrals',
  `select ${referralColumns}
from referral_view
where patient_id = $1 and (state = 'open' or not $2)
order by state <> 'open', due_date, id
limit $3`,
);
const MOST = 100;

const schema = z.object({ patientId: optionalId, openOnly: z.boolean() });

/**
 * A patient's referrals: for the patient, proxies for the record and providers who treat them. Others get the error
 * that there is no such patient.
 */
export function listReferrals({ pool, clock }: Parts): RpcOf<ReferralServiceDefinition, 'ListReferrals'> {
  return {
    callers: ['Patients', 'Providers'],
    async handle(request, context) {
      const asked = parse(schema, request);
      const { personId, capacity } = personOf(context);
      const patientId = asked.patientId ?? (capacity === 'patient' ? personId : undefined);
      if (patientId === undefined) {
        throw new ServiceError('invalid', 'Some fields are not right.', {
          fields: [{ field: 'patientId', message: 'must say whose referrals' }],
        });
      }
      const now = clock();
      const isTheirs = await seesRecordOf(pool, context, patientId, now);
      if (!isTheirs) {
        if (!isInGroup(context.caller, 'Providers')) {
          throw new Refusal('not-found', 'There is no such patient.', { patientId, what: 'referral' });
        }
        await refuseUnrelated(pool, context, patientId, now);
      }
      const why = isTheirs ? ownOrProxy(context, patientId) : 'care-relationship';
      const access = { action: 'read', what: 'referral', why } as const;
      await recordAccess(pool, context, [patientId], access, now);
      const found = await query<ReferralRow>(pool, list, [patientId, asked.openOnly, MOST + 1]);
      const { shown, isCut } = cutAt(found, MOST);
      return { referrals: shown.map(toReferral), isCut };
    },
  };
}
