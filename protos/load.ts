import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceDefinition } from '@grpc/grpc-js';
import { loadSync, type PackageDefinition } from '@grpc/proto-loader';

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
