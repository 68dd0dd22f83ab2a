import type { DatabaseSync } from 'node:sqlite';
import { CognitoError, notAuthorized } from './errors.ts';

/** Tries before a limit bites, and how long it is remembered after the last try. */
const MAX_TRIES = 5;
const CODE_WINDOW_MS = 15 * 60_000;
const SEND_WINDOW_MS = 60 * 60_000;
const PASSWORD_WINDOW_MS = 15 * 60_000;

export type Limits = ReturnType<typeof createLimits>;

/**
 * Counts failures and sent mails per key, where the key names the account as the caller did, so that accounts
 * that do not exist run into the same limits. Check, try and count without awaiting in between: no two tries
 * can then pass on one count.
 */
export function createLimits(db: DatabaseSync, clock: () => number) {
  const find = db.prepare('select count, last_at from attempts where key = ?');
  const put = db.prepare(
    `insert into attempts (key, count, last_at) values (?, ?, ?)
     on conflict (key) do update set count = excluded.count, last_at = excluded.last_at`,
  );
  const remove = db.prepare('delete from attempts where key = ?');
  const prune = db.prepare('delete from attempts where last_at < ?');

  function read(key: string, windowMs: number): { count: number; lastAt: number } {
    const row = find.get(key);
    const lastAt = Number(row?.['last_at'] ?? 0);
    return clock() - lastAt >= windowMs ? { count: 0, lastAt: 0 } : { count: Number(row?.['count']), lastAt };
  }

  function add(key: string, windowMs: number): void {
    put.run(key, read(key, windowMs).count + 1, clock());
  }

  return {
    /** After five wrong passwords the account is shut for a second, then twice as long each time, to 15 minutes. */
    checkPassword(account: string): void {
      const { count, lastAt } = read(`password:${account}`, PASSWORD_WINDOW_MS);
      if (count < MAX_TRIES) return;
      if (clock() < lastAt + Math.min(2 ** (count - MAX_TRIES) * 1000, PASSWORD_WINDOW_MS)) {
        throw notAuthorized('Password attempts exceeded');
      }
    },
    passwordFailed(account: string): void {
      add(`password:${account}`, PASSWORD_WINDOW_MS);
    },
    passwordPassed(account: string): void {
      remove.run(`password:${account}`);
    },
    /** @throws LimitExceededException after five wrong codes, until 15 minutes have passed since the last */
    checkCode(purpose: string, account: string): void {
      if (read(`code:${purpose}:${account}`, CODE_WINDOW_MS).count >= MAX_TRIES) throw limitExceeded();
    },
    codeFailed(purpose: string, account: string): void {
      add(`code:${purpose}:${account}`, CODE_WINDOW_MS);
    },
    codePassed(purpose: string, account: string): void {
      remove.run(`code:${purpose}:${account}`);
    },
    /** Counts one mail. @throws LimitExceededException after five, until an hour has passed since the last */
    countSend(purpose: string, account: string): void {
      const key = `send:${purpose}:${account}`;
      if (read(key, SEND_WINDOW_MS).count >= MAX_TRIES) throw limitExceeded();
      add(key, SEND_WINDOW_MS);
    },
    /** Forgets counts that no limit looks at any more. */
    prune(): void {
      prune.run(clock() - SEND_WINDOW_MS);
    },
  };
}

function limitExceeded(): CognitoError {
  return new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
}
