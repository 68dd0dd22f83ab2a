import type { DecisionServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/DecisionService';
import { isInGroup } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { actsFor } from '../access.ts';
import { findDecision, whichDecision } from '../decisions/find.ts';
import { patientWhy } from '../decisions/patient-why.ts';
import { toDecision } from '../decisions/to-contract.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

/** Why a version came about. Patients read it in plain words, for their own visits; admins see what was looked at. */
export function getDecision({ pool }: Parts): RpcOf<DecisionServiceDefinition, 'GetDecision'> {
  return {
    callers: ['Patients', 'Admins'],
    async handle(request, context) {
      const row = await findDecision(pool, parse(whichDecision, request));
      if (isInGroup(context.caller, 'Admins')) {
        return { why: patientWhy(row), decision: await toDecision(pool, row) };
      }
      const { reservation, entry } = row.outcome;
      const patientId = reservation?.patientId ?? entry?.patientId;
      if (patientId === undefined || !(await actsFor(pool, context, patientId))) {
        throw new ServiceError('not-found', 'There is no such decision.');
      }
      return { why: patientWhy(row), decision: null };
    },
  };
}
