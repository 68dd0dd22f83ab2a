import { ServiceError } from '@healthbooker/runtime/errors';
import { textErrors } from '@healthbooker/runtime/text';
import { z } from 'zod';

/** Checks a page size: 1 to `most`; 0 means `usual`. */
export function pageSize(most: number, usual: number) {
  return z
    .int()
    .min(0)
    .max(most, { error: `must be ${most} at most` })
    .transform((size) => size || usual);
}

/** The first `most` rows, and whether there are more. The statement must have asked for one row more than `most`. */
export function cutAt<Row>(rows: readonly Row[], most: number): { shown: Row[]; isCut: boolean } {
  return { shown: rows.slice(0, most), isCut: rows.length > most };
}

/** A token that names the last row of a page; the statement for the next page goes on from there. */
export function writePage(last: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(last)).toString('base64url');
}

/** What `writePage` wrote; undefined for the first page. Throws 'invalid' for any other token. */
export function readPage<Schema extends z.ZodType>(
  schema: Schema,
  token: string,
): z.output<Schema> | undefined {
  if (token === '') return undefined;
  try {
    const place: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    const result = schema.safeParse(place);
    if (result.success && textErrors(place, 'pageToken').length === 0) return result.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field: 'pageToken', message: 'must be a next page token' }],
  });
}

const BEGINNING = '0.00000000-0000-0000-0000-000000000000';

/** A place in a list of changes, and how much of it to read. */
export const changedSchema = z.object({
  /** Transaction and appointment of the last change that the caller has read. */
  cursor: z
    .union([z.literal(''), z.string().regex(/^\d{1,19}\.[0-9a-f-]{36}$/)], { error: 'must be a next_cursor' })
    .transform((cursor) => cursor || BEGINNING),
  pageSize: z
    .int()
    .min(0)
    .max(500)
    .transform((size) => size || 200),
});
