import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { codeExpired, codeMismatch } from './errors.ts';
import type { Limits } from './limits.ts';

/** What a mailed code is for, and how long it is good: Cognito's own lives. */
const LIFE_MS = { 'sign-up': 24 * 3_600_000, 'reset-password': 3_600_000 } as const;
export type CodePurpose = keyof typeof LIFE_MS;

export type Codes = ReturnType<typeof createCodes>;

/** One open six-digit code per user and purpose, kept as a keyed hash. */
export function createCodes(db: DatabaseSync, secret: Buffer, limits: Limits, clock: () => number) {
  const put = db.prepare(
    `insert into codes (sub, purpose, hash, expires_at) values (?, ?, ?, ?)
     on conflict (sub, purpose) do update set hash = excluded.hash, expires_at = excluded.expires_at`,
  );
  const find = db.prepare('select hash, expires_at from codes where sub = ? and purpose = ?');
  const remove = db.prepare('delete from codes where sub = ? and purpose = ?');

  function hash(sub: string, purpose: CodePurpose, code: string): Buffer {
    return createHmac('sha256', secret).update(`${purpose}:${sub}:${code}`).digest();
  }

  return {
    /** Makes a code that replaces the one before it. */
    issue(sub: string, purpose: CodePurpose): string {
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      put.run(sub, purpose, hash(sub, purpose, code), clock() + LIFE_MS[purpose]);
      return code;
    },
    /**
     * Checks a code and counts a wrong one against `account`. A right one stays until `spend`, so that a bad new
     * password does not cost the user the code.
     * @throws LimitExceededException, CodeMismatchException, ExpiredCodeException
     */
    check(sub: string, purpose: CodePurpose, code: string, account: string): void {
      limits.checkCode(purpose, account);
      const row = find.get(sub, purpose);
      const stored = row?.['hash'];
      if (!(stored instanceof Uint8Array) || Number(row?.['expires_at']) <= clock()) {
        limits.codeFailed(purpose, account);
        throw codeExpired();
      }
      if (!timingSafeEqual(stored, hash(sub, purpose, code))) {
        limits.codeFailed(purpose, account);
        throw codeMismatch();
      }
      limits.codePassed(purpose, account);
    },
    spend(sub: string, purpose: CodePurpose): void {
      remove.run(sub, purpose);
    },
  };
}
