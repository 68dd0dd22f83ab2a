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
});

type Entry = z.infer<typeof catalogueSchema>['services'][number];

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

function entryOf(service: string): Entry {
  const file = new URL('../catalogue.json', import.meta.url);
  const { services } = catalogueSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const entry = services.find(({ name }) => name === service);
  if (entry === undefined) throw new Error(`services/catalogue.json does not name ${service}`);
  return entry;
}
