import { readFileSync } from 'node:fs';
import { z } from 'zod';

const file = new URL('postcode-prefixes.json', import.meta.url);
const prefixesByRegion = z
  .record(z.string(), z.array(z.string().regex(/^([A-Z]+|\d+)$/)))
  .parse(JSON.parse(readFileSync(file, 'utf8')));
const regionByPrefix = new Map(
  Object.entries(prefixesByRegion).flatMap(([region, prefixes]) =>
    prefixes.map((prefix) => [prefix, region] as const),
  ),
);

/** The region in which a postcode lies, or undefined when it lies in none that is known. In upper or lower case. */
export function regionOf(postcode: string): string | undefined {
  const code = postcode.toUpperCase().replaceAll(/[\s-]/g, '');
  const letters = /^[A-Z]+(?=\d)/.exec(code)?.[0];
  if (letters !== undefined) return regionByPrefix.get(letters);
  // Postcodes of digits have five digits; a shorter one is not complete.
  if (!/^\d{5}$/.test(code)) return undefined;
  for (let length = code.length; length > 0; length -= 1) {
    const region = regionByPrefix.get(code.slice(0, length));
    if (region !== undefined) return region;
  }
  return undefined;
}
