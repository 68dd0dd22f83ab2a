import { createHash } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that it can be read out and typed. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What somebody typed, in the form in which numbers are stored; undefined when it is no number. */
export function readMedicalRecordNumber(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replace(/^HB/, '')
    // O and I are misread digits: base 32 has neither letter.
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  const isNumber = plain.length === 11 && [...plain].every((each) => alphabet.includes(each));
  return isNumber ? dashed(plain) : undefined;
}

function dashed(plain: string): string {
  return `HB-${plain.slice(0, 5)}-${plain.slice(5, 10)}-${plain.slice(10)}`;
}

/**
 * A person's medical record number, e.g. `HB-7K2QX-04MZD-9`: 50 bits of a hash of the person id, so that it never
 * changes and a million people have all different ones with a chance of 0.9996, and a check character (weighted sum
 * modulo 32, odd weights) that notices any one wrong character.
 */
export function medicalRecordNumber(personId: string): string {
  const digest = createHash('sha256').update(`medical-record-number\n${personId}`).digest();
  let bits = digest.readBigUInt64BE() >> 14n;
  const values: number[] = [];
  for (let i = 0; i < 10; i += 1) {
    values.unshift(Number(bits & 31n));
    bits >>= 5n;
  }
  const check = values.reduce((sum, value, i) => sum + value * (2 * i + 1), 0) % 32;
  const text = [...values, check].map((value) => alphabet[value]).join('');
  return dashed(text);
}
