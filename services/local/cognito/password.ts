import { randomInt } from 'node:crypto';
import { CognitoError } from './errors.ts';

/** The pool's policy. Cognito cannot ask for "a letter", only for lower or upper case: ours asks for lower. */
const MIN_LENGTH = 10;
const MAX_LENGTH = 256;

/** @throws InvalidPasswordException, in Cognito's words */
export function checkPolicy(password: string): void {
  if (password.length < MIN_LENGTH) refuse('Password not long enough');
  if (password.length > MAX_LENGTH) refuse('Password too long');
  if (password !== password.trim()) refuse('Password must not begin or end with a space');
  if (!/[a-z]/.test(password)) refuse('Password must have lowercase characters');
  if (!/[0-9]/.test(password)) refuse('Password must have numeric characters');
}

/** A temporary password for an invited user; 12 characters without look-alikes, always within the policy. */
export function temporaryPassword(): string {
  const pick = (from: string) => from.charAt(randomInt(from.length));
  const body = Array.from({ length: 10 }, () =>
    pick('abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'),
  );
  return `${pick('abcdefghjkmnpqrstuvwxyz')}${body.join('')}${pick('23456789')}`;
}

function refuse(reason: string): never {
  throw new CognitoError('InvalidPasswordException', `Password did not conform with policy: ${reason}`);
}
