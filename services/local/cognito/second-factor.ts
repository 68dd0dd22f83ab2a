import { CognitoError } from './errors.ts';
import type { Pool } from './pool.ts';
import { matchingStep } from './totp.ts';
import type { User } from './users.ts';

/**
 * Checks a code of an authenticator app and remembers its time step, so that no code is good twice.
 * @throws LimitExceededException, CodeMismatchException, ExpiredCodeException
 */
export function acceptTotp(pool: Pool, user: User, secret: string, code: string): User {
  pool.limits.checkCode('totp', user.sub);
  const step = matchingStep(secret, code, pool.clock());
  if (step === undefined) {
    pool.limits.codeFailed('totp', user.sub);
    throw new CognitoError('CodeMismatchException', 'Invalid code received for user');
  }
  if (step <= user.totp.lastStep) {
    throw new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');
  }
  pool.limits.codePassed('totp', user.sub);
  return pool.users.save({ ...user, totp: { ...user.totp, lastStep: step } }, pool.clock());
}
