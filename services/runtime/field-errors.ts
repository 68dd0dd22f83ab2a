import type { z } from 'zod';
import type { FieldError } from './errors.ts';

type Issue = z.core.$ZodIssue;

/** More than this many field errors help nobody, and would let a caller make large answers. */
const maxFieldErrors = 20;

/**
 * Zod's findings as field errors in the caller's terms: the name they sent (`symptoms.gettingWorse`,
 * `daysOfWeek[0]`) and a sentence about it. `prefix` names the part when it is no field, e.g. `body`.
 */
export function fieldErrors(issues: readonly Issue[], prefix: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const issue of issues) {
    if (errors.length >= maxFieldErrors) break;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys.slice(0, maxFieldErrors - errors.length)) {
        errors.push({ field: fieldName([...issue.path, key], prefix), message: 'is not a known field' });
      }
    } else {
      errors.push({ field: fieldName(issue.path, prefix), message: sentence(issue) });
    }
  }
  return errors;
}

function fieldName(path: readonly PropertyKey[], prefix: string): string {
  let name = '';
  for (const part of path) {
    if (typeof part === 'number') name += `[${part}]`;
    // Names come from the caller. They are cut, so that a caller cannot make the answer long.
    else name += (name ? '.' : '') + String(part).slice(0, 64);
  }
  return name || prefix;
}

function sentence(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is required' : `must be ${article(issue.expected)}`;
    case 'too_small':
      return `must ${bound(issue.origin, 'at least', Number(issue.minimum))}`;
    case 'too_big':
      return `must ${bound(issue.origin, 'at most', Number(issue.maximum))}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is required' : `must be ${oneOf(issue.values)}`;
    case 'invalid_union':
      return 'discriminator' in issue && issue.path.length > 0 && issue.input === undefined
        ? 'is required'
        : 'must be one of the allowed forms';
    case 'invalid_format':
      return `must be ${formats[issue.format] ?? `a valid ${issue.format}`}`;
    case 'custom':
      return issue.message;
    default:
      return 'is not valid';
  }
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'a UUID',
  date: 'a date like 2026-12-03',
  datetime: 'an instant like 2026-12-03T14:15:00Z',
  time: 'a time like 14:15',
  email: 'an e-mail address',
  regex: 'in the right format',
  url: 'a URL',
};

function article(expected: string): string {
  if (expected === 'int') return 'a whole number';
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

function bound(origin: string, edge: string, limit: number): string {
  if (origin === 'string') return `have ${edge} ${limit} ${limit === 1 ? 'character' : 'characters'}`;
  if (origin === 'array' || origin === 'set')
    return `have ${edge} ${limit} ${limit === 1 ? 'item' : 'items'}`;
  return `be ${edge} ${limit}`;
}

function oneOf(values: readonly unknown[]): string {
  const words = values.slice(0, 12).map(String);
  return words.length === 1 ? (words[0] ?? '') : `one of ${words.join(', ')}`;
}
