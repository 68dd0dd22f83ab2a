import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { isInGroup } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { actingFor, subjectOf } from '../acts-for.ts';
import { optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { findProfile, toProfile } from '../tables/profile.ts';

const getRequest = z.object({ personId: optionalId });

/**
 * A patient's own profile, or that of somebody they act for. Reception names a person and may read any profile.
 * @throws ServiceError invalid, not-found, unavailable
 */
export function getProfile(parts: Parts): RpcOf<AppointmentServiceDefinition, 'GetProfile'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(request, context) {
      const personId = subjectOf(parse(getRequest, request), context);
      const isReception = isInGroup(context.caller, 'Receptionists');
      const mayRead = isReception || (await actingFor(parts, context, personId)) !== undefined;
      const item = mayRead ? await findProfile(parts.store, personId, context.signal) : undefined;
      if (item === undefined) throw new ServiceError('not-found', 'There is no such profile.');
      return { profile: toProfile(item) };
    },
  };
}
