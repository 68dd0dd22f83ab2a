/**
 * Archives the decisions of a running stack that are over, or finds those about a visit: `scheduler/archive-main.ts`.
 *
 *     npm run archive -- --run | --find <appointment>
 *
 * HB_DATA names the folder, .data when unset. It ends with 1 when something failed or was not found, with 2 when it could not
 * begin.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { runningStack } from './running-stack.ts';
import { archiveBucket, awsEnv } from './stores.ts';

const stackFile = z.object({
  stores: z.object({ databases: z.object({ scheduler: z.string() }), s3: z.string() }),
});
const { databases, s3 } = runningStack(stackFile).stores;
const program = fileURLToPath(new URL('../scheduler/archive-main.ts', import.meta.url));
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ...awsEnv,
    DATABASE_URL: databases.scheduler,
    S3_ENDPOINT: s3,
    ARCHIVE_BUCKET: archiveBucket,
  },
});
const [code] = (await once(child, 'exit')) as [number | null];
process.exitCode = code ?? 1;
