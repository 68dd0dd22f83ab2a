import { z } from 'zod';
import type { PersonSummary__Output } from '../gen/healthbooker/appointment/v1/PersonSummary.ts';
import type { Profile__Output } from '../gen/healthbooker/appointment/v1/Profile.ts';

export const Profile = z
  .strictObject({
    personId: z.string(),
    email: z.string(),
    role: z.string(),
    name: z.string(),
    birthDate: z.string().describe('YYYY-MM-DD, or empty'),
    sex: z.string().describe('FHIR administrative gender: male, female, other, unknown'),
    phone: z.string(),
    medicalRecordNumber: z.string(),
    timeZone: z.string(),
    language: z.string().describe('BCP 47'),
    accessNeeds: z.array(z.string()),
    version: z.int(),
  })
  .meta({ id: 'Profile' });

export const PersonSummary = z
  .strictObject({
    personId: z.string(),
    name: z.string(),
    birthDate: z.string(),
    sex: z.string(),
    medicalRecordNumber: z.string(),
    accessNeeds: z.array(z.string()),
  })
  .meta({ id: 'PersonSummary' });

export function profileJson(profile: Profile__Output): z.input<typeof Profile> {
  const { personId, email, role, name, birthDate, sex, phone } = profile;
  const { medicalRecordNumber, timeZone, language, accessNeeds, version } = profile;
  return {
    personId,
    email,
    role,
    name,
    birthDate,
    sex,
    phone,
    medicalRecordNumber,
    timeZone,
    language,
    accessNeeds,
    version,
  };
}

export function personJson(person: PersonSummary__Output): z.input<typeof PersonSummary> {
  const { personId, name, birthDate, sex, medicalRecordNumber, accessNeeds } = person;
  return { personId, name, birthDate, sex, medicalRecordNumber, accessNeeds };
}
