import { hash } from 'node:crypto';
import { CognitoJwtVerifier, JwtVerifier } from 'aws-jwt-verify';
import {
  FetchError,
  JwksNotAvailableInCacheError,
  JwksValidationError,
  JwkValidationError,
  JwtBaseError,
} from 'aws-jwt-verify/error';
import { SimpleJwksCache, SimplePenaltyBox } from 'aws-jwt-verify/jwk';
import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt';
import { type Caller, type Capacity, type Group, groups } from './context.ts';
import { ServiceError } from './errors.ts';
import { createKeyFetcher } from './key-fetcher.ts';

/** The parts of a process's configuration that say whose tokens count: `cognitoEnv` and `workloadEnv`. */
export type IdentityConfig = {
  NODE_ENV: string;
  COGNITO_USER_POOL_ID: string;
  COGNITO_PATIENTS_CLIENT_ID: string;
  COGNITO_CLINIC_CLIENT_ID: string;
  COGNITO_JWKS_URL?: string | undefined;
  WORKLOAD_ISSUER?: string | undefined;
  WORKLOAD_JWKS_URL?: string | undefined;
  WORKLOAD_NAMESPACE?: string | undefined;
};

/** The service that checks, and the services whose own tokens it accepts. Edges leave this out. */
export type WorkloadPolicy = { callee: string; callers: readonly string[] };

export type Verifier = {
  /**
   * Who presents this token. `unauthenticated` when it is malformed, forged, expired, for another pool, client or
   * audience, or not an access token; `unavailable` when the issuer's keys cannot be fetched.
   */
  verify(rawToken: string): Promise<Caller>;
};

/** What has to be fetched before callers can be recognised. */
export type KeyHolder = {
  /** Fetches the keys of every issuer; `unavailable` when one cannot be reached. */
  fetchKeys(): Promise<void>;
};

type Verified = { caller: Caller; expiresAtMs: number };

/** Longer than all our tokens. A longer text is refused before we hash and parse it. */
const maxTokenLength = 8192;
/**
 * How far an issuer's clock may be ahead of ours. A token is used milliseconds after it was made, and says that it is
 * not valid before that time. Kubernetes allows the same.
 */
const clockAheadS = 60;
const maxCacheMs = 60_000;
const maxCacheEntries = 20_000;

/** Verifies Cognito access tokens and, given a policy, workload tokens; remembers verdicts by hash of the token. */
export function createVerifier(
  config: IdentityConfig,
  workloads?: WorkloadPolicy,
  now: () => number = Date.now,
): Verifier & KeyHolder {
  const people = personIssuer(config);
  const services = workloads && workloadIssuer(config, workloads);
  const cache = new Map<string, Verified>();
  const pending = new Map<string, Promise<Verified>>();

  async function check(rawToken: string): Promise<Verified> {
    try {
      const { iss } = decomposeUnverifiedJwt(rawToken).payload;
      const fromWorkload = services !== undefined && iss === config.WORKLOAD_ISSUER;
      return await (fromWorkload ? services.verify(rawToken) : people.verify(rawToken));
    } catch (err) {
      throw toServiceError(err);
    }
  }

  async function checkAndRemember(key: string, rawToken: string): Promise<Verified> {
    const verified = await check(rawToken);
    const until = Math.min(verified.expiresAtMs, now() + maxCacheMs);
    const oldest = cache.size >= maxCacheEntries ? cache.keys().next().value : undefined;
    if (oldest !== undefined) cache.delete(oldest);
    cache.set(key, { caller: verified.caller, expiresAtMs: until });
    return verified;
  }

  return {
    async verify(rawToken) {
      if (rawToken.length === 0 || rawToken.length > maxTokenLength) throw refused();
      const key = hash('sha256', rawToken, 'base64');
      const known = cache.get(key);
      if (known !== undefined && known.expiresAtMs > now()) return known.caller;
      cache.delete(key);
      let verification = pending.get(key);
      if (verification === undefined) {
        verification = checkAndRemember(key, rawToken).finally(() => pending.delete(key));
        pending.set(key, verification);
      }
      return (await verification).caller;
    },
    async fetchKeys() {
      try {
        await Promise.all([people.fetchKeys(), services?.fetchKeys()]);
      } catch (err) {
        throw toServiceError(err);
      }
    },
  };
}

/** The token of an `Authorization: Bearer …` header or metadata value; `unauthenticated` without one. */
export function bearerToken(header: string | undefined): string {
  const match = /^Bearer +([^\s]+)$/i.exec(header ?? '');
  if (match?.[1] === undefined) throw refused();
  return match[1];
}

type Issuer = KeyHolder & { verify(rawToken: string): Promise<Verified> };

function personIssuer(config: IdentityConfig): Issuer {
  const redirect = config.COGNITO_JWKS_URL;
  if (redirect !== undefined && config.NODE_ENV === 'production') {
    throw new Error('COGNITO_JWKS_URL is refused when NODE_ENV is production');
  }
  const capacityOf = new Map<string, Capacity>([
    [config.COGNITO_PATIENTS_CLIENT_ID, 'patient'],
    [config.COGNITO_CLINIC_CLIENT_ID, 'staff'],
  ]);
  if (capacityOf.size < 2) {
    throw new Error('COGNITO_PATIENTS_CLIENT_ID and COGNITO_CLINIC_CLIENT_ID must name two app clients');
  }
  const verifier = CognitoJwtVerifier.create(
    {
      userPoolId: config.COGNITO_USER_POOL_ID,
      clientId: [...capacityOf.keys()],
      tokenUse: 'access',
      graceSeconds: clockAheadS,
    },
    { jwksCache: jwksCache(redirect) },
  );
  return {
    fetchKeys: () => verifier.hydrate(),
    async verify(rawToken) {
      const claims = await verifier.verify(rawToken);
      refuseExpired(claims.exp);
      const capacity = capacityOf.get(claims.client_id);
      if (capacity === undefined) throw refused();
      const counting = groupsThatCount(capacity, claims['cognito:groups'] ?? []);
      return {
        caller: { kind: 'person', personId: claims.sub, capacity, groups: counting },
        expiresAtMs: claims.exp * 1000,
      };
    },
  };
}

/**
 * A person acts in one capacity and never has the rights of both: as a patient only `Patients` counts, as staff all
 * other groups count together. Unknown groups count for nothing.
 */
function groupsThatCount(capacity: Capacity, claimed: readonly string[]): Group[] {
  return groups.filter(
    (group) => claimed.includes(group) && (group === 'Patients') === (capacity === 'patient'),
  );
}

function workloadIssuer(config: IdentityConfig, { callee, callers }: WorkloadPolicy): Issuer | undefined {
  const issuer = config.WORKLOAD_ISSUER;
  if (issuer === undefined) return undefined;
  const jwksUri = config.WORKLOAD_JWKS_URL ?? `${issuer}/keys`;
  const verifier = JwtVerifier.create(
    { issuer, audience: callee, jwksUri, graceSeconds: clockAheadS },
    { jwksCache: jwksCache() },
  );
  const prefix = `system:serviceaccount:${config.WORKLOAD_NAMESPACE ?? 'healthbooker'}:`;
  return {
    fetchKeys: () => verifier.hydrate(),
    async verify(rawToken) {
      const { sub, exp } = await verifier.verify(rawToken);
      const service = sub?.startsWith(prefix) ? sub.slice(prefix.length) : undefined;
      if (service === undefined || exp === undefined || !callers.includes(service)) throw refused();
      refuseExpired(exp);
      return { caller: { kind: 'workload', service }, expiresAtMs: exp * 1000 };
    },
  };
}

/**
 * A clock that is ahead is tolerated at the start of a token, not at its end: callers renew a token minutes before
 * its end.
 */
function refuseExpired(exp: number): void {
  if (exp * 1000 < Date.now()) throw refused();
}

function jwksCache(redirect?: string): SimpleJwksCache {
  return new SimpleJwksCache({
    fetcher: createKeyFetcher(redirect),
    penaltyBox: new SimplePenaltyBox({ waitSeconds: 5 }),
  });
}

/**
 * When the issuer's current keys lack the key id, the token is wrong, also in the pause between two fetches. When
 * keys cannot be fetched or read, the token is not to blame.
 */
function toServiceError(err: unknown): ServiceError {
  if (err instanceof ServiceError) return err;
  const keysMissing =
    err instanceof FetchError ||
    err instanceof JwksNotAvailableInCacheError ||
    err instanceof JwksValidationError ||
    err instanceof JwkValidationError;
  if (keysMissing) {
    return new ServiceError('unavailable', 'Sign-in cannot be checked right now.', {
      retryAfterMs: 2000,
      cause: err,
    });
  }
  if (err instanceof JwtBaseError) return refused(err);
  return new ServiceError('internal', 'the token could not be checked', { cause: err });
}

function refused(cause?: Error): ServiceError {
  return new ServiceError('unauthenticated', 'A valid access token is needed.', { cause });
}
