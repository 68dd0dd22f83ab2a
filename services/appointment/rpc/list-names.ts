import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { findProfiles } from '../tables/profile.ts';

const namesRequest = z.object({ personIds: z.array(z.guid()).max(100) });

/** What people are called now; unknown ids are left out. @throws ServiceError invalid, unavailable */
export function listNames({ store }: Parts): RpcOf<AppointmentServiceDefinition, 'ListNames'> {
  return {
    callers: ['workload:ehr'],
    async handle(request, context) {
      const personIds = [...new Set(parse(namesRequest, request).personIds)];
      const items = await findProfiles(store, personIds, context.signal);
      return { names: items.map(({ PK: personId, name, birthDate }) => ({ personId, name, birthDate })) };
    },
  };
}
