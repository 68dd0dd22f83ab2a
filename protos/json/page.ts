import { z } from 'zod';

/** The query parameters of every list. */
export const pageQuery = {
  limit: z.int32().min(1).max(100).default(50),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_.~-]*$/)
    .max(2048)
    .optional()
    .describe('`nextCursor` of the page before'),
};

/** In the answer of every list; absent on the last page. */
export const nextCursor = z.string().optional();

/** In the answer of a list that has no pages and ends at a bound. */
export const isCut = z.boolean().describe('More are there than are listed');

/** The contract's page fields for a query. */
export function pageRequest(query: { limit: number; cursor?: string | undefined }): {
  pageSize: number;
  pageToken: string;
} {
  return { pageSize: query.limit, pageToken: query.cursor ?? '' };
}

/** The cursor of an answer, left out on the last page. */
export function cursorJson(nextPageToken: string): { nextCursor?: string } {
  return nextPageToken === '' ? {} : { nextCursor: nextPageToken };
}
