import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import { isInGroup, personOf, refuseForOneself } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { subjectOf } from '../acts-for.ts';
import { toChange, toDetails, toRequest } from '../identity.ts';
import { optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { listDecided } from '../tables/account-change.ts';
import { findProfile } from '../tables/profile.ts';

const getRequest = z.object({ personId: optionalId });

/**
 * A person's legal name, birth date and sex, their open request to change them, and earlier decisions: for the patient and
 * for reception.
 * @throws ServiceError invalid, not-found, forbidden (staff about themselves), unavailable
 */
export function getIdentity({ store }: Parts): RpcOf<IdentityServiceDefinition, 'GetIdentity'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(request, context) {
      const personId = subjectOf(parse(getRequest, request), context);
      const isReception = isInGroup(context.caller, 'Receptionists');
      const mayRead = isReception || personId === personOf(context).personId;
      refuseForOneself(context, personId);
      const profile = mayRead ? await findProfile(store, personId, context.signal) : undefined;
      if (profile === undefined) throw new ServiceError('not-found', 'There is no such profile.');
      const decided = await listDecided(store, profile, context.signal);
      return {
        current: toDetails(profile),
        postcode: profile.postcode,
        request: profile.identityRequest === undefined ? null : toRequest(profile.identityRequest),
        changes: decided.map((change) => toChange(change, isReception)),
      };
    },
  };
}
