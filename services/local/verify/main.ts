/**
 * Checks the running stack of a data folder, and exits with 1 when anything is broken.
 *
 *     npm run verify        (HB_DATA names the folder, .data when unset)
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { verify } from './verify.ts';

const stackFile = z.object({
  stores: z.object({
    databases: z.object({ scheduler: z.string(), ehr: z.string(), notification: z.string() }),
    dynamodb: z.string(),
    table: z.string(),
  }),
});

/** More lines help nobody; the count tells the rest. */
const shown_at_most = 50;

const path = join(resolve(process.env['HB_DATA'] || '.data'), 'stack.json');
const { databases, dynamodb, table } = stackFile.parse(JSON.parse(readFileSync(path, 'utf8'))).stores;
const findings = await verify({ databases, dynamodb: { endpoint: dynamodb, table } });
for (const { broken, id } of findings.slice(0, shown_at_most)) console.error(`${broken}: ${id}`);
console.log(findings.length === 0 ? 'all is well' : `${findings.length} broken`);
process.exitCode = findings.length === 0 ? 0 : 1;
