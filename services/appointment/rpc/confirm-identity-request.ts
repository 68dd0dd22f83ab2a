import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { decide, toChange } from '../identity.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { words } from '../profile-fields.ts';

const confirmRequest = z.object({ personId: z.guid(), requestId: z.guid(), evidence: words });

/**
 * Reception has seen the evidence: the profile is changed as the patient asked.
 * @throws ServiceError invalid, and what `decide` throws
 */
export function confirmIdentityRequest(
  parts: Parts,
): RpcOf<IdentityServiceDefinition, 'ConfirmIdentityRequest'> {
  return {
    callers: ['Receptionists'],
    async handle(request, context) {
      const { evidence, ...which } = parse(confirmRequest, request);
      const change = await decide(parts, which, { kind: 'confirmed', evidence }, context);
      return { change: toChange(change, true) };
    },
  };
}
