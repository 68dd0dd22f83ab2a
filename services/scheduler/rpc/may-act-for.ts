import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { actsFor } from '../access.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const schema = z.object({ patientId: id });

/** Whether the caller is the patient or their proxy. Somebody who does not exist is nobody's patient. */
export function mayActFor({ pool }: Parts): RpcOf<ProxyServiceDefinition, 'MayActFor'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      return { allowed: await actsFor(pool, context, parse(schema, request).patientId) };
    },
  };
}
