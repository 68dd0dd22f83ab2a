import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import {
  type Json,
  type JsonObject,
  problemResponses,
  problemSchema,
  problemStatuses,
} from './openapi-problems.ts';
import type { MediaResponse, ResponseSpec, Route } from './route.ts';

export type OpenApiInfo = { title: string; version: string; description: string };

/** The parts of the document that no schema can express. */
const ofBodies =
  'Lengths of text count Unicode code points, as JSON Schema has it: an emoji counts as one. ' +
  'An object in a body must not have a name twice.';

/**
 * The OpenAPI 3.1 document of an edge, from the schemas its routes validate with. Schemas with an id
 * (`.meta({ id })`) become components. Throws when two different schemas share one id.
 */
export function openApiDocument(info: OpenApiInfo, routes: readonly Route[]): JsonObject {
  const components: JsonObject = {};
  const paths: Record<string, JsonObject> = {};
  for (const one of routes) {
    const path = one.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [one.method.toLowerCase()]: operation(one, components) };
  }
  return {
    openapi: '3.1.0',
    info: { ...info, description: `${info.description} ${ofBodies}` },
    paths: sorted(paths),
    components: {
      schemas: sorted({ ...components, Problem: problemSchema(components) }),
      responses: problemResponses,
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'Cognito access token' },
      },
    },
  };
}

/**
 * Writes the document to `file`, or with `check` compares it: returns whether the committed file is current.
 */
export function saveOpenApi(document: JsonObject, file: string, check: boolean): boolean {
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (check) return readFileSync(file, 'utf8') === text;
  writeFileSync(file, text);
  return true;
}

function operation(one: Route, components: JsonObject): JsonObject {
  const result: JsonObject = {
    operationId: operationId(one),
    summary: one.summary,
    parameters: parameters(one, components),
    responses: responses(one, components),
  };
  if (one.callers !== 'public') {
    result['security'] = [{ bearer: [] }];
    if (one.callers !== 'signed-in') result['x-groups'] = [...one.callers];
  }
  if (one.body) {
    result['requestBody'] = {
      required: true,
      content: { 'application/json': { schema: inputSchema(one.body, one, components) } },
    };
  }
  return result;
}

function operationId(one: Route): string {
  const words = one.path.split(/[/.:-]/).filter((word) => word !== '' && word !== 'v1');
  return (
    one.method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  );
}

function parameters(one: Route, components: JsonObject): Json[] {
  const list: Json[] = [];
  for (const [place, schema] of [
    ['path', one.params],
    ['query', one.query],
    ['header', one.headers],
  ] as const) {
    if (!schema) continue;
    const object = inputSchema(schema, one, components);
    const required = new Set((object['required'] as string[] | undefined) ?? []);
    for (const [name, shape] of Object.entries((object['properties'] as JsonObject | undefined) ?? {})) {
      list.push({ name, in: place, required: required.has(name), schema: shape });
    }
  }
  if (one.idempotent) {
    list.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description:
        'Made by the client, one per intended change; a retry with the same key changes nothing twice',
      schema: { type: 'string', minLength: 8, maxLength: 128, pattern: '^[!-~]+$' },
    });
  }
  return list;
}

function responses(one: Route, components: JsonObject): JsonObject {
  const result: Record<string, Json> = {};
  for (const [status, spec] of Object.entries(one.responses)) result[status] = response(spec, components);
  for (const status of problemStatuses(one)) {
    result[status] = { $ref: `#/components/responses/Problem${status}` };
  }
  return result;
}

function response(spec: ResponseSpec, components: JsonObject): JsonObject {
  if (isMedia(spec)) {
    return { description: spec.description, content: { [spec.mediaType]: { schema: { type: 'string' } } } };
  }
  if (spec instanceof z.ZodUndefined) return { description: 'Done; no content' };
  const schema = jsonSchema(spec, 'output', components);
  return {
    description: spec.description ?? 'Done',
    content: { 'application/json': { schema } },
  };
}

/** Whether a declared response is text, bytes or a stream. */
export function isMedia(spec: ResponseSpec): spec is MediaResponse {
  return 'mediaType' in spec;
}

/**
 * What a route takes as JSON Schema. Throws for a whole number that is not bounded to 32 bits: contracts have no
 * larger numbers, so a larger one would be changed on its way.
 */
function inputSchema(schema: z.ZodType, { method, path }: Route, components: JsonObject): JsonObject {
  z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema: { type, minimum = -Infinity, maximum = Infinity }, path: field }) => {
      if (type === 'integer' && (minimum < -(2 ** 31) || maximum >= 2 ** 31)) {
        throw new Error(
          `${method} ${path} takes ${field.join('.')} beyond 32 bits: declare it with z.int32()`,
        );
      }
    },
  });
  return jsonSchema(schema, 'input', components);
}

/** One schema as JSON Schema, its named parts moved to the document's components. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output', components: JsonObject): JsonObject {
  const raw = JSON.parse(
    JSON.stringify(z.toJSONSchema(schema, { io, target: 'draft-2020-12' })),
  ) as JsonObject;
  const { $schema: _, $defs: definitions, ...rest } = raw;
  for (const [id, definition] of Object.entries((definitions as JsonObject | undefined) ?? {})) {
    addComponent(id, relocate(definition), components);
  }
  return relocate(rest) as JsonObject;
}

function addComponent(id: string, definition: Json, components: JsonObject): void {
  const before = components[id];
  if (before !== undefined && JSON.stringify(before) !== JSON.stringify(definition)) {
    throw new Error(`two different schemas share the id ${id}`);
  }
  components[id] = definition;
}

/** Refers to the document's components instead of a schema's own definitions. */
function relocate(value: Json): Json {
  if (Array.isArray(value)) return value.map(relocate);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace('#/$defs/', '#/components/schemas/')
        : relocate(inner),
    ]),
  );
}

function sorted(record: Readonly<Record<string, Json>>): JsonObject {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
