import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { id, parse } from '../../parse.ts';
import type { Parts } from '../../parts.ts';
import { actingFor } from '../access.ts';
import { recordTry } from '../access-log/tries.ts';
import { scopeField, scopeName } from './link.ts';

const schema = z.object({
  patientId: id,
  scope: scopeField,
  wanted: z.enum(['', 'visit', 'visit-reason'], { error: 'must be visit, visit-reason, or left out' }),
});

/**
 * Whether the caller may act for a patient in a scope (by default the record), and how far. A refusal is recorded when
 * the request says what was wanted. For a patient who does not exist the answer is no.
 */
export function mayActFor(parts: Parts): RpcOf<ProxyServiceDefinition, 'MayActFor'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { patientId, scope, wanted } = parse(schema, request);
      const acting = await actingFor(parts.pool, context, patientId, parts.clock());
      const widest = acting === 'self' ? 'record' : acting;
      const allowed = widest === 'record' || (widest === 'bookings' && scope === 'bookings');
      if (!allowed && wanted !== '') await recordTry(parts, context, { patientId, what: wanted });
      return widest === undefined ? { allowed } : { allowed, scope: scopeName(widest) };
    },
  };
}
