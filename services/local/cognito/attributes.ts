import { readEmail as readAddress, readBirthDate, readName } from '@healthbooker/protos/person';
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

type Attributes = ReadonlyMap<string, string>;

/**
 * Attributes that a user sends about themselves, as the pool keeps them.
 * @throws NotAuthorizedException for one that only an administrator writes, InvalidParameterException for one
 * that the pool does not have, and for a name or birth date that no profile takes
 */
export function writable(attributes: Attributes, now: number): Record<string, string> {
  for (const name of attributes.keys()) {
    if (READ_ONLY.has(name)) throw notAuthorized('A client attempted to write unauthorized attribute');
  }
  return kept(attributes, now);
}

/** Attributes that an administrator sends, as the pool keeps them. @throws InvalidParameterException */
export function adminWritable(attributes: Attributes, now: number): Record<string, string> {
  const { email_verified, ...rest } = Object.fromEntries(attributes);
  const checked = kept(new Map(Object.entries(rest)), now);
  return email_verified === undefined ? checked : { ...checked, email_verified };
}

function kept(attributes: Attributes, now: number): Record<string, string> {
  return Object.fromEntries(
    [...attributes].map(([name, value]) => {
      if (!WRITABLE.has(name)) throw nonconforming(`Type for attribute {${name}} could not be determined`);
      const reading = read(name, value, now);
      if (reading.problem !== undefined) throw nonconforming(`${name}: ${reading.problem}`);
      return [name, reading.value];
    }),
  );
}

/** Profiles accept the same values, so that nobody who has signed up is refused there. */
function read(name: string, value: string, now: number): ReturnType<typeof readName> {
  if (name === 'name') return readName(value);
  return name === 'birthdate' ? readBirthDate(value, new Date(now)) : { value };
}

function nonconforming(what: string): Error {
  return invalidParameter(`Attributes did not conform to the schema: ${what}`);
}

/** A user's attributes as Cognito lists them. */
export function listAttributes({ sub, email, attributes }: User): { Name: string; Value: string }[] {
  return Object.entries({ sub, email, ...attributes }).map(([Name, Value]) => ({ Name, Value }));
}

/** An address as the pool keeps it: lower case, its domain in ASCII. @throws InvalidParameterException */
export function readEmail(username: string): string {
  const { value, problem } = readAddress(username);
  if (problem !== undefined) throw invalidParameter(`Username should be an email: ${problem}.`);
  return value;
}
