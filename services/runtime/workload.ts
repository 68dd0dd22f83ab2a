import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt';
import { ServiceError } from './errors.ts';

export type WorkloadTokens = {
  /** Our own token for calls to `callee`; `unavailable` when its file is missing, unreadable or expired. */
  tokenFor(callee: string): Promise<string>;
};

type Held = { token: string; expiresAtMs: number; readAtMs: number };

/**
 * How long a token is used before its file is read again. The file is replaced minutes before the token in it
 * expires; a second also lets a restarted issuer's tokens in at once.
 */
const rereadAfterMs = 1000;

/** Reads our workload tokens from `dir`, which holds one file per callee, named like it. */
export function createWorkloadTokens(dir: string, now: () => number = Date.now): WorkloadTokens {
  const held = new Map<string, Held>();
  return {
    async tokenFor(callee) {
      const current = held.get(callee);
      const nowMs = now();
      if (current !== undefined && nowMs - current.readAtMs < rereadAfterMs && current.expiresAtMs > nowMs) {
        return current.token;
      }
      const fresh = await readToken(dir, callee, nowMs);
      if (fresh.expiresAtMs <= nowMs)
        throw unavailable(callee, new Error('the token in the file has expired'));
      held.set(callee, fresh);
      return fresh.token;
    },
  };
}

async function readToken(dir: string, callee: string, readAtMs: number): Promise<Held> {
  if (!/^[a-z][a-z0-9-]*$/.test(callee)) throw new TypeError('a callee is named in lower-case letters');
  try {
    const token = (await readFile(join(dir, callee), 'utf8')).trim();
    const { exp } = decomposeUnverifiedJwt(token).payload;
    return { token, expiresAtMs: (exp ?? 0) * 1000, readAtMs };
  } catch (err) {
    throw unavailable(callee, err);
  }
}

function unavailable(callee: string, cause: unknown): ServiceError {
  return new ServiceError('unavailable', `There is no valid workload token for ${callee}.`, {
    retryAfterMs: 1000,
    cause,
  });
}
