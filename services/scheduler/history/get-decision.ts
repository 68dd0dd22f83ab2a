import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import { isInGroup } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { seesRecordOf } from '../care/access.ts';
import { ownOrProxy, recordAccess } from '../care/access-log/record.ts';
import { Refusal } from '../care/access-log/refusal.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { patientOf } from './decision-row.ts';
import { findDecision, whichDecision } from './find-decision.ts';
import { patientWhy } from './patient-why.ts';
import { toDecision } from './to-contract.ts';

const UNKNOWN = 'There is no such decision.';

/**
 * Why a version came about. Patients read it in plain words, for their own visits. It tells how urgent a visit is, so a
 * proxy for bookings only may not read it. Admins see the stored rows.
 */
export function getDecision({ pool, clock }: Parts): RpcOf<DecisionServiceDefinition, 'GetDecision'> {
  return {
    callers: ['Patients', 'Admins'],
    async handle(request, context) {
      const row = await findDecision(pool, parse(whichDecision, request));
      const patientId = patientOf(row);
      if (isInGroup(context.caller, 'Admins')) {
        const access = { action: 'read', what: 'decision', why: 'office' } as const;
        await recordAccess(pool, context, patientId === undefined ? [] : [patientId], access, clock());
        return { why: patientWhy(row), decision: await toDecision(pool, row) };
      }
      if (patientId === undefined) throw new ServiceError('not-found', UNKNOWN);
      if (!(await seesRecordOf(pool, context, patientId, clock()))) {
        throw new Refusal('not-found', UNKNOWN, { patientId, what: 'decision' });
      }
      const access = { action: 'read', what: 'decision', why: ownOrProxy(context, patientId) } as const;
      await recordAccess(pool, context, [patientId], access, clock());
      return { why: patientWhy(row), decision: null };
    },
  };
}
