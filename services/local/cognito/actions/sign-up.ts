import { randomUUID } from 'node:crypto';
import { readEmail, writable } from '../attributes.ts';
import { CognitoError, codeExpired, invalidParameter, notAuthorized } from '../errors.ts';
import { attributeList, type Input, text } from '../fields.ts';
import { deliveryDetails, signUpMessage } from '../mail.ts';
import { checkPolicy } from '../password.ts';
import { clientOf, type Pool, passwordFields } from '../pool.ts';
import { newUser, type User } from '../users.ts';

/** SignUp: adds an unconfirmed user, whose sub is their user name, and mails the code. */
export async function signUp(pool: Pool, input: Input) {
  clientOf(pool, input);
  const email = readEmail(text(input, 'Username'));
  const password = text(input, 'Password', 256);
  const attributes = attributeList(input, 'UserAttributes');
  if (readEmail(attributes.get('email') ?? email) !== email) {
    throw invalidParameter('User name and email must be the same.');
  }
  attributes.delete('email');
  const given = writable(attributes, pool.clock());
  checkPolicy(password);
  const sub = randomUUID();
  const user = newUser({
    sub,
    email,
    status: 'UNCONFIRMED',
    attributes: { ...given, email_verified: 'false' },
    ...passwordFields(pool, sub, password),
    now: pool.clock(),
  });
  if (!pool.users.insert(user)) {
    throw new CognitoError('UsernameExistsException', 'An account with the given email already exists.');
  }
  await sendCode(pool, user);
  return { UserConfirmed: false, UserSub: sub, CodeDeliveryDetails: deliveryDetails(email) };
}

/** ConfirmSignUp: the code proves that the address is the user's; a newcomer at the patients' portal is a patient. */
export function confirmSignUp(pool: Pool, input: Input) {
  const clientId = clientOf(pool, input);
  const username = text(input, 'Username');
  const code = text(input, 'ConfirmationCode');
  const user = pool.users.find(username);
  const account = user?.email ?? username.toLowerCase();
  pool.limits.checkCode('sign-up', account);
  if (!user) {
    pool.limits.codeFailed('sign-up', account);
    throw codeExpired();
  }
  if (user.status !== 'UNCONFIRMED') {
    throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
  }
  pool.codes.check(user.sub, 'sign-up', code, account);
  pool.users.save(
    { ...user, status: 'CONFIRMED', attributes: { ...user.attributes, email_verified: 'true' } },
    pool.clock(),
  );
  pool.codes.spend(user.sub, 'sign-up');
  afterConfirmation(pool, clientId, user.sub);
  return {};
}

/** What the pool's post-confirmation trigger does: whoever signed up at the patients' portal is a patient. */
function afterConfirmation(pool: Pool, clientId: string, sub: string): void {
  const isNewcomer = clientId === pool.patientsClientId && pool.users.groupsOf(sub).length === 0;
  if (isNewcomer) pool.users.addToGroup(sub, 'Patients');
}

/** ResendConfirmationCode: for a user who does not exist it only looks as if one were sent. */
export async function resendConfirmationCode(pool: Pool, input: Input) {
  clientOf(pool, input);
  const username = text(input, 'Username');
  const user = pool.users.find(username);
  if (user && user.status !== 'UNCONFIRMED') throw invalidParameter('User is already confirmed.');
  const email = user?.email ?? username.toLowerCase();
  pool.limits.countSend('sign-up', email);
  if (user) await sendCode(pool, user);
  return { CodeDeliveryDetails: deliveryDetails(email) };
}

async function sendCode(pool: Pool, user: User): Promise<void> {
  await pool.mail.send(signUpMessage(user.email, pool.codes.issue(user.sub, 'sign-up')));
}
