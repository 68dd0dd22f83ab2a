import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * SRP-6a as Cognito speaks it: the 3072-bit group of RFC 5054 (appendix A) with generator 2, SHA-256,
 * and every integer hashed in its shortest two's-complement form (so a leading zero byte when the top bit is set).
 */
export const N = BigInt(
  '0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD' +
    'EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED' +
    'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F' +
    '83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B' +
    'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510' +
    '15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7' +
    'ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C' +
    'BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
);
const G = 2n;
const K = hashToInteger(padded(N), padded(G));
const INFO = 'Caldera Derived Key';

/** What is stored in place of a password; both are hexadecimal. */
export type Verifier = { salt: string; verifier: string };

/** Whose password it is: the part of the pool id after `_`, and the user's sub. */
export type Identity = { poolName: string; sub: string };

/** The server's half of one exchange: `b` and `B` in hexadecimal; `b` must stay secret. */
export type ServerKey = { b: string; B: string };

/** Computes a fresh salt and verifier; about a millisecond of CPU. */
export function createVerifier(identity: Identity, password: string): Verifier {
  const salt = randomBytes(16).toString('hex');
  return { salt, verifier: power(G, privateKey(identity, password, salt)).toString(16) };
}

/** Whether a password given in clear (ChangePassword) is the one the verifier was made from. */
export function matchesVerifier(identity: Identity, password: string, stored: Verifier): boolean {
  return power(G, privateKey(identity, password, stored.salt)) === BigInt(`0x${stored.verifier}`);
}

/** A verifier that belongs to no password, for users who do not exist; `seed` makes it repeatable. */
export function decoyVerifier(seed: Buffer): Verifier {
  const salt = createHash('sha256').update('salt').update(seed).digest('hex').slice(0, 32);
  const exponent = createHash('sha256').update('verifier').update(seed).digest('hex');
  return { salt, verifier: power(G, BigInt(`0x${exponent}`)).toString(16) };
}

/** Whether the client's public value may be used: A mod N must not be zero (RFC 5054, 2.5.4). */
export function isUsablePublicValue(A: string): boolean {
  return /^[0-9a-f]{1,770}$/i.test(A) && BigInt(`0x${A}`) % N !== 0n;
}

/** Makes the server's public value for one exchange. */
export function createServerKey({ verifier }: Verifier): ServerKey {
  const b = randomBytes(32).toString('hex');
  const B = (K * BigInt(`0x${verifier}`) + power(G, BigInt(`0x${b}`))) % N;
  return { b, B: B.toString(16) };
}

export type Proof = {
  A: string;
  serverKey: ServerKey;
  secretBlock: Buffer;
  timestamp: string;
  signature: string;
};

/** Whether the client's signature shows that it knows the password behind the verifier. */
export function checkProof(identity: Identity, { verifier }: Verifier, proof: Proof): boolean {
  const A = BigInt(`0x${proof.A}`);
  const B = BigInt(`0x${proof.serverKey.B}`);
  const u = hashToInteger(padded(A), padded(B));
  if (u === 0n) return false;
  const S = power((A * power(BigInt(`0x${verifier}`), u)) % N, BigInt(`0x${proof.serverKey.b}`));
  const key = Buffer.from(hkdfSync('sha256', padded(S), padded(u), INFO, 16));
  const expected = createHmac('sha256', key)
    .update(identity.poolName)
    .update(identity.sub)
    .update(proof.secretBlock)
    .update(proof.timestamp)
    .digest();
  const given = Buffer.from(proof.signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function privateKey({ poolName, sub }: Identity, password: string, salt: string): bigint {
  const inner = createHash('sha256').update(`${poolName}${sub}:${password}`).digest();
  return hashToInteger(padded(BigInt(`0x${salt}`)), inner);
}

function hashToInteger(...parts: Buffer[]): bigint {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return BigInt(`0x${hash.digest('hex')}`);
}

function padded(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}

/** base ^ exponent mod N, exponents of 256 bits, four bits at a time. */
function power(base: bigint, exponent: bigint): bigint {
  const table = [1n];
  for (let i = 1; i < 16; i += 1) table.push(((table[i - 1] ?? 1n) * base) % N);
  let result = 1n;
  for (const digit of exponent.toString(16)) {
    for (let i = 0; i < 4; i += 1) result = (result * result) % N;
    result = (result * (table[Number.parseInt(digit, 16)] ?? 1n)) % N;
  }
  return result;
}
