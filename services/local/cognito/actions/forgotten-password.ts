import { codeMismatch, notAuthorized } from '../errors.ts';
import { type Input, text } from '../fields.ts';
import { deliveryDetails, resetMessage } from '../mail.ts';
import { checkPolicy } from '../password.ts';
import { clientOf, type Pool, passwordFields } from '../pool.ts';
import type { User } from '../users.ts';

/**
 * ForgotPassword: mails a code to the confirmed address. The reply is the same when there can be no code (no such
 * user, disabled, address not verified), so that it reveals nothing.
 */
export async function forgotPassword(pool: Pool, input: Input) {
  clientOf(pool, input);
  const username = text(input, 'Username');
  const user = pool.users.find(username);
  if (user?.status === 'FORCE_CHANGE_PASSWORD') {
    throw notAuthorized('User password cannot be reset in the current state.');
  }
  const email = user?.email ?? username.toLowerCase();
  pool.limits.countSend('reset-password', email);
  if (user && mayReset(user)) {
    await pool.mail.send(resetMessage(email, pool.codes.issue(user.sub, 'reset-password')));
  }
  return { CodeDeliveryDetails: deliveryDetails(email) };
}

/** ConfirmForgotPassword: sets the new password, ends every session and lifts a lock on the old password. */
export function confirmForgotPassword(pool: Pool, input: Input) {
  clientOf(pool, input);
  const username = text(input, 'Username');
  const code = text(input, 'ConfirmationCode');
  const password = text(input, 'Password', 256);
  const user = pool.users.find(username);
  const account = user?.email ?? username.toLowerCase();
  pool.limits.checkCode('reset-password', account);
  if (!user || !mayReset(user)) {
    pool.limits.codeFailed('reset-password', account);
    throw codeMismatch();
  }
  pool.codes.check(user.sub, 'reset-password', code, account);
  checkPolicy(password);
  pool.users.save({ ...user, ...passwordFields(pool, user.sub, password) }, pool.clock());
  pool.codes.spend(user.sub, 'reset-password');
  pool.sessions.revokeAllOf(user.sub);
  pool.limits.passwordPassed(account);
  return {};
}

function mayReset(user: User): boolean {
  return user.enabled && user.status === 'CONFIRMED' && user.attributes['email_verified'] === 'true';
}
