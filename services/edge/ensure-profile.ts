import type { Profile__Output } from '@healthbooker/protos/gen/healthbooker/appointment/v1/Profile';
import { present } from '@healthbooker/protos/json/words';
import type { CallContext } from '@healthbooker/runtime/context';
import { type FieldError, ServiceError } from '@healthbooker/runtime/errors';
import type { Peers } from './peers.ts';

/** Parts of a profile that an account may lack, or may have in a form that profiles do not accept. */
export const accountFields = ['name', 'birthDate', 'phone', 'email', 'postcode'] as const;
export type AccountField = (typeof accountFields)[number];

/** A profile, or what is wrong with the account, when none could be made from it. */
export type Ensured =
  | { profile: Profile__Output; wrong?: undefined }
  | { profile?: undefined; wrong: readonly { field: AccountField; message: string }[] };

/**
 * The caller's profile. If there is none, it is made from the account and from `given`; `given` wins. Throws the
 * errors of the user pool and of the appointment service, but not that the account is wrong: that is returned.
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
