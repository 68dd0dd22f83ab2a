import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import { personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { listDecided } from '../tables/account-change.ts';
import { changeProfile, findProfile } from '../tables/profile.ts';

const withdrawRequest = z.object({ requestId: z.guid() });

/**
 * A patient withdraws their request. A request that is already withdrawn is no error; a decided one is a conflict.
 * @throws ServiceError invalid, not-found, conflict, unavailable
 */
export function withdrawIdentityRequest({
  store,
  measures,
}: Parts): RpcOf<IdentityServiceDefinition, 'WithdrawIdentityRequest'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { requestId } = parse(withdrawRequest, request);
      const { personId } = personOf(context);
      const profile = await findProfile(store, personId, context.signal);
      if (profile === undefined) throw new ServiceError('not-found', 'There is no such profile.');
      if (profile.identityRequest?.id !== requestId) {
        const decided = await listDecided(store, profile, context.signal);
        if (!decided.some(({ id }) => id === requestId)) return {};
        throw new ServiceError('conflict', 'Our reception has decided this already.', {
          details: { reason: 'state' },
        });
      }
      const gone = { identityRequest: null };
      const changed = await changeProfile(store, personId, profile.version, gone, context.signal);
      if (changed === undefined) {
        throw new ServiceError('conflict', 'Your profile was changed in the meantime. Look at it again.', {
          details: { reason: 'busy' },
        });
      }
      measures.identityRequests.inc({ outcome: 'withdrawn' });
      return {};
    },
  };
}
