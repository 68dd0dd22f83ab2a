/**
 * What a person is called, when they were born and where their mail goes. The same rules hold everywhere: in the
 * portals' forms, the local user pool, profiles and requests to change a name. Each reader returns the value as it is
 * stored, or what is wrong, in words that follow the field's name. It has no imports, so that portals can bundle it.
 */
export type Reading = { value: string; problem?: undefined } | { value?: undefined; problem: string };

/** Longest name in letters; accents and vowel signs do not count. */
export const maxNameLetters = 120;

/** Longest name in characters: 120 letters with three marks each. */
export const maxNameLength = 480;

/** Limits marks on one letter to what scripts really use: more would grow over the lines above and below. */
const maxMarksOnLetter = 6;

/** Oldest birth date in years before today; nobody has lived longer. */
export const maxAgeYears = 130;

/** Longest address that SMTP carries (RFC 5321). */
export const maxEmailLength = 254;

/** Unicode allows these two inside a word. No other invisible character may be in a name. */
const joiners = /(?<=[\p{L}\p{M}])[\u200c\u200d](?=[\p{L}\p{M}])/gu;

/** Control and format characters (bidirectional ones among them), lone surrogates, private and unassigned ones. */
const invisible = /[\p{C}\p{Zl}\p{Zp}]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u;

/**
 * A name: composed (NFC), without spaces around it, single spaces inside. It has at least one visible letter; a
 * zero-width joiner or non-joiner between letters, which Persian, Sinhala and others are written with, stays.
 */
export function readName(text: string): Reading {
  if (!text.isWellFormed()) return { problem: 'must not hold broken characters' };
  const name = text
    .normalize('NFC')
    .replaceAll(/\p{Zs}+/gu, ' ')
    .replaceAll(/^ | $/g, '');
  if (name === '') return { problem: 'must not be empty' };
  if (invisible.test(name.replaceAll(joiners, ''))) {
    return { problem: 'must not hold control characters or invisible ones' };
  }
  if (!/\p{L}/u.test(name)) return { problem: 'must have a letter' };
  if (name.replaceAll(/[\p{M}\p{Cf}]/gu, '').length > maxNameLetters || [...name].length > maxNameLength) {
    return { problem: `must have at most ${maxNameLetters} letters` };
  }
  if (new RegExp(`\\p{M}{${maxMarksOnLetter + 1}}`, 'u').test(name)) {
    return { problem: `must have at most ${maxMarksOnLetter} accents on a letter` };
  }
  return { value: name };
}

/**
 * A birth date `YYYY-MM-DD`: a day of the calendar, not in the future anywhere on Earth, not more than 130 years ago.
 * @param now the clock, for what is in the future
 */
export function readBirthDate(text: string, now: Date): Reading {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  // The clock of Date rolls 30 February over into March.
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    return { problem: 'must be a day of the calendar, like 1985-04-12' };
  }
  const latest = new Date(now.getTime() + 14 * 3_600_000);
  if (date > latest) return { problem: 'must not be in the future' };
  const oldest = Date.UTC(latest.getUTCFullYear() - maxAgeYears, latest.getUTCMonth(), latest.getUTCDate());
  if (date.getTime() < oldest) return { problem: `must be within the last ${maxAgeYears} years` };
  return { value: text };
}

const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?=[a-z0-9-]*[a-z])[a-z0-9-]{2,63}$/;

/**
 * An e-mail address as mail is sent to it: lower case, its domain in ASCII (IDNA), so that `zoe@exämple.de` is
 * `zoe@xn--exmple-cua.de`. The part before the @ must be ASCII and unquoted: Amazon SES delivers to no other address.
 */
export function readEmail(text: string): Reading {
  const address = text.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  const domain = toAscii(address.slice(at + 1));
  if (local === '' || domain === undefined) return { problem: 'must be an address like name@example.com' };
  if (!localPart.test(local)) {
    return { problem: 'must have plain letters, digits and signs without spaces or quotes before the @' };
  }
  const value = `${local}@${domain}`;
  if (local.length > 64 || value.length > maxEmailLength) {
    return { problem: `must have at most 64 characters before the @ and ${maxEmailLength} in all` };
  }
  return { value };
}

/** The ASCII form of a domain name; undefined for what is none, an IP address included. */
function toAscii(domain: string): string | undefined {
  // Only these characters may go to the URL parser, because it would also read ports, paths and escapes.
  if (!/^(?:[\p{L}\p{M}\p{N}.\u3002\uff0e\uff61\u00b7-]|\u200c|\u200d)+$/u.test(domain)) return undefined;
  const ascii = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : '';
  return domainName.test(ascii) ? ascii : undefined;
}
