import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';
import { z } from 'zod';

/** The folder of the contracts, wherever this package is installed. */
const root = import.meta.dirname;

const packages = new Map<string, PackageDefinition>();

/**
 * The definition of a service by its full name (`healthbooker.scheduler.v1.SchedulerService`), read from the folder
 * of its package. Messages are shaped as the generated types say: camelCase fields, enums as strings, int64 as
 * numbers, defaults filled in, oneofs named. Throws when there is no such service.
 */
export function loadService(fullName: string): ServiceDefinition {
  const packageName = fullName.slice(0, fullName.lastIndexOf('.'));
  const definition = loadPackage(packageName)[fullName];
  if (definition === undefined || 'format' in definition) {
    throw new Error(`there is no service ${fullName} in ${packageName.replaceAll('.', '/')}`);
  }
  return definition;
}

/** The fields of a message that hold text or whole numbers, or a message that has such fields. */
export type MessageShape = readonly ShapeField[];
export type ShapeField =
  | { readonly name: string; readonly kind: 'text' | 'int32' }
  /** Found on demand, because a message may contain its own type. */
  | { readonly name: string; readonly kind: 'message'; readonly shape: () => MessageShape };

const shapes = new Map<string, MessageShape>();

/** The shape of what each RPC of a service takes, by the RPC's name. */
export function requestShapes(service: string): ReadonlyMap<string, MessageShape> {
  return new Map(
    Object.entries(loadService(service)).map(([rpc, method]) => {
      const { requestType } = described.parse(method);
      return [rpc, messageShape(requestType.type.name, service)];
    }),
  );
}

const described = z.object({ requestType: z.object({ type: z.object({ name: z.string() }) }) });
const descriptor = z.object({
  format: z.literal('Protocol Buffer 3 DescriptorProto'),
  type: z.object({
    field: z.array(z.object({ name: z.string(), type: z.string(), typeName: z.string() })).default([]),
  }),
});

/**
 * The full name of a type as something in `scope` names it: looked up from the innermost scope outwards, as Protocol
 * Buffers do.
 */
export function fullNameOf(loaded: PackageDefinition, scope: string, name: string): string {
  for (let scopes = scope.split('.'); scopes.length > 0; scopes = scopes.slice(0, -1)) {
    const fullName = [...scopes, name].join('.');
    if (loaded[fullName] !== undefined) return fullName;
  }
  return name;
}

/** The shape of a message as something in `scope` names it. */
function messageShape(name: string, scope: string): MessageShape {
  const loaded = loadPackage(scope.split('.').slice(0, 3).join('.'));
  const fullName = fullNameOf(loaded, scope, name);
  const known = shapes.get(fullName);
  if (known !== undefined) return known;
  const shape = descriptor.parse(loaded[fullName]).type.field.flatMap((field): ShapeField[] => {
    switch (field.type) {
      case 'TYPE_STRING':
        return [{ name: field.name, kind: 'text' }];
      case 'TYPE_INT32':
        return [{ name: field.name, kind: 'int32' }];
      case 'TYPE_MESSAGE':
        return [{ name: field.name, kind: 'message', shape: () => messageShape(field.typeName, fullName) }];
      case 'TYPE_ENUM':
      case 'TYPE_BOOL':
      case 'TYPE_DOUBLE':
        return [];
      default:
        throw new Error(`${fullName}.${field.name}: nobody has said what may be in a ${field.type}`);
    }
  });
  shapes.set(fullName, shape);
  return shape;
}

function loadPackage(name: string): PackageDefinition {
  const known = packages.get(name);
  if (known !== undefined) return known;
  const files = globSync(join(name.replaceAll('.', '/'), '*.proto'), { cwd: root }).sort();
  const loaded = loadSync(files, {
    includeDirs: [root],
    longs: Number,
    enums: String,
    defaults: true,
    oneofs: true,
  });
  packages.set(name, loaded);
  return loaded;
}
