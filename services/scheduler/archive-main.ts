/**
 * Archives the decisions that are over, or finds those about a visit or waiting entry wherever they are. In a pod of the
 * scheduler, whose settings it takes:
 *
 *     kubectl -n healthbooker exec deploy/scheduler -- node services/scheduler/archive-main.ts --run
 *     kubectl -n healthbooker exec deploy/scheduler -- node services/scheduler/archive-main.ts --find <appointment>
 *
 * --run does what housekeeping does each hour, without its pauses. --find prints a line of JSON for each decision: it is about a
 * person, so look at it where it stays. It ends with 1 when something failed or was not found, with 2 when it could not begin.
 */
import { parseArgs } from 'node:util';
import { openBucket } from '@healthbooker/runtime/bucket';
import { bucketEnv, eventsEnv, postgresEnv, readConfig } from '@healthbooker/runtime/config';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { readRetention } from '@healthbooker/runtime/retention';
import { z } from 'zod';
import { archiveDecisions } from './history/archive/archive-decisions.ts';
import { findDecisions } from './history/archive/archived-decisions.ts';
import { openSchedulerPool } from './pool.ts';

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({ options: { run: { type: 'boolean' }, find: { type: 'string' } } }).values;
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}`);
  }
}

const { run = false, find } = readOptions();
if (run === (find !== undefined))
  refuse('Give --run, or --find with the id of an appointment or waiting entry.');
if (find !== undefined && !z.guid().safeParse(find).success) refuse('--find must be an id');

const { AWS_REGION } = eventsEnv;
const config = readConfig(
  z.object({ ...postgresEnv, ...bucketEnv, AWS_REGION, ARCHIVE_BUCKET: z.string().min(3) }),
);
const pool = openSchedulerPool({
  url: config.DATABASE_URL,
  password: config.DATABASE_PASSWORD,
  passwordFile: config.DATABASE_PASSWORD_FILE,
  max: 1,
  metrics: createMetrics('archive'),
  log: createLogger('archive', 'info'),
  // A month that is dropped is counted first.
  statementTimeoutMs: 120_000,
});
const bucket = openBucket(config.ARCHIVE_BUCKET, config);

try {
  if (find === undefined) {
    const task = archiveDecisions(pool, bucket, readRetention());
    const now = new Date();
    for (let rows = 0, isMore = true; isMore; console.log(`${rows} decisions and months done`)) {
      const step = await task.step(now);
      rows += step.rows;
      isMore = step.isMore;
    }
  } else {
    const found = await findDecisions(pool, bucket, find);
    for (const row of found) console.log(JSON.stringify(row));
    if (found.length === 0) {
      console.error('Nothing was decided about this id, here or in the archive.');
      process.exitCode = 1;
    }
  }
} catch (error) {
  console.error(
    `It failed: ${error instanceof Error ? error.message : error}. Nothing is lost; begin again.`,
  );
  process.exitCode = 1;
} finally {
  bucket.close();
  await pool.end();
}
