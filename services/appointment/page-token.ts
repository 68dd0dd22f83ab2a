import { ServiceError } from '@healthbooker/runtime/errors';
import { textErrors } from '@healthbooker/runtime/text';
import type { z } from 'zod';

/** A place in a list as an opaque token. It only says where to go on, never whose list it is. */
export function encodePageToken(place: object): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that a token of ours names; undefined for the first page. @throws ServiceError invalid */
export function decodePageToken<Schema extends z.ZodType>(
  schema: Schema,
  token: string,
): z.output<Schema> | undefined {
  if (token === '') return undefined;
  const json = token.length > 1024 ? undefined : parseJson(token);
  const place = schema.safeParse(json);
  if (place.success && textErrors(json, 'pageToken').length === 0) return place.data;
  throw new ServiceError('invalid', 'The page token is not one that was handed out.', {
    fields: [{ field: 'pageToken', message: 'is not one that was handed out' }],
  });
}

function parseJson(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
  } catch (err) {
    if (err instanceof SyntaxError) return undefined;
    throw err;
  }
}
