import type { AppointmentServiceDefinition } from '@healthbooker/protos/gen/healthbooker/appointment/v1/AppointmentService';
import type { PersonSummary } from '@healthbooker/protos/gen/healthbooker/appointment/v1/PersonSummary';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { toDetails } from '../identity.ts';
import { readMedicalRecordNumber } from '../medical-record-number.ts';
import { parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { findByNumber } from '../tables/patient-number.ts';
import { findProfile, type ProfileItem } from '../tables/profile.ts';

const findRequest = z.object({ medicalRecordNumber: z.string().max(40) });

/**
 * The patient who has this medical record number, for reception, which reads it from a letter or a card. Only a whole
 * number finds somebody. @throws ServiceError invalid, not-found, unavailable
 */
export function findPatient({ store }: Parts): RpcOf<AppointmentServiceDefinition, 'FindPatient'> {
  return {
    callers: ['Receptionists'],
    async handle(request, context) {
      const number = readMedicalRecordNumber(parse(findRequest, request).medicalRecordNumber);
      const personId = number && (await findByNumber(store, number, context.signal));
      const profile = personId ? await findProfile(store, personId, context.signal) : undefined;
      if (profile === undefined) throw new ServiceError('not-found', 'No patient has this number.');
      return { person: toSummary(profile) };
    },
  };
}

/** What staff need to tell a person apart from others. @param withFormer also their former names, birth dates and sexes */
export function toSummary(item: ProfileItem, withFormer = false): PersonSummary {
  const { PK: personId, name, birthDate, sex, medicalRecordNumber, accessNeeds, preferredName } = item;
  const former = withFormer ? item.formerly : [];
  const formerly = former.map(({ until, ...fields }) => ({ ...toDetails(fields), until }));
  return { personId, name, birthDate, sex, medicalRecordNumber, accessNeeds, preferredName, formerly };
}
