import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { findProfiles } from '../tables/profile.ts';

const listRequest = z.object({ personIds: z.array(z.guid()).max(100) });

/** What staff need to tell patients apart. @throws ServiceError invalid, unavailable */
export function listProfiles({ store }: Parts): RpcOf<AppointmentServiceDefinition, 'ListProfiles'> {
  return {
    callers: ['Providers', 'Receptionists', 'Admins'],
    async handle(request, context) {
      const personIds = [...new Set(parse(listRequest, request).personIds)];
      const items = await findProfiles(store, personIds, context.signal);
      const people = items.map(
        ({ PK: personId, name, birthDate, sex, medicalRecordNumber, accessNeeds }) => ({
          ...{ personId, name, birthDate, sex, medicalRecordNumber, accessNeeds },
        }),
      );
      return { people };
    },
  };
}
