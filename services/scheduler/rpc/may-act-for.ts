import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { actsFor } from '../access.ts';
import { recordTry } from '../access-log/tries.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const schema = z.object({
  patientId: id,
  wanted: z.enum(['', 'visit', 'visit-reason'], { error: 'must be visit, visit-reason, or left out' }),
});

/**
 * Whether the caller is the patient or their proxy; who is not, and says what they want, is put on record. Somebody who does
 * not exist is nobody's patient.
 */
export function mayActFor(parts: Parts): RpcOf<ProxyServiceDefinition, 'MayActFor'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { patientId, wanted } = parse(schema, request);
      const allowed = await actsFor(parts.pool, context, patientId);
      if (!allowed && wanted !== '') await recordTry(parts, context, { patientId, what: wanted });
      return { allowed };
    },
  };
}
