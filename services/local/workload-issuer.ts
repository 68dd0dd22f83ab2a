import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from './data-folder.ts';
import { createSigningKey, publicPart, type SigningKey, signToken } from './signing-key.ts';

export type WorkloadIssuer = {
  issuer: string;
  /** The public keys as a JSON Web Key Set. */
  keySet: { keys: SigningKey['publicJwk'][] };
  /** The folder with one token file per callee that a service gets. */
  tokenDir(service: string): string;
  /** A token that says its bearer is this service, for calls to `callee`. */
  token(service: string, callee: string): string;
  close(): void;
};

/** What Kubernetes gives by default, and the least it allows. */
const token_s = 600;
const renew_after_ms = 300_000;
/** Short, so that a machine that slept gets valid tokens soon after it wakes. */
const check_ms = 10_000;

/**
 * Issues workload tokens as a cluster projects service-account tokens: a file for each pair of caller and callee,
 * replaced long before its token expires. The key is kept in `dir`.
 *
 * @param pairs who calls whom, as [caller, callee]
 */
export function startWorkloadIssuer(
  dir: string,
  pairs: readonly (readonly [string, string])[],
): WorkloadIssuer {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const key = readOrMakeKey(join(dir, 'key.json'));
  const issuer = 'https://kubernetes.default.svc.cluster.local';

  function token(service: string, callee: string): string {
    const now_s = Math.floor(Date.now() / 1000);
    return signToken(key, {
      iss: issuer,
      sub: `system:serviceaccount:healthbooker:${service}`,
      aud: [callee],
      iat: now_s,
      nbf: now_s,
      exp: now_s + token_s,
      jti: randomUUID(),
    });
  }

  let written_ms = 0;
  function renew(): void {
    if (Date.now() - written_ms < renew_after_ms) return;
    for (const [caller, callee] of pairs) {
      const file = join(dir, caller, callee);
      mkdirSync(join(dir, caller), { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, token(caller, callee), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
    written_ms = Date.now();
  }

  renew();
  const timer = setInterval(renew, check_ms).unref();
  return {
    issuer,
    keySet: { keys: [publicPart(key)] },
    tokenDir: (service) => join(dir, service),
    token,
    close: () => clearInterval(timer),
  };
}

function readOrMakeKey(file: string): SigningKey['privateJwk'] {
  const kept = readJson<SigningKey['privateJwk']>(file);
  if (kept) return kept;
  const { privateJwk } = createSigningKey(randomUUID());
  writeJson(file, privateJwk);
  return privateJwk;
}
