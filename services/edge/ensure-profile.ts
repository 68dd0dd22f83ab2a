import type { Profile__Output } from '@healthbooker/protos/gen/healthbooker/appointment/v1/Profile';
import { present } from '@healthbooker/protos/json/words';
import type { CallContext } from '@healthbooker/runtime/context';
import { type FieldError, ServiceError } from '@healthbooker/runtime/errors';
import type { Peers } from './peers.ts';

/** What a profile is made of that an account may lack, or have in a form that no profile takes. */
export const accountFields = ['name', 'birthDate', 'phone', 'email', 'postcode'] as const;
export type AccountField = (typeof accountFields)[number];

/** A profile, or what is wrong with the account that none could be made of. */
export type Ensured =
  | { profile: Profile__Output; wrong?: undefined }
  | { profile?: undefined; wrong: readonly { field: AccountField; message: string }[] };

/**
 * The caller's profile; one who has none gets it from their account and from `given`, which counts for more.
 * Throws what the user pool or the appointment service throw, except that the account is not right.
 */
export async function ensureProfile(
  { accounts, appointment, vouched }: Peers,
  given: { name?: string; birthDate?: string; phone?: string; postcode?: string },
  context: CallContext,
): Promise<Ensured> {
  const { email, name, birthDate, phone } = await accounts.describe(context.token ?? '', context.signal);
  try {
    const reply = await appointment.call(
      'EnsureProfile',
      { email, name, birthDate, phone, ...given },
      vouched(context, 'appointment'),
    );
    return { profile: present(reply.profile, 'profile') };
  } catch (err) {
    const fields = err instanceof ServiceError && err.kind === 'invalid' ? err.fields : undefined;
    if (!fields?.every(isOfAccount)) throw err;
    return { wrong: fields };
  }
}

function isOfAccount(error: FieldError): error is { field: AccountField; message: string } {
  return accountFields.some((field) => field === error.field);
}
