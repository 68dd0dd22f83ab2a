import { globSync } from 'node:fs';
import { join } from 'node:path';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import { z } from 'zod';

/** The part of JSON Schema in which both the contracts and the OpenAPI documents say what a request is made of. */
export type Schema = {
  type?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: readonly unknown[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  oneOf?: readonly Schema[];
  anyOf?: readonly Schema[];
  $ref?: string;
};

const described = z.object({
  field: z
    .array(
      z.object({
        name: z.string(),
        type: z.string(),
        typeName: z.string(),
        label: z.string(),
        proto3Optional: z.boolean(),
      }),
    )
    .default([]),
  oneofDecl: z.array(z.unknown()).default([]),
});
const enumeration = z.object({ value: z.array(z.object({ name: z.string(), number: z.number() })) });
const method = z.object({ requestType: z.object({ type: z.object({ name: z.string() }) }) });

/**
 * What the RPCs of a package (`healthbooker.ehr.v1`) take, by service and RPC. Fields are in camelCase; of an enum
 * the value that stands for none is left out. A contract does not say whether a field is required.
 */
export function requestSchemas(name: string): Readonly<Record<string, Readonly<Record<string, Schema>>>> {
  const root = import.meta.dirname;
  const files = globSync(join(name.replaceAll('.', '/'), '*.proto'), { cwd: root });
  const loaded = loadSync(files.sort(), { includeDirs: [root], enums: String, defaults: true });
  const ofServices = Object.entries(loaded).flatMap(([fullName, definition]) => {
    if ('format' in definition || !fullName.startsWith(`${name}.`)) return [];
    const rpcs = Object.entries(definition).map(([rpc, described]) => {
      const { requestType } = method.parse(described);
      return [rpc, messageSchema(loaded, `${name}.${requestType.type.name}`)] as const;
    });
    return [[fullName.slice(name.length + 1), Object.fromEntries(rpcs)] as const];
  });
  return Object.fromEntries(ofServices);
}

function messageSchema(loaded: PackageDefinition, fullName: string): Schema {
  const { field: fields, oneofDecl } = described.parse(typeOf(loaded, fullName));
  const properties = fields.map((field) => {
    const one = fieldSchema(loaded, fullName, field);
    return [field.name, field.label === 'LABEL_REPEATED' ? { type: 'array', items: one } : one] as const;
  });
  // An optional field is a choice of its own to the loader.
  const isChoice = oneofDecl.length > 0 && !fields.some(({ proto3Optional }) => proto3Optional);
  const object = (some: typeof properties): Schema => ({
    type: 'object',
    properties: Object.fromEntries(some),
    ...(isChoice && { required: some.map(([name]) => name) }),
  });
  return isChoice ? { oneOf: properties.map((each) => object([each])) } : object(properties);
}

function fieldSchema(
  loaded: PackageDefinition,
  within: string,
  { type, typeName, name }: { type: string; typeName: string; name: string },
): Schema {
  switch (type) {
    case 'TYPE_STRING':
      return { type: 'string' };
    case 'TYPE_BOOL':
      return { type: 'boolean' };
    case 'TYPE_INT32':
      return { type: 'integer' };
    case 'TYPE_DOUBLE':
      return { type: 'number' };
    case 'TYPE_ENUM': {
      const { value } = enumeration.parse(typeOf(loaded, named(loaded, within, typeName)));
      return { type: 'string', enum: value.flatMap((each) => (each.number === 0 ? [] : [each.name])) };
    }
    case 'TYPE_MESSAGE':
      return messageSchema(loaded, named(loaded, within, typeName));
    default:
      throw new Error(`${within}.${name}: nobody has said what may be in a ${type}`);
  }
}

/** Names are looked up from the innermost scope outwards, as Protocol Buffers do. */
function named(loaded: PackageDefinition, within: string, name: string): string {
  for (let scopes = within.split('.'); scopes.length > 0; scopes = scopes.slice(0, -1)) {
    const fullName = [...scopes, name].join('.');
    if (loaded[fullName] !== undefined) return fullName;
  }
  return name;
}

function typeOf(loaded: PackageDefinition, fullName: string): unknown {
  const definition = loaded[fullName];
  if (definition === undefined || !('format' in definition)) throw new Error(`There is no type ${fullName}`);
  return definition.type;
}
