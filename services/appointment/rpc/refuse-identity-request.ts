import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { decide, toChange } from '../identity.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { words } from '../profile-fields.ts';

const refuseRequest = z.object({ personId: z.guid(), requestId: z.guid(), refusal: words });

/**
 * Reception does not make the change, and says why; the patient may ask again.
 * @throws ServiceError invalid, and what `decide` throws
 */
export function refuseIdentityRequest(
  parts: Parts,
): RpcOf<IdentityServiceDefinition, 'RefuseIdentityRequest'> {
  return {
    callers: ['Receptionists'],
    async handle(request, context) {
      const { refusal, ...which } = parse(refuseRequest, request);
      const change = await decide(parts, which, { kind: 'refused', refusal }, context);
      return { change: toChange(change, true) };
    },
  };
}
