/**
 * The client's half of Cognito's sign-in (USER_SRP_AUTH): SRP-6a (RFC 5054) over the 3072-bit group of RFC 3526 with
 * Cognito's own key derivation. Plain TypeScript over what a platform gives, since k6 has no library for it.
 */
export type Crypto = {
  sha256(bytes: Uint8Array): Uint8Array;
  hmacSha256(key: Uint8Array, bytes: Uint8Array): Uint8Array;
  random(length: number): Uint8Array;
  fromBase64(text: string): Uint8Array;
  toBase64(bytes: Uint8Array): string;
};

export type Challenge = { SRP_B: string; SALT: string; SECRET_BLOCK: string; USER_ID_FOR_SRP: string };

const N = BigInt(
  `0xFFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B
0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7EDEE386BFB5A899FA5AE9F24117C4B1FE649286651ECE4
5B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F174
6C08CA18217C32905E462E36CE3BE39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA
051015728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7ABF5AE8CDB0933D71E8C
94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E208E24FA074E5
AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF`.replaceAll('\n', ''),
);
const g = 2n;

/** A secret number for one sign-in and, as hexadecimal text, the public one that begins it. */
export function beginSrp(crypto: Crypto): { a: bigint; A: string } {
  const a = numberOf(crypto.random(32));
  return { a, A: power(g, a).toString(16) };
}

/** What answers the challenge PASSWORD_VERIFIER. `poolName` is the part of the pool's id behind the underscore. */
export function answerSrp(
  crypto: Crypto,
  poolName: string,
  begun: { a: bigint; A: string },
  challenge: Challenge,
  password: string,
): Record<string, string> {
  const { USER_ID_FOR_SRP: user, SECRET_BLOCK: secretBlock } = challenge;
  const B = BigInt(`0x${challenge.SRP_B}`);
  const A = BigInt(`0x${begun.A}`);
  const hash = (...parts: Uint8Array[]) => numberOf(crypto.sha256(joined(...parts)));
  const inner = crypto.sha256(utf8(`${poolName}${user}:${password}`));
  const x = hash(padded(BigInt(`0x${challenge.SALT}`)), inner);
  const u = hash(padded(A), padded(B));
  const k = hash(padded(N), padded(g));
  const base = (((B - k * power(g, x)) % N) + N) % N;
  const shared = power(base, begun.a + u * x);
  // HKDF (RFC 5869) of one block, cut to 16 bytes.
  const prk = crypto.hmacSha256(padded(u), padded(shared));
  const key = crypto.hmacSha256(prk, joined(utf8('Caldera Derived Key'), new Uint8Array([1]))).slice(0, 16);
  const timestamp = cognitoTime(new Date());
  const signed = joined(utf8(`${poolName}${user}`), crypto.fromBase64(secretBlock), utf8(timestamp));
  return {
    USERNAME: user,
    PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
    TIMESTAMP: timestamp,
    PASSWORD_CLAIM_SIGNATURE: crypto.toBase64(crypto.hmacSha256(key, signed)),
  };
}

/** `Thu Dec 3 14:15:00 UTC 2026`, the one form that Cognito takes. */
export function cognitoTime(now: Date): string {
  const [weekday = '', day = '', month = '', year = '', time = ''] = now
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % N;
    if (bit === '1') result = (result * base) % N;
  }
  return result;
}

/** Big-endian with a zero byte before a set top bit, so that no number reads as negative. */
function padded(value: bigint): Uint8Array {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  const text = /^[89a-f]/.test(even) ? `00${even}` : even;
  return Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The platforms share no encoder; encodeURIComponent writes UTF-8 everywhere. */
function utf8(text: string): Uint8Array {
  const bytes = encodeURIComponent(text).match(/%..|./g) ?? [];
  return Uint8Array.from(bytes, (byte) =>
    byte.length === 3 ? Number.parseInt(byte.slice(1), 16) : byte.charCodeAt(0),
  );
}
