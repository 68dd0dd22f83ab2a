import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import {
  type CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type RespondToAuthChallengeCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { N } from '../srp.ts';
import { CLIENT_ID, POOL_ID } from './pool-server.ts';

export type Exchange = {
  parameters: Record<string, string>;
  answer(password: string): Record<string, string>;
};

/** A user pool and one of its app clients. */
export type SignInAt = { poolId: string; clientId: string };

const testPool: SignInAt = { poolId: POOL_ID, clientId: CLIENT_ID };

/** The first half of a sign-in by SRP; `answer` makes the second half for a password, right or wrong. */
export async function beginSignIn(
  client: CognitoIdentityProviderClient,
  username: string,
  { poolId, clientId }: SignInAt = testPool,
): Promise<Exchange> {
  const a = BigInt(`0x${randomBytes(32).toString('hex')}`);
  const A = power(2n, a);
  const begun = await client.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: username, SRP_A: A.toString(16) },
    }),
  );
  const parameters = begun.ChallengeParameters ?? {};
  return { parameters, answer: (password) => answer(parameters, { a, A }, poolId, password) };
}

/** Signs in with a password as the browser's client does. */
export async function signIn(
  client: CognitoIdentityProviderClient,
  username: string,
  password: string,
  at: SignInAt = testPool,
): Promise<RespondToAuthChallengeCommandOutput> {
  const exchange = await beginSignIn(client, username, at);
  return client.send(
    new RespondToAuthChallengeCommand({
      ClientId: at.clientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: exchange.answer(password),
    }),
  );
}

function answer(
  parameters: Record<string, string>,
  { a, A }: { a: bigint; A: bigint },
  poolId: string,
  password: string,
): Record<string, string> {
  const user = parameters['USER_ID_FOR_SRP'] ?? '';
  const poolName = poolId.split('_')[1] ?? '';
  const B = BigInt(`0x${parameters['SRP_B']}`);
  const salt = padded(BigInt(`0x${parameters['SALT']}`));
  const inner = createHash('sha256').update(`${poolName}${user}:${password}`).digest();
  const x = hash(salt, inner);
  const u = hash(padded(A), padded(B));
  const k = hash(padded(N), padded(2n));
  const base = (((B - k * power(2n, x)) % N) + N) % N;
  const S = power(base, a + u * x);
  const key = Buffer.from(hkdfSync('sha256', padded(S), padded(u), 'Caldera Derived Key', 16));
  const timestamp = 'Thu Dec 3 14:15:00 UTC 2026';
  const signature = createHmac('sha256', key)
    .update(`${poolName}${user}`)
    .update(Buffer.from(parameters['SECRET_BLOCK'] ?? '', 'base64'))
    .update(timestamp)
    .digest('base64');
  return {
    USERNAME: user,
    PASSWORD_CLAIM_SECRET_BLOCK: parameters['SECRET_BLOCK'] ?? '',
    TIMESTAMP: timestamp,
    PASSWORD_CLAIM_SIGNATURE: signature,
  };
}

function hash(...parts: Buffer[]): bigint {
  return BigInt(`0x${createHash('sha256').update(Buffer.concat(parts)).digest('hex')}`);
}

function padded(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % N;
    if (bit === '1') result = (result * base) % N;
  }
  return result;
}
