import type { FieldError } from './errors.ts';

/** How deep a request may nest; ours have five levels. What recurses over a body never goes deeper. */
const maxDepth = 32;

/** More errors than this help nobody, and would let a caller make large answers. */
const maxErrors = 20;

/** The message for a text that cannot be stored. */
export const unstorable = 'must not hold a NUL or half a character';

/** Whether PostgreSQL takes a text and UTF-8 can carry it: no NUL, no lone surrogate. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** The message for a required text that shows nothing. */
export const showsNothing = 'must have a visible character';

/** Whether a text shows anything: a letter, digit, mark of punctuation or symbol that is not one of the invisible ones. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, ''));
}

/**
 * The errors of all texts in a JSON value, names of fields included, that no store takes; and of nesting without end.
 * @param name what the value is called when it is no field, e.g. `body`
 */
export function textErrors(value: unknown, name: string): FieldError[] {
  const errors: FieldError[] = [];
  collect(value, '', 0, errors, name);
  return errors;
}

function collect(value: unknown, path: string, depth: number, errors: FieldError[], name: string): void {
  if (errors.length >= maxErrors) return;
  if (typeof value === 'string') {
    if (!isStorable(value)) errors.push({ field: path || name, message: unstorable });
  } else if (typeof value === 'object' && value !== null) {
    if (depth === maxDepth) {
      errors.push({ field: name, message: `must not nest deeper than ${maxDepth} levels` });
    } else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) {
        collect(value[index], `${path}[${index}]`, depth + 1, errors, name);
      }
    } else {
      for (const [key, inner] of Object.entries(value)) {
        // A name that cannot be stored cannot be repeated in the answer either.
        if (!isStorable(key)) errors.push({ field: path || name, message: unstorable });
        else collect(inner, path ? `${path}.${key.slice(0, 64)}` : key.slice(0, 64), depth + 1, errors, name);
      }
    }
  }
}
