import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { type FieldError, ServiceError } from './errors.ts';
import { fieldErrors } from './field-errors.ts';
import { parseQuery, queryShape, readParams } from './query.ts';
import { hasBody, readJson } from './read-body.ts';
import type { Route } from './route.ts';
import { textErrors } from './text.ts';

export type RequestParts = {
  params: unknown;
  query: unknown;
  headers: unknown;
  body: unknown;
  idempotencyKey: string;
};

export type ReadInput = (
  request: IncomingMessage,
  params: Readonly<Record<string, string>> | undefined,
  query: string,
) => RequestParts | Promise<RequestParts>;

const idempotencyKey = /^[!-~]{8,128}$/;
const settings = { reportInput: true };

/**
 * Makes the function that reads and checks everything a route takes. It throws `invalid` with the errors of all
 * parts at once, or what reading the body throws.
 */
export function inputReader(route: Route): ReadInput {
  const { params: paramsSchema, query: querySchema, headers: headersSchema, body: bodySchema } = route;
  const shape = querySchema && queryShape(querySchema);
  const paramsShape = paramsSchema && queryShape(paramsSchema);
  const headerNames = Object.keys(headersSchema?.shape ?? {});

  const readHead: (...args: Parameters<ReadInput>) => [RequestParts, FieldError[]] = (
    request,
    params,
    query,
  ) => {
    const errors: FieldError[] = [];
    const parts: RequestParts = {
      params: undefined,
      query: undefined,
      headers: undefined,
      body: undefined,
      idempotencyKey: '',
    };
    if (paramsSchema && paramsShape) {
      parts.params = check(paramsSchema, readParams(params ?? {}, paramsShape), 'path', errors);
    }
    if (querySchema && shape) {
      const parsed = parseQuery(query, shape);
      errors.push(...parsed.errors);
      parts.query = check(querySchema, parsed.values, 'query', errors);
    } else if (query !== '') {
      for (const name of new Set(new URLSearchParams(query).keys())) {
        errors.push({ field: name.slice(0, 64), message: 'is not a known field' });
      }
    }
    if (headersSchema) {
      const given = Object.fromEntries(headerNames.map((name) => [name, request.headers[name]]));
      parts.headers = check(headersSchema, given, 'headers', errors);
    }
    if (route.idempotent) parts.idempotencyKey = readKey(request, errors);
    return [parts, errors];
  };

  if (!bodySchema) {
    return (request, params, query) => {
      const [parts, errors] = readHead(request, params, query);
      if (errors.length > 0) throw invalid(errors);
      return parts;
    };
  }
  return async (request, params, query) => {
    const [parts, errors] = readHead(request, params, query);
    // When the body is missing, the other errors are still useful. A body that cannot be read is an answer of its
    // own.
    if (hasBody(request) || errors.length === 0) {
      parts.body = check(bodySchema, await readJson(request, route.maxBodyBytes), 'body', errors);
    }
    if (errors.length > 0) throw invalid(errors);
    return parts;
  };
}

/** The one check that the input of every route passes, before the route's own schema. */
function check(schema: z.ZodType, value: unknown, part: string, errors: FieldError[]): unknown {
  const unfit = textErrors(value, part);
  if (unfit.length > 0) {
    errors.push(...unfit);
    return undefined;
  }
  const result = schema.safeParse(value, settings);
  if (result.success) return result.data;
  errors.push(...fieldErrors(result.error.issues, part));
  return undefined;
}

function readKey(request: IncomingMessage, errors: FieldError[]): string {
  const key = request.headers['idempotency-key'];
  if (key === undefined) errors.push({ field: 'Idempotency-Key', message: 'is required' });
  else if (typeof key !== 'string' || !idempotencyKey.test(key)) {
    errors.push({ field: 'Idempotency-Key', message: 'must be 8 to 128 printable characters' });
  } else return key;
  return '';
}

function invalid(errors: readonly FieldError[]): ServiceError {
  const only = errors.length === 1 ? errors[0] : undefined;
  const message = only ? `${only.field} ${only.message}.` : `${errors.length} fields are not valid.`;
  return new ServiceError('invalid', message, { fields: errors.slice(0, 20) });
}
