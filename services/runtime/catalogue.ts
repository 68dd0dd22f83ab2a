import { readFileSync } from 'node:fs';
import { z } from 'zod';

const catalogueSchema = z.object({
  services: z.array(
    z.object({
      name: z.string(),
      callers: z.array(z.string()),
      pools: z.object({ postgres: z.int().min(1).optional() }),
    }),
  ),
  /** Read by retention.ts alone. */
  retention: z.unknown(),
});

type Catalogue = z.infer<typeof catalogueSchema>;
type Entry = Catalogue['services'][number];

/**
 * The services that may call `callee`, as services/catalogue.json says. Throws when the catalogue does not know
 * the callee.
 */
export function callersOf(callee: string): readonly string[] {
  return entryOf(callee).callers;
}

/** Connections to PostgreSQL of one process of a service, as services/catalogue.json says. Throws when it has none. */
export function connectionsOf(service: string): number {
  const { postgres } = entryOf(service).pools;
  if (postgres === undefined) throw new Error(`services/catalogue.json gives ${service} no connections`);
  return postgres;
}

/** services/catalogue.json, as far as a process is concerned. */
export function readCatalogue(): Catalogue {
  const file = new URL('../catalogue.json', import.meta.url);
  return catalogueSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

function entryOf(service: string): Entry {
  const entry = readCatalogue().services.find(({ name }) => name === service);
  if (entry === undefined) throw new Error(`services/catalogue.json does not name ${service}`);
  return entry;
}
