import { listAttributes, writable } from '../attributes.ts';
import { wrongCredentials } from '../errors.ts';
import { attributeList, type Input, text } from '../fields.ts';
import { checkPolicy } from '../password.ts';
import { clientOf, identityOf, type Pool, passwordFields } from '../pool.ts';
import { matchesVerifier } from '../srp.ts';
import type { User } from '../users.ts';

/** GetUser: whom an access token belongs to. */
export function getUser(pool: Pool, input: Input) {
  const user = pool.sessions.userOf(text(input, 'AccessToken'));
  return { Username: user.sub, UserAttributes: listAttributes(user), ...secondFactor(user) };
}

/** The fields about the second factor that GetUser and AdminGetUser share. */
export function secondFactor({ totp }: User) {
  return totp.enabled
    ? { UserMFASettingList: ['SOFTWARE_TOKEN_MFA'], PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA' }
    : {};
}

/** UpdateUserAttributes: not for the address, which is also the name that a user signs in with. */
export function updateUserAttributes(pool: Pool, input: Input) {
  const user = pool.sessions.userOf(text(input, 'AccessToken'));
  const given = writable(attributeList(input, 'UserAttributes'), pool.clock());
  pool.users.save({ ...user, attributes: { ...user.attributes, ...given } }, pool.clock());
  return { CodeDeliveryDetailsList: [] };
}

/** ChangePassword: the old password comes in clear and its tries are counted like sign-ins. */
export function changePassword(pool: Pool, input: Input) {
  const user = pool.sessions.userOf(text(input, 'AccessToken'));
  const previous = text(input, 'PreviousPassword', 256);
  const proposed = text(input, 'ProposedPassword', 256);
  pool.limits.checkPassword(user.email);
  if (!matchesVerifier(identityOf(pool, user.sub), previous, user)) {
    pool.limits.passwordFailed(user.email);
    throw wrongCredentials();
  }
  pool.limits.passwordPassed(user.email);
  checkPolicy(proposed);
  pool.users.save({ ...user, ...passwordFields(pool, user.sub, proposed) }, pool.clock());
  return {};
}

/** GlobalSignOut: every refresh token of the user ends, and access tokens are no longer good here. */
export function globalSignOut(pool: Pool, input: Input) {
  pool.sessions.revokeAllOf(pool.sessions.userOf(text(input, 'AccessToken')).sub);
  return {};
}

/** RevokeToken: ends the session of one refresh token. */
export function revokeToken(pool: Pool, input: Input) {
  pool.sessions.revoke(text(input, 'Token'), clientOf(pool, input));
  return {};
}
