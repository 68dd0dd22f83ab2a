import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Capacity } from '@healthbooker/runtime/context';
import { createSigningKey, type SigningKey, signToken } from '../signing-key.ts';
import { testVariable } from './variables.ts';

export type TokenRequest = {
  sub: string;
  groups?: readonly string[];
  /** Whose app client it is from: the clinic's for whoever has a staff group, else the patients', unless given. */
  capacity?: Capacity;
  /** Claims that replace the usual ones. */
  claims?: Readonly<Record<string, unknown>>;
};

type Keys = { pool: SigningKey['privateJwk']; workload: SigningKey['privateJwk'] };

let keys: Keys | undefined;
let stranger: SigningKey | undefined;

/** A Cognito access token of the test pool that is good for an hour. */
export async function accessToken(request: TokenRequest): Promise<string> {
  return signToken(testKeys().pool, { ...accessClaims(request), ...request.claims });
}

/** An access token whose hour ended a minute ago. */
export async function expiredToken(request: TokenRequest): Promise<string> {
  const now_s = Math.floor(Date.now() / 1000);
  const claims = { iat: now_s - 3660, auth_time: now_s - 3660, exp: now_s - 60, ...request.claims };
  return accessToken({ ...request, claims });
}

/** An access token with every claim right and the key id right, signed by somebody else's key. */
export async function forgedToken(request: TokenRequest): Promise<string> {
  stranger ??= createSigningKey(testKeys().pool.kid);
  return signToken(stranger.privateJwk, { ...accessClaims(request), ...request.claims });
}

/** An access token claiming no signature is needed ("alg":"none"). */
export async function unsignedToken(request: TokenRequest): Promise<string> {
  const parts = [{ alg: 'none', typ: 'JWT', kid: testKeys().pool.kid }, accessClaims(request)];
  return `${parts.map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`;
}

/** An access token "signed" with HS256, taking the pool's public key as the secret. */
export async function publicKeyHmacToken(request: TokenRequest): Promise<string> {
  const { kid, n } = testKeys().pool;
  const content = [{ alg: 'HS256', typ: 'JWT', kid }, accessClaims(request)]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${content}.${createHmac('sha256', String(n)).update(content).digest('base64url')}`;
}

/** An access token of another user pool, signed with a key this pool's list does not hold. */
export async function otherPoolToken(request: TokenRequest): Promise<string> {
  const iss = `https://cognito-idp.${testVariable('HB_TEST_AWS_REGION')}.amazonaws.com/${testVariable('HB_TEST_AWS_REGION')}_OtherPool`;
  return signToken(createSigningKey('other-pool').privateJwk, {
    ...accessClaims(request),
    iss,
    ...request.claims,
  });
}

/** An access token of this pool for an app client that is neither the patients' nor the clinic's. */
export async function otherClientToken(request: TokenRequest): Promise<string> {
  return accessToken({ ...request, claims: { client_id: 'anotherclient', ...request.claims } });
}

/** An id token of the test pool: the right person and signature, the wrong kind of token. */
export async function idToken(request: TokenRequest): Promise<string> {
  const { client_id, scope: _, username, ...rest } = accessClaims(request);
  return signToken(testKeys().pool, {
    ...rest,
    token_use: 'id',
    aud: client_id,
    'cognito:username': username,
    email: `${request.sub}@example.com`,
    email_verified: true,
    ...request.claims,
  });
}

/** A service account's token as Kubernetes projects it: ten minutes long, for one callee. */
export async function workloadToken(
  caller: string,
  audience: string,
  claims: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return signToken(testKeys().workload, { ...workloadClaims(caller, audience), ...claims });
}

/** A workload's token with every claim right and the key id right, signed by somebody else's key. */
export async function forgedWorkloadToken(caller: string, audience: string): Promise<string> {
  const { privateJwk } = createSigningKey(testKeys().workload.kid);
  return signToken(privateJwk, workloadClaims(caller, audience));
}

function workloadClaims(caller: string, audience: string): Record<string, unknown> {
  const now_s = Math.floor(Date.now() / 1000);
  return {
    iss: testVariable('HB_TEST_WORKLOAD_ISSUER'),
    sub: `system:serviceaccount:healthbooker:${caller}`,
    aud: [audience],
    iat: now_s,
    nbf: now_s,
    exp: now_s + 600,
    jti: randomUUID(),
  };
}

/** The same call as an edge makes it for which it vouches, its own token beside the person's. */
export function vouched<Context extends object>(
  context: Context,
  callee: 'appointment' | 'scheduler' = 'appointment',
): Context & { workloadToken(): Promise<string> } {
  return { ...context, workloadToken: () => workloadToken('patient-edge', callee) };
}

/** The variables with which a service under test trusts these tokens. */
export function identityEnv(): Record<string, string> {
  return {
    AWS_REGION: testVariable('HB_TEST_AWS_REGION'),
    COGNITO_USER_POOL_ID: testVariable('HB_TEST_COGNITO_USER_POOL_ID'),
    COGNITO_PATIENTS_CLIENT_ID: testVariable('HB_TEST_COGNITO_PATIENTS_CLIENT_ID'),
    COGNITO_CLINIC_CLIENT_ID: testVariable('HB_TEST_COGNITO_CLINIC_CLIENT_ID'),
    COGNITO_JWKS_URL: testVariable('HB_TEST_COGNITO_JWKS_URL'),
    WORKLOAD_ISSUER: testVariable('HB_TEST_WORKLOAD_ISSUER'),
    WORKLOAD_JWKS_URL: testVariable('HB_TEST_WORKLOAD_JWKS_URL'),
  };
}

function accessClaims({ sub, groups = [], capacity = usualCapacity(groups) }: TokenRequest) {
  const now_s = Math.floor(Date.now() / 1000);
  return {
    sub,
    // Cognito leaves the claim out for a user without groups.
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    iss: `https://cognito-idp.${testVariable('HB_TEST_AWS_REGION')}.amazonaws.com/${testVariable('HB_TEST_COGNITO_USER_POOL_ID')}`,
    client_id: clientId(capacity),
    origin_jti: randomUUID(),
    event_id: randomUUID(),
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    auth_time: now_s,
    iat: now_s,
    exp: now_s + 3600,
    jti: randomUUID(),
    username: sub,
  };
}

function usualCapacity(groups: readonly string[]): Capacity {
  return groups.some((group) => group !== 'Patients') ? 'staff' : 'patient';
}

function clientId(capacity: Capacity): string {
  return testVariable(
    capacity === 'patient' ? 'HB_TEST_COGNITO_PATIENTS_CLIENT_ID' : 'HB_TEST_COGNITO_CLINIC_CLIENT_ID',
  );
}

function testKeys(): Keys {
  keys ??= JSON.parse(readFileSync(testVariable('HB_TEST_KEYS_FILE'), 'utf8')) as Keys;
  return keys;
}
