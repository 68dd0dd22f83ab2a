import { z } from 'zod';
import type { GetIdentityResponse__Output } from '../gen/healthbooker/appointment/v1/GetIdentityResponse.ts';
import type { IdentityChange__Output } from '../gen/healthbooker/appointment/v1/IdentityChange.ts';
import type { IdentityDetails__Output } from '../gen/healthbooker/appointment/v1/IdentityDetails.ts';
import type { IdentityRequest__Output } from '../gen/healthbooker/appointment/v1/IdentityRequest.ts';
import { maxNameLength } from '../person.ts';
import { Instant } from './slot.ts';

/** FHIR administrative gender. */
export const sexes = ['male', 'female', 'other', 'unknown'] as const;

/** What a patient may ask for: at least one of them. */
export const wantedIdentity = z
  .strictObject({
    name: z.string().min(1).max(maxNameLength).exactOptional().describe('The legal name, whole'),
    birthDate: z.iso.date().exactOptional(),
    sex: z.enum(sexes).exactOptional(),
  })
  .refine((wanted) => Object.keys(wanted).length > 0, { error: 'must say what is to change' })
  .meta({ minProperties: 1 });

const details = z
  .strictObject({ name: z.string(), birthDate: z.string(), sex: z.string() })
  .describe('Empty fields are not asked for');

export const IdentityRequest = z
  .strictObject({
    id: z.string(),
    wanted: details,
    reason: z.string().describe('In the patient’s words: why, and what they will bring'),
    requestedAt: Instant,
  })
  .meta({ id: 'IdentityRequest' });

export const IdentityChange = z
  .strictObject({
    id: z.string().describe('Of the request'),
    confirmed: z.boolean().describe('Else it was refused'),
    before: details,
    wanted: details,
    reason: z.string(),
    requestedAt: Instant,
    decidedAt: Instant,
    decidedBy: z
      .string()
      .describe(
        'The name of who decided it, for reception; empty for the patient, and while names cannot be read',
      ),
    evidence: z.string().describe('What reception was shown, of one that was confirmed'),
    refusal: z.string().describe('Why it was refused'),
  })
  .meta({ id: 'IdentityChange' });

export const Identity = z
  .strictObject({
    current: details,
    request: IdentityRequest.nullable().describe('What waits for reception'),
    postcode: z.string().describe('Empty when nobody said'),
    changes: z.array(IdentityChange).max(20).describe('What was decided, newest first'),
  })
  .meta({ id: 'Identity' });

const nothing: IdentityDetails__Output = { name: '', birthDate: '', sex: '' };

export function identityRequestJson(request: IdentityRequest__Output): z.input<typeof IdentityRequest> {
  const { id, wanted, reason, requestedAt } = request;
  return { id, wanted: wanted ?? nothing, reason, requestedAt };
}

/** @param nameOf the name of somebody of the staff, null when it cannot be read */
export function identityChangeJson(
  change: IdentityChange__Output,
  nameOf: (personId: string) => string | null = () => null,
): z.input<typeof IdentityChange> {
  const { id, confirmed, before, wanted, reason, requestedAt, decidedAt, decidedBy, evidence, refusal } =
    change;
  return {
    id,
    confirmed,
    before: before ?? nothing,
    wanted: wanted ?? nothing,
    reason,
    requestedAt,
    decidedAt,
    decidedBy: nameOf(decidedBy) ?? '',
    evidence,
    refusal,
  };
}

/** @param nameOf as of {@link identityChangeJson} */
export function identityJson(
  { current, request, postcode, changes }: GetIdentityResponse__Output,
  nameOf?: (personId: string) => string | null,
): z.input<typeof Identity> {
  return {
    current: current ?? nothing,
    request: request === null ? null : identityRequestJson(request),
    postcode,
    changes: changes.map((change) => identityChangeJson(change, nameOf)),
  };
}
