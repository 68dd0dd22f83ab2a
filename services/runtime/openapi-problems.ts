import type { Route } from './route.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

const reasons: Readonly<Record<number, string>> = {
  400: 'Malformed: each wrong field is named',
  401: 'No valid access token',
  403: 'The caller has no such function',
  404: 'No such thing, or not the caller’s',
  409: 'In conflict with the present state, e.g. the slot is taken or the version is old',
  412: 'Changed by somebody else since it was read',
  413: 'The body is larger than this route takes',
  415: 'The body is not JSON',
  422: 'The idempotency key was used for another request',
  428: 'The If-Match header is required',
  429: 'Too many requests',
  431: 'The address and the headers are larger than 16 KiB',
  500: 'Unexpected; quote the instance',
  503: 'A part is unavailable; try again after Retry-After seconds',
  504: 'No answer in time',
};

/**
 * RFC 9457, as every error of the edges looks; `alternatives` are slots and `warnings` are findings where the document
 * knows what those are.
 */
export function problemSchema(known: JsonObject): JsonObject {
  const items = (name: string) =>
    name in known ? { $ref: `#/components/schemas/${name}` } : { type: 'object' };
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'instance'],
    properties: {
      type: { type: 'string', format: 'uri', description: 'Stable; the last part is the kind of error' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      instance: { type: 'string', description: 'The id to quote: urn:uuid:…' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['field', 'message'],
          properties: { field: { type: 'string' }, message: { type: 'string' } },
        },
      },
      alternatives: {
        type: 'array',
        description: 'Other free slots, when a slot is taken',
        items: items('Slot'),
      },
      warnings: {
        type: 'object',
        description: 'What of the chart speaks against an entry, for safety-warning',
        required: ['key', 'findings', 'more'],
        properties: {
          key: { type: 'string', description: 'Goes with the reason: names exactly these warnings' },
          findings: { type: 'array', items: items('MedicineFinding') },
          more: { type: 'integer', description: 'How many there are beside these' },
        },
      },
    },
  };
}

/** One response per status, which operations refer to. */
export const problemResponses: JsonObject = Object.fromEntries(
  Object.entries(reasons).map(([status, description]) => [
    `Problem${status}`,
    {
      description,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]),
);

/** The statuses a route can answer as a problem, from what it takes and who may call it. */
export function problemStatuses(one: Route): number[] {
  const statuses = new Set([429, 431, 500, 503, ...one.problems]);
  if (one.params || one.query || one.headers || one.body || one.idempotent) statuses.add(400);
  if (one.body) for (const status of [413, 415]) statuses.add(status);
  if (one.callers !== 'public') for (const status of [401, 403]) statuses.add(status);
  if (one.params) statuses.add(404);
  if (one.idempotent) for (const status of [409, 422]) statuses.add(status);
  if (one.deadlineMs !== 'none') statuses.add(504);
  return [...statuses].sort((a, b) => a - b);
}
