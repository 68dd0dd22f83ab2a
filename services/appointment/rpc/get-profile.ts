import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { isInGroup, personOf } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { actsFor } from '../acts-for.ts';
import { optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { findProfile, toProfile } from '../tables/profile.ts';

const getRequest = z.object({ personId: optionalId });

/**
 * The caller's own profile, or that of somebody they act for; reception may read anybody's.
 * @throws ServiceError invalid, not-found, unavailable
 */
export function getProfile(parts: Parts): RpcOf<AppointmentServiceDefinition, 'GetProfile'> {
  return {
    callers: ['Patients', 'Providers', 'Receptionists', 'Privacy', 'Admins'],
    async handle(request, context) {
      const own = personOf(context).personId;
      const personId = parse(getRequest, request).personId || own;
      const isReception = isInGroup(context.caller, 'Receptionists');
      const mayRead = isReception || (await actsFor(parts, context, personId));
      const item = mayRead ? await findProfile(parts.store, personId, context.signal) : undefined;
      if (item === undefined) throw new ServiceError('not-found', 'There is no such profile.');
      return { profile: toProfile(item) };
    },
  };
}
