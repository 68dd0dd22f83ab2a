import { type Reading, readBirthDate, readEmail, readName } from '@healthbooker/protos/person';
import type { Group } from '@healthbooker/runtime/context';
import { isVisible, showsNothing } from '@healthbooker/runtime/text';
import { z } from 'zod';
import type { ProfileItem } from './tables/profile.ts';

/** One line of text without control characters. */
function line(max: number): z.ZodType<string, string> {
  return z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u, { error: 'must not hold control characters' });
}

/** A field with the same rule in every RPC. */
function readBy(read: (text: string) => Reading): z.ZodType<string, string> {
  return z.string().transform((text, context) => {
    const { value, problem } = read(text);
    if (problem === undefined) return value;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}

/** What people may enter about themselves: what is accepted, and how it is stored. */
export const profileFields = {
  name: readBy(readName),
  /** Kept with digits and a leading + only; empty for none. */
  phone: z
    .string()
    .transform((phone) => phone.replaceAll(/[\s().-]/g, ''))
    .pipe(
      z.string().regex(/^(\+?\d{5,15})?$/, { error: 'must be a telephone number like +44 20 7946 0000' }),
    ),
  birthDate: readBy((text) => readBirthDate(text, new Date())),
  timeZone: z
    .string()
    .max(64)
    .refine((zone) => zone === '' || isTimeZone(zone), { error: 'must be a zone like Europe/London' }),
  language: z.string().max(35).refine(isLanguage, { error: 'must be a language tag like en-GB' }),
  sex: z.enum(['male', 'female', 'other', 'unknown']),
  preferredName: orNothing(readBy(readName)),
  /** Kept in upper case with single spaces; empty for none. Of any country. */
  postcode: z
    .string()
    .transform((code) => code.trim().toUpperCase().replaceAll(/\s+/g, ' '))
    .pipe(
      z.string().regex(/^([A-Z0-9][A-Z0-9 -]{1,9}[A-Z0-9])?$/, { error: 'must be a postcode like SE1 7XX' }),
    ),
  accessNeeds: z.array(line(100).refine(isVisible, { error: showsNothing })).max(10),
};

/** What people write to each other about a request: 3 to 500 characters, no control characters except line breaks. */
export const words = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .min(3, { error: 'must have at least 3 characters' })
      .max(500, { error: 'must have at most 500 characters' })
      .regex(/^(?:\P{Cc}|\n)*$/u, { error: 'must not hold control characters' })
      .refine(isVisible, { error: showsNothing }),
  );

/** Empty for none; stored and looked up in the form to which mail is sent. Cognito has verified it by a code. */
export const email = orNothing(readBy(readEmail));

/** A field that may be left out; an empty text stays empty. */
export function orNothing(field: z.ZodType<string, string>): z.ZodType<string, string> {
  return z.union([z.literal(''), field]);
}

/** The role a profile shows: the first of these groups that the person is in. */
const roles: readonly (readonly [Group, ProfileItem['role']])[] = [
  ['Providers', 'provider'],
  ['Receptionists', 'receptionist'],
  ['Admins', 'admin'],
  ['Privacy', 'privacy'],
  ['Managers', 'manager'],
  ['Patients', 'patient'],
];

/** The role that follows from a verified token's groups; undefined when it has no group of ours. */
export function roleOf(groups: readonly Group[]): ProfileItem['role'] | undefined {
  return roles.find(([group]) => groups.includes(group))?.[1];
}

function isTimeZone(zone: string): boolean {
  // Names only: an offset such as +01:00 would be accepted too, but does not follow summer time.
  return zone.includes('/')
    ? succeeds(() => new Intl.DateTimeFormat('en', { timeZone: zone }))
    : zone === 'UTC';
}

function isLanguage(tag: string): boolean {
  return succeeds(() => Intl.getCanonicalLocales(tag)) && tag !== '';
}

/** Intl throws a RangeError for an unknown name. */
function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (err) {
    if (err instanceof RangeError) return false;
    throw err;
  }
}
