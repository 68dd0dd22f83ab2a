import { createHash, randomInt } from 'node:crypto';

/** No letter or digit that is mistaken for another when it is read aloud or off a note: ten carry 49 bits. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 10;

/** A fresh invitation code. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

/** The code behind what somebody typed; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  const isCode = code.length === LENGTH && [...code].every((each) => ALPHABET.includes(each));
  return isCode ? code : undefined;
}

/** What is stored of a code. It is random enough that its plain hash cannot be turned back while it is open. */
export function codeHash(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
