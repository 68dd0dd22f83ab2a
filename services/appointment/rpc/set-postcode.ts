import type { IdentityServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/IdentityService';
import { refuseForOneself } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { profileFields } from '../profile-fields.ts';
import { owe } from '../tables/owed.ts';
import { changeProfile, findProfile } from '../tables/profile.ts';

const setRequest = z.object({ personId: z.guid(), postcode: profileFields.postcode });

/** How often it is tried when others change the profile at the same moment. */
const tries = 3;

/**
 * Reception enters the postcode that a patient gives, or removes it (empty). After the call the scheduler is told where
 * the patient can go (regions/teller.ts).
 * @throws ServiceError invalid, not-found, forbidden (staff for themselves), conflict (changed again and again), unavailable
 */
export function setPostcode({ store, clock }: Parts): RpcOf<IdentityServiceDefinition, 'SetPostcode'> {
  return {
    callers: ['Receptionists'],
    async handle(request, context) {
      const { personId, postcode } = parse(setRequest, request);
      refuseForOneself(context, personId);
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const profile = await findProfile(store, personId, context.signal);
        // A person who is only staff is no patient: nobody else may change their profile.
        if (profile === undefined || profile.medicalRecordNumber === '') {
          throw new ServiceError('not-found', 'There is no such patient.');
        }
        if (profile.postcode === postcode) return { postcode };
        await owe(store, 'reach', personId, clock(), context);
        const changed = await changeProfile(store, personId, profile.version, { postcode }, context.signal);
        if (changed !== undefined) return { postcode };
      }
      throw new ServiceError('conflict', 'The profile is being changed at this moment. Try again.');
    },
  };
}
