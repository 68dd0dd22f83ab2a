import { z } from 'zod';
import type { PersonSummary__Output } from '../gen/healthbooker/appointment/v1/PersonSummary.ts';
import type { Profile__Output } from '../gen/healthbooker/appointment/v1/Profile.ts';
import { Instant } from './slot.ts';

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
    preferredName: z.string().describe('How they want to be called; empty: by their name'),
    postcode: z
      .string()
      .describe('Where the person can go for a visit follows from it; empty when not known'),
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
    preferredName: z.string().describe('How they want to be called; empty: by their name'),
    formerly: z
      .array(
        z.strictObject({
          name: z.string(),
          birthDate: z.string(),
          sex: z.string(),
          until: Instant.describe('When reception confirmed something else'),
        }),
      )
      .describe('What they were known by before, newest first: above a chart only. Empty fields stayed'),
  })
  .meta({ id: 'PersonSummary' });

export function profileJson(profile: Profile__Output): z.input<typeof Profile> {
  const { personId, email, role, name, birthDate, sex, phone } = profile;
  const { medicalRecordNumber, timeZone, language, accessNeeds, preferredName, postcode, version } = profile;
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
    preferredName,
    postcode,
    version,
  };
}

export function personJson(person: PersonSummary__Output): z.input<typeof PersonSummary> {
  const { personId, name, birthDate, sex, medicalRecordNumber, accessNeeds, preferredName } = person;
  const formerly = person.formerly.map(({ until, ...before }) => ({ ...before, until }));
  return { personId, name, birthDate, sex, medicalRecordNumber, accessNeeds, preferredName, formerly };
}
