import { instantText } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import { fieldErrors } from '@healthbooker/runtime/field-errors';
import { z } from 'zod';

/**
 * The request as the schema wants it. Fields are named as the contract does, in camel case.
 * @throws ServiceError invalid, with an error for each field
 */
export function parse<Schema extends z.ZodType>(schema: Schema, request: unknown): z.output<Schema> {
  const result = schema.safeParse(request);
  if (result.success) return result.data;
  throw new ServiceError('invalid', 'Some fields are not right.', {
    fields: fieldErrors(result.error.issues, 'request'),
  });
}

/** Names an operation of the caller: the same key of the same person is the same operation. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,128}$/, { error: 'must have 8 to 128 printable characters' });

/** The version a change is based on. */
export const expectedVersion = z.int().min(1);

/**
 * An id, or nothing. Not `z.uuid()`, here and elsewhere: Cognito's subs look like UUIDs but may have any variant bits.
 */
export const optionalId = z.union([z.literal(''), z.guid()], { error: 'must be a UUID' });

/** An instant in UTC with whole seconds, which sorts as text; empty when not given. */
export const optionalInstant = z.union([z.literal(''), instantText], {
  error: 'must be an instant like 2026-12-03T14:15:00Z',
});

/** How many to list: 0 means 50. */
export const pageSize = z
  .int()
  .min(0)
  .max(100)
  .transform((size) => (size === 0 ? 50 : size));
