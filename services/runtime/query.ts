import { z } from 'zod';
import type { FieldError } from './errors.ts';

type Kind = 'text' | 'number' | 'boolean';
type Shape = ReadonlyMap<string, { readonly kind: Kind; readonly list: boolean }>;

const decimal = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;

/** How each parameter of a query schema is read from text: its kind, and whether it may be repeated. */
export function queryShape(schema: z.ZodObject): Shape {
  return new Map(
    Object.entries(schema.shape).map(([name, field]) => {
      const inner = unwrap(field);
      const list = inner instanceof z.ZodArray;
      const item = list ? unwrap(inner.element) : inner;
      const kind = item instanceof z.ZodNumber ? 'number' : item instanceof z.ZodBoolean ? 'boolean' : 'text';
      return [name, { kind, list }];
    }),
  );
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodExactOptional ||
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodNullable
  ) {
    inner = inner.unwrap();
  }
  return inner;
}

/**
 * Query text as values for the schema: numbers and booleans where it wants them, arrays where a parameter may be
 * repeated. A value that cannot be read stays text, so that the schema refuses it under its name. A parameter that is
 * given twice and must not be is reported here.
 */
export function parseQuery(
  text: string,
  shape: Shape,
): { values: Record<string, unknown>; errors: FieldError[] } {
  const values: Record<string, unknown> = Object.create(null);
  const errors: FieldError[] = [];
  if (text === '') return { values, errors };
  for (const [name, raw] of pairs(text)) {
    const declared = shape.get(name);
    const value = declared ? read(raw, declared.kind) : raw;
    const before = values[name];
    if (declared?.list) {
      if (Array.isArray(before)) before.push(value);
      else values[name] = [value];
    } else if (before === undefined) {
      values[name] = value;
    } else if (declared) {
      errors.push({ field: name, message: 'may be given only once' });
    }
  }
  return { values, errors };
}

/** The parameters of a path as values for their schema, read as those of a query are. */
export function readParams(
  params: Readonly<Record<string, string>>,
  shape: Shape,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(params).map(([name, raw]) => [name, read(raw, shape.get(name)?.kind ?? 'text')]),
  );
}

/** The names and values of a query. Most queries hold nothing encoded, and splitting those is several times cheaper. */
function pairs(text: string): Iterable<readonly [string, string]> {
  if (/[%+]/.test(text)) return new URLSearchParams(text);
  return text
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const mark = part.indexOf('=');
      return mark < 0 ? [part, ''] : [part.slice(0, mark), part.slice(mark + 1)];
    });
}

function read(raw: string, kind: Kind): unknown {
  if (kind === 'number') return decimal.test(raw) ? Number(raw) : raw;
  if (kind === 'boolean') return raw === 'true' ? true : raw === 'false' ? false : raw;
  return raw;
}
