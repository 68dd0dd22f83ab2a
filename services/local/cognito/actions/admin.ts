import { randomUUID } from 'node:crypto';
import { adminWritable, listAttributes, readEmail } from '../attributes.ts';
import { CognitoError, invalidParameter } from '../errors.ts';
import { attributeList, type Input, optionalBoolean, optionalText, text } from '../fields.ts';
import { invitationMessage } from '../mail.ts';
import { checkPolicy, temporaryPassword } from '../password.ts';
import { type Pool, passwordFields } from '../pool.ts';
import { GROUPS, newUser, type User } from '../users.ts';
import { secondFactor } from './account.ts';

/** How long a temporary password is good: seven days, the default of a pool. */
const TEMPORARY_MS = 7 * 86_400_000;

/** AdminCreateUser: invites a user; RESEND mails a fresh password to one who has not come yet. */
export async function adminCreateUser(pool: Pool, input: Input) {
  const email = readEmail(text(input, 'Username'));
  const action = optionalText(input, 'MessageAction');
  if (action !== undefined && action !== 'RESEND' && action !== 'SUPPRESS') {
    throw invalidParameter('MessageAction must be RESEND or SUPPRESS.');
  }
  const password = optionalText(input, 'TemporaryPassword', 256) ?? temporaryPassword();
  checkPolicy(password);
  const user = action === 'RESEND' ? reinvite(pool, email, password) : invite(pool, input, email, password);
  if (action !== 'SUPPRESS') await pool.mail.send(invitationMessage(email, password));
  return { User: { ...describe(user), Attributes: listAttributes(user) } };
}

function invite(pool: Pool, input: Input, email: string, password: string): User {
  const attributes = attributeList(input, 'UserAttributes');
  if (readEmail(attributes.get('email') ?? email) !== email) {
    throw invalidParameter('User name and email must be the same.');
  }
  attributes.delete('email');
  const given = adminWritable(attributes, pool.clock());
  const sub = randomUUID();
  const user: User = {
    ...newUser({
      sub,
      email,
      status: 'FORCE_CHANGE_PASSWORD',
      attributes: given,
      ...passwordFields(pool, sub, password),
      now: pool.clock(),
    }),
    temporaryUntil: pool.clock() + TEMPORARY_MS,
  };
  if (!pool.users.insert(user)) {
    throw new CognitoError('UsernameExistsException', 'An account with the given email already exists.');
  }
  return user;
}

function reinvite(pool: Pool, email: string, password: string): User {
  const user = pool.users.find(email);
  if (!user) throw userNotFound();
  if (user.status !== 'FORCE_CHANGE_PASSWORD') {
    throw new CognitoError(
      'UnsupportedUserStateException',
      `Resend not possible. ${user.sub} status is not FORCE_CHANGE_PASSWORD`,
    );
  }
  const fields = passwordFields(pool, user.sub, password, pool.clock() + TEMPORARY_MS);
  return pool.users.save({ ...user, ...fields }, pool.clock());
}

/** AdminGetUser. */
export function adminGetUser(pool: Pool, input: Input) {
  const user = userNamed(pool, input);
  return { ...describe(user), UserAttributes: listAttributes(user), ...secondFactor(user) };
}

/** AdminSetUserPassword: permanent, or to be changed at the next sign-in. Ends no session, as Cognito does not. */
export function adminSetUserPassword(pool: Pool, input: Input) {
  const user = userNamed(pool, input);
  const password = text(input, 'Password', 256);
  const permanent = optionalBoolean(input, 'Permanent') ?? false;
  checkPolicy(password);
  const until = permanent ? undefined : pool.clock() + TEMPORARY_MS;
  pool.users.save(
    {
      ...user,
      ...passwordFields(pool, user.sub, password, until),
      status: permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
    },
    pool.clock(),
  );
  return {};
}

/** AdminDisableUser: the user can neither sign in nor refresh. */
export function adminDisableUser(pool: Pool, input: Input) {
  const user = userNamed(pool, input);
  pool.users.save({ ...user, enabled: false }, pool.clock());
  pool.sessions.revokeAllOf(user.sub);
  return {};
}

/** AdminEnableUser. */
export function adminEnableUser(pool: Pool, input: Input) {
  pool.users.save({ ...userNamed(pool, input), enabled: true }, pool.clock());
  return {};
}

/** AdminAddUserToGroup. */
export function adminAddUserToGroup(pool: Pool, input: Input) {
  const group = groupNamed(input);
  pool.users.addToGroup(userNamed(pool, input).sub, group);
  return {};
}

/** AdminRemoveUserFromGroup. */
export function adminRemoveUserFromGroup(pool: Pool, input: Input) {
  const group = groupNamed(input);
  pool.users.removeFromGroup(userNamed(pool, input).sub, group);
  return {};
}

/** AdminListGroupsForUser: all on one page, since there are six. */
export function adminListGroupsForUser(pool: Pool, input: Input) {
  const groups = pool.users.groupsOf(userNamed(pool, input).sub);
  return { Groups: groups.map((GroupName) => ({ GroupName, UserPoolId: pool.id })) };
}

function describe(user: User) {
  return {
    Username: user.sub,
    Enabled: user.enabled,
    UserStatus: user.status,
    UserCreateDate: user.createdAt / 1000,
    UserLastModifiedDate: user.updatedAt / 1000,
  };
}

function userNamed(pool: Pool, input: Input): User {
  const user = pool.users.find(text(input, 'Username'));
  if (!user) throw userNotFound();
  return user;
}

function groupNamed(input: Input): string {
  const group = text(input, 'GroupName', 128);
  if (!GROUPS.some((known) => known === group)) {
    throw new CognitoError('ResourceNotFoundException', 'Group not found.');
  }
  return group;
}

function userNotFound(): CognitoError {
  return new CognitoError('UserNotFoundException', 'User does not exist.');
}
