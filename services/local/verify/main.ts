/**
 * Checks the running stack of a data folder, and exits with 1 when anything is broken.
 *
 *     npm run verify [-- --since 30m]   (30m, 6h, 1d or an instant like 2026-12-01T00:00:00Z; default: everything)
 *
 * HB_DATA names the folder, .data when unset. It exits with 2 for an argument that it does not understand, for a folder
 * without a stack and when a store cannot be read, and with 130 when it is interrupted: then nothing is proved.
 */

import { sinceForms, sinceInstant } from '@healthbooker/runtime/since';
import { z } from 'zod';
import { readOptions, refuse, runningStack } from '../running-stack.ts';
import { StoreUnread } from './sql.ts';
import { verifyAndTell } from './verify.ts';

const stackFile = z.object({
  stores: z.object({
    owners: z.object({ scheduler: z.string(), ehr: z.string(), notification: z.string() }),
    dynamodb: z.string(),
    table: z.string(),
  }),
});

/** More lines help nobody; the count tells the rest. */
const shown_at_most = 50;

function wantedSince(): Date | undefined {
  const { since } = readOptions({ since: { type: 'string' } });
  if (since === undefined) return undefined;
  return sinceInstant(since, new Date()) ?? refuse(`--since must be ${sinceForms}, and not in the future`);
}

const since = wantedSince();
const { owners, dynamodb, table } = runningStack(stackFile).stores;
let doing = 'opened the stores';
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.error(`interrupted while it ${doing}: nothing is proved`);
    process.exit(130);
  });
}
try {
  const { findings, leftOut } = await verifyAndTell(
    { databases: owners, dynamodb: { endpoint: dynamodb, table } },
    {
      since,
      onLook: (name) => {
        doing = `looked at ${name}`;
      },
    },
  );
  for (const { broken, id } of findings.slice(0, shown_at_most)) console.error(`${broken}: ${id}`);
  const about = since === undefined ? '' : `, of what changed since ${since.toISOString()}`;
  console.log(findings.length === 0 ? `all is well${about}` : `${findings.length} broken${about}`);
  for (const what of leftOut) console.log(`not looked at: ${what}`);
  process.exitCode = findings.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof StoreUnread)) throw error;
  console.error(`${error.message}, while it ${doing}: nothing is proved`);
  process.exitCode = 2;
}
