import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { treats } from './access.ts';

const schema = z.object({ patientId: id });

/** Whether somebody of the caller's team has a visit of the patient: not cancelled, from 12 months back on. */
export function hasCareRelationship({
  pool,
  clock,
}: Parts): RpcOf<SchedulerServiceDefinition, 'HasCareRelationship'> {
  return {
    callers: ['Providers'],
    async handle(request, context) {
      const { patientId } = parse(schema, request);
      return treats(pool, context, patientId, clock());
    },
  };
}
