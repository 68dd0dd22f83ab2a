import { calendarDate, instantText } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import { fieldErrors } from '@healthbooker/runtime/field-errors';
import { z } from 'zod';

/** The request, checked by the schema. Throws 'invalid' with an error for each wrong field, in the contract's names. */
export function parse<Schema extends z.ZodType>(schema: Schema, request: unknown): z.output<Schema> {
  const result = schema.safeParse(request);
  if (result.success) return result.data;
  throw new ServiceError('invalid', 'Some fields are not right.', {
    fields: fieldErrors(result.error.issues, 'request'),
  });
}

/** Ids of people, slots and appointments look like UUIDs, with any version and variant bits. */
export const id = z.guid({ error: 'must be a UUID' }).toLowerCase();

/** An id or nothing; '' becomes null. */
export const optionalId = z.union([z.literal(''), id]).transform((text) => (text === '' ? null : text));

/** Words of at most so many characters, without the one that no table keeps. */
export function text(max: number) {
  return z
    .string()
    .max(max)
    .refine((words) => !words.includes('\0'), 'must be text');
}

/** The short name of a specialty, location or visit type, or nothing. */
export const optionalName = z
  .string()
  .max(64)
  .transform((text) => (text === '' ? null : text));

/** A date like 2026-12-03 or nothing; '' becomes null. */
export const optionalDate = z
  .union([z.literal(''), calendarDate], { error: 'must be a date like 2026-12-03, from 1900 to 2199' })
  .transform((text) => (text === '' ? null : text));

/** Names an operation: the same key of the same patient is the same operation. */
export const operationKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,128}$/, { error: 'must have 8 to 128 printable characters' });

/** The version a change is based on. */
export const expectedVersion = z.int().min(1);

/** An instant like 2026-12-03T14:15:00Z. */
export const instant = instantText.transform((text) => new Date(text));

/** An instant or nothing; '' becomes null. */
export const optionalInstant = z
  .union([z.literal(''), instant])
  .transform((value) => (value === '' ? null : value));
