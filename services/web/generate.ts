/**
 * Writes the types of both edges' APIs from their committed OpenAPI documents into src/shared/api.
 * `node services/web/generate.ts [--check]`: with --check it only says whether they are current.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const check = process.argv.includes('--check');

for (const portal of ['patient', 'clinic']) {
  const document = new URL(`../${portal}-edge/openapi.generated.json`, import.meta.url);
  const types = new URL(`./src/shared/api/${portal}.generated.d.ts`, import.meta.url);
  const text = astToString(await openapiTS(document));
  if (!check) await writeFile(types, text);
  else if ((await readFile(types, 'utf8').catch(() => '')) !== text) {
    console.error(`${fileURLToPath(types)} is out of date: run node services/web/generate.ts`);
    process.exitCode = 1;
  }
}
