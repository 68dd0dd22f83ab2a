import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { findProfile } from '../tables/profile.ts';

const contactRequest = z.object({ personId: z.guid() });

/** Where to reach a person; fields are empty when not known. @throws ServiceError invalid, not-found, unavailable */
export function getContact({ store }: Parts): RpcOf<AppointmentServiceDefinition, 'GetContact'> {
  return {
    callers: ['workload:notification'],
    async handle(request, context) {
      const item = await findProfile(store, parse(contactRequest, request).personId, context.signal);
      if (item === undefined) throw new ServiceError('not-found', 'There is no such person.');
      const { email = '', phone, name, language, timeZone, preferredName } = item;
      return { email, phone, name, language, timeZone, preferredName };
    },
  };
}
