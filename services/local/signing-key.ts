import { createPrivateKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';

/** An RS256 key pair as JSON Web Keys (RFC 7517); the public one names its use. */
export type SigningKey = {
  publicJwk: JsonWebKey & { kid: string };
  privateJwk: JsonWebKey & { kid: string };
};

/** Makes a key pair; `kid` names it in tokens. */
export function createSigningKey(kid: string): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const names = { kid, alg: 'RS256', use: 'sig' };
  return {
    publicJwk: { ...publicKey.export({ format: 'jwk' }), ...names },
    privateJwk: { ...privateKey.export({ format: 'jwk' }), ...names },
  };
}

/** The public half of a private key. */
export function publicPart({ kty, n, e, kid, alg, use }: SigningKey['privateJwk']): SigningKey['publicJwk'] {
  return { kid, kty, n, e, alg, use } as SigningKey['publicJwk'];
}

/** Signs claims as a compact JWT (RFC 7519). */
export function signToken(key: SigningKey['privateJwk'], claims: Readonly<Record<string, unknown>>): string {
  const content = [{ alg: 'RS256', typ: 'JWT', kid: key.kid }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(content), createPrivateKey({ key, format: 'jwk' }));
  return `${content}.${signature.toString('base64url')}`;
}
