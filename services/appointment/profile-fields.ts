import type { Group } from '@healthbooker/runtime/context';
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

/** What a person may say about themselves, as they may write it and as it is kept. */
export const profileFields = {
  name: line(120).refine((name) => name !== '', { error: 'must not be empty' }),
  /** Kept with digits and a leading + only; empty for none. */
  phone: z
    .string()
    .transform((phone) => phone.replaceAll(/[\s().-]/g, ''))
    .pipe(
      z.string().regex(/^(\+?\d{5,15})?$/, { error: 'must be a telephone number like +44 20 7946 0000' }),
    ),
  birthDate: z.union([z.literal(''), z.iso.date()], { error: 'must be a date like 1985-04-12' }),
  timeZone: z
    .string()
    .max(64)
    .refine((zone) => zone === '' || isTimeZone(zone), { error: 'must be a zone like Europe/London' }),
  language: z.string().max(35).refine(isLanguage, { error: 'must be a language tag like en-GB' }),
  sex: z.enum(['male', 'female', 'other', 'unknown']),
  accessNeeds: z.array(line(100).refine((need) => need !== '', { error: 'must not be empty' })).max(10),
};

/** Compared and found in lower case. Cognito has verified it by a code, so only its form is looked at. */
export const email = z.union([z.literal(''), z.email().max(254)], { error: 'must be an e-mail address' });

/** The role a profile shows: the first of these groups that the person is in. */
const roles: readonly (readonly [Group, ProfileItem['role']])[] = [
  ['Providers', 'provider'],
  ['Receptionists', 'receptionist'],
  ['Admins', 'admin'],
  ['Privacy', 'privacy'],
  ['Patients', 'patient'],
];

/** The role that a verified token's groups give; undefined for none of ours. */
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

/** Intl says by RangeError that it does not know a name. */
function succeeds(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch (err) {
    if (err instanceof RangeError) return false;
    throw err;
  }
}
