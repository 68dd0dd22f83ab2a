import { CognitoError, invalidParameter } from '../errors.ts';
import { type Input, object, optionalBoolean, text } from '../fields.ts';
import type { Pool } from '../pool.ts';
import { acceptTotp } from '../second-factor.ts';
import { createTotpSecret } from '../totp.ts';

/** AssociateSoftwareToken: a new secret, which counts only once a code has been shown for it. */
export function associateSoftwareToken(pool: Pool, input: Input) {
  const user = pool.sessions.userOf(text(input, 'AccessToken'));
  const secret = createTotpSecret();
  pool.users.save({ ...user, totp: { ...user.totp, pending: secret } }, pool.clock());
  return { SecretCode: secret };
}

/** VerifySoftwareToken: the first code proves that the app holds the secret. */
export function verifySoftwareToken(pool: Pool, input: Input) {
  const user = pool.sessions.userOf(text(input, 'AccessToken'));
  const code = text(input, 'UserCode');
  const secret = user.totp.pending;
  if (secret === undefined) throw invalidParameter('Associate a software token first.');
  // The time step that was used with the old secret does not count for the new one.
  const fresh = { ...user, totp: { ...user.totp, lastStep: 0 } };
  try {
    const accepted = acceptTotp(pool, fresh, secret, code);
    pool.users.save({ ...accepted, totp: { ...accepted.totp, pending: undefined, secret } }, pool.clock());
  } catch (error) {
    if (error instanceof CognitoError && error.type === 'CodeMismatchException') {
      throw new CognitoError('EnableSoftwareTokenMFAException', 'Code mismatch');
    }
    throw error;
  }
  return { Status: 'SUCCESS' };
}

/** SetUserMFAPreference: turns the second factor on or off; only software tokens are offered. */
export function setUserMfaPreference(pool: Pool, input: Input) {
  const user = pool.sessions.userOf(text(input, 'AccessToken'));
  const enabled = optionalBoolean(object(input, 'SoftwareTokenMfaSettings'), 'Enabled');
  for (const other of ['SMSMfaSettings', 'EmailMfaSettings']) {
    if (optionalBoolean(object(input, other), 'Enabled')) {
      throw invalidParameter('Only software tokens can be a second factor in this pool.');
    }
  }
  if (enabled === undefined) return {};
  if (enabled && user.totp.secret === undefined) {
    throw invalidParameter('User has not verified software token mfa');
  }
  pool.users.save({ ...user, totp: { ...user.totp, enabled } }, pool.clock());
  return {};
}
