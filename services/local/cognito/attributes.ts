import { invalidParameter, notAuthorized } from './errors.ts';
import type { User } from './users.ts';

/** The standard attributes of OpenID Connect that a user may write about themselves. */
const WRITABLE = new Set(
  (
    'name given_name family_name middle_name nickname preferred_username profile picture website gender ' +
    'birthdate zoneinfo locale address phone_number'
  ).split(' '),
);
const READ_ONLY = new Set(['sub', 'email', 'email_verified', 'phone_number_verified', 'updated_at']);

/**
 * Checks attributes that a user sends about themselves.
 * @throws NotAuthorizedException for one that only an administrator writes, InvalidParameterException for one
 * that the pool does not have
 */
export function checkWritable(names: Iterable<string>): void {
  for (const name of names) {
    if (READ_ONLY.has(name)) throw notAuthorized('A client attempted to write unauthorized attribute');
    checkKnown(name);
  }
}

/** Checks attributes that an administrator sends. @throws InvalidParameterException */
export function checkAdminWritable(names: Iterable<string>): void {
  for (const name of names) if (name !== 'email_verified') checkKnown(name);
}

function checkKnown(name: string): void {
  if (!WRITABLE.has(name)) {
    throw invalidParameter(
      `Attributes did not conform to the schema: Type for attribute {${name}} could not be determined`,
    );
  }
}

/** A user's attributes as Cognito lists them. */
export function listAttributes({ sub, email, attributes }: User): { Name: string; Value: string }[] {
  return Object.entries({ sub, email, ...attributes }).map(([Name, Value]) => ({ Name, Value }));
}

/** An address as the pool keeps it: lower case. @throws InvalidParameterException */
export function readEmail(username: string): string {
  const email = username.toLowerCase();
  if (email.length > 254 || !/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/.test(email)) {
    throw invalidParameter('Username should be an email.');
  }
  return email;
}
