import { readFileSync } from 'node:fs';
import { z } from 'zod';

const catalogueSchema = z.object({
  services: z.array(z.object({ name: z.string(), callers: z.array(z.string()) })),
});

/**
 * The services that may call `callee`, as services/catalogue.json says. Throws when the catalogue does not know
 * the callee.
 */
export function callersOf(callee: string): readonly string[] {
  const file = new URL('../catalogue.json', import.meta.url);
  const { services } = catalogueSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const entry = services.find((service) => service.name === callee);
  if (entry === undefined) throw new Error(`services/catalogue.json does not name ${callee}`);
  return entry.callers;
}
