import { writable } from '../attributes.ts';
import { CognitoError, notAuthorized } from '../errors.ts';
import { type Input, object, text } from '../fields.ts';
import { checkPolicy } from '../password.ts';
import { type Pool, passwordFields } from '../pool.ts';
import type { Opened } from '../seal.ts';
import { acceptTotp } from '../second-factor.ts';
import type { User } from '../users.ts';

/** How long a user may take over one challenge. */
const SESSION_MS = 15 * 60_000;
type Challenge = 'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA';
const USER_ATTRIBUTE = 'userAttributes.';

/**
 * What comes after the right password: tokens, or the next challenge.
 * @throws UserNotConfirmedException, NotAuthorizedException for a disabled user or an expired temporary password
 */
export function continueSignIn(pool: Pool, clientId: string, user: User) {
  if (!user.enabled) throw notAuthorized('User is disabled.');
  if (user.status === 'UNCONFIRMED') {
    throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.');
  }
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    if (user.temporaryUntil !== undefined && user.temporaryUntil <= pool.clock()) {
      throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
    }
    return challenge(pool, clientId, user, 'NEW_PASSWORD_REQUIRED', {
      requiredAttributes: '[]',
      userAttributes: JSON.stringify({ email: user.email, ...user.attributes }),
    });
  }
  return afterNewPassword(pool, clientId, user);
}

function afterNewPassword(pool: Pool, clientId: string, user: User) {
  if (user.totp.enabled) return challenge(pool, clientId, user, 'SOFTWARE_TOKEN_MFA', {});
  return { AuthenticationResult: pool.sessions.begin(user, clientId), ChallengeParameters: {} };
}

/** NEW_PASSWORD_REQUIRED: an invited user chooses a password. A refused one leaves the session good. */
export function answerNewPassword(pool: Pool, clientId: string, input: Input) {
  const responses = object(input, 'ChallengeResponses');
  const password = text(responses, 'NEW_PASSWORD', 256);
  const { user, opened } = openSession(pool, clientId, input, 'NEW_PASSWORD_REQUIRED');
  if (user.status !== 'FORCE_CHANGE_PASSWORD') throw invalidSession();
  const attributes = Object.keys(responses)
    .filter((name) => name.startsWith(USER_ATTRIBUTE))
    .map((name) => [name.slice(USER_ATTRIBUTE.length), text(responses, name)] as const);
  const given = writable(new Map(attributes), pool.clock());
  checkPolicy(password);
  const saved = pool.users.save(
    {
      ...user,
      ...passwordFields(pool, user.sub, password),
      status: 'CONFIRMED',
      attributes: { ...user.attributes, ...given },
    },
    pool.clock(),
  );
  pool.seal.spend(opened);
  return afterNewPassword(pool, clientId, saved);
}

/** SOFTWARE_TOKEN_MFA: the code of the user's authenticator app. */
export function answerSoftwareToken(pool: Pool, clientId: string, input: Input) {
  const code = text(object(input, 'ChallengeResponses'), 'SOFTWARE_TOKEN_MFA_CODE');
  const { user, opened } = openSession(pool, clientId, input, 'SOFTWARE_TOKEN_MFA');
  if (user.totp.secret === undefined) throw invalidSession();
  const accepted = acceptTotp(pool, user, user.totp.secret, code);
  pool.seal.spend(opened);
  return { AuthenticationResult: pool.sessions.begin(accepted, clientId), ChallengeParameters: {} };
}

function challenge(pool: Pool, clientId: string, user: User, name: Challenge, parameters: Input) {
  const state = { sub: user.sub, verifierStart: user.verifier.slice(0, 32) };
  return {
    ChallengeName: name,
    Session: pool.seal.close(name, clientId, state, SESSION_MS).toString('base64url'),
    ChallengeParameters: { USERNAME: user.sub, USER_ID_FOR_SRP: user.sub, ...parameters },
  };
}

/** A session ends when the user's password changes. */
function openSession(
  pool: Pool,
  clientId: string,
  input: Input,
  name: Challenge,
): { user: User; opened: Opened } {
  const opened = pool.seal.open(name, clientId, Buffer.from(text(input, 'Session', 8192), 'base64url'));
  const user = opened && pool.users.find(text(opened.state, 'sub'));
  if (!opened || !user) throw invalidSession();
  const username = text(object(input, 'ChallengeResponses'), 'USERNAME');
  if (username !== user.sub && pool.users.find(username)?.sub !== user.sub) throw invalidSession();
  if (!user.enabled || opened.state['verifierStart'] !== user.verifier.slice(0, 32)) throw invalidSession();
  return { user, opened };
}

function invalidSession(): CognitoError {
  return notAuthorized('Invalid session for the user, session is expired.');
}
