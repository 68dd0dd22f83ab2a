/**
 * Writes the types of both edges' APIs from their committed OpenAPI documents into src/shared/api, for the compiler and
 * for editors: nothing needs them when it runs, so they are not committed. `npm run types` does it first.
 */
import { writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

for (const portal of ['patient', 'clinic']) {
  const document = new URL(`../${portal}-edge/openapi.generated.json`, import.meta.url);
  const types = new URL(`./src/shared/api/${portal}.generated.d.ts`, import.meta.url);
  await writeFile(types, astToString(await openapiTS(document)));
}
