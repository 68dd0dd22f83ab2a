/**
 * Decides the stored decisions of a running stack again, and exits with 1 when one gives another answer.
 *
 *     npm run replay -- --since 7d              (30m, 6h, 7d or an instant like 2026-12-01T00:00:00Z; default: all)
 *
 * HB_DATA names the stack's folder, .data when unset; with DATABASE_URL it is the scheduler's database instead, and its archive
 * when ARCHIVE_BUCKET (and S3_ENDPOINT) are set.
 */

import { openBucket } from '@healthbooker/runtime/bucket';
import { sinceForms, sinceInstant } from '@healthbooker/runtime/since';
import { z } from 'zod';
import { readOptions, refuse, runningStack } from '../running-stack.ts';
import { archiveBucket, awsEnv } from '../stores.ts';
import { replaySince } from './replay.ts';

const stackFile = z.object({
  stores: z.object({ databases: z.object({ scheduler: z.string() }), s3: z.string() }),
});

/** Database and archive of a scheduler. */
function stores() {
  const { DATABASE_URL, ARCHIVE_BUCKET, S3_ENDPOINT, AWS_REGION = 'eu-central-1' } = process.env;
  if (DATABASE_URL) {
    const bucket = ARCHIVE_BUCKET ? openBucket(ARCHIVE_BUCKET, { AWS_REGION, S3_ENDPOINT }) : undefined;
    return { databaseUrl: DATABASE_URL, bucket };
  }
  const { databases, s3 } = runningStack(stackFile).stores;
  // The SDK finds its credentials there.
  Object.assign(process.env, awsEnv);
  return {
    databaseUrl: databases.scheduler,
    bucket: openBucket(archiveBucket, { ...awsEnv, S3_ENDPOINT: s3 }),
  };
}

function instantOf(since: string): Date {
  const from = sinceInstant(since, new Date());
  return from ?? refuse(`--since must be ${sinceForms}, and not in the future`);
}

const { since } = readOptions({ since: { type: 'string' } });
const from = since === undefined ? new Date(0) : instantOf(since);
const { databaseUrl, bucket } = stores();
const { same, differs, notReplayable, mismatches } = await replaySince(databaseUrl, from, bucket);
bucket?.close();
for (const { appointmentId, version, kind, stored, recomputed } of mismatches) {
  console.error(`${appointmentId} version ${version} (${kind}): decided ${stored}, now ${recomputed}`);
}
console.log(`${same} same answer, ${differs} another answer, ${notReplayable} not decided by a rule`);
process.exitCode = differs === 0 ? 0 : 1;
