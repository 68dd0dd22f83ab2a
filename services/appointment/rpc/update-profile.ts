import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { expectedVersion, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { profileFields } from '../profile-fields.ts';
import { changeProfile, findProfile, type ProfileChange, toProfile } from '../tables/profile.ts';

const updateRequest = z.object({
  expectedVersion,
  name: profileFields.name.optional(),
  phone: profileFields.phone.optional(),
  timeZone: profileFields.timeZone.optional(),
  language: profileFields.language.optional(),
  sex: profileFields.sex.optional(),
  accessNeeds: z.object({ needs: profileFields.accessNeeds }).nullish(),
});

/**
 * A patient changes the fields that are given, if the caller's profile still has the version they saw.
 * @throws ServiceError invalid, not-found, conflict (stale version), unavailable
 */
export function updateProfile({ store }: Parts): RpcOf<AppointmentServiceDefinition, 'UpdateProfile'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { personId } = personOf(context);
      const { expectedVersion: version, accessNeeds, ...fields } = parse(updateRequest, request);
      const given: ProfileChange = { ...fields, ...(accessNeeds ? { accessNeeds: accessNeeds.needs } : {}) };
      const changed = await changeProfile(store, personId, version, given, context.signal);
      if (changed !== undefined) return { profile: toProfile(changed) };
      const current = await findProfile(store, personId, context.signal);
      if (current === undefined) throw new ServiceError('not-found', 'There is no such profile.');
      throw new ServiceError('conflict', 'Your profile was changed elsewhere in the meantime.', {
        details: { currentVersion: String(current.version) },
      });
    },
  };
}
