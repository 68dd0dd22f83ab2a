import { createHash, randomInt } from 'node:crypto';

/**
 * Without letters and digits that are easily confused when they are read aloud or from a note. Ten of them carry 49
 * bits.
 */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 10;

/** A fresh invitation code. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

/** The code that somebody typed, in its normal form; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  const isCode = code.length === LENGTH && [...code].every((each) => ALPHABET.includes(each));
  return isCode ? code : undefined;
}

/** What is stored of a code. It is random enough that nobody can find it from its plain hash while it is open. */
export function codeHash(code: string): Buffer {
  return createHash('sha256').update(code).digest();
}
