import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { AgedHospital } from '../hospital.ts';
import { copyHospital } from './copy.ts';
import { ehrJobs } from './ehr.ts';
import { notificationJobs } from './notification.ts';
import { schedulerJobs } from './scheduler.ts';
import type { Job } from './types.ts';
import { beginWork } from './work.ts';

const jobs: readonly Job[] = [...schedulerJobs, ...ehrJobs, ...notificationJobs];

/** What services close that is no job of theirs on the database. */
const noJobs: Readonly<Record<string, string>> = {
  cache: 'connections to Redis',
  redis: 'connections to Redis',
  mail: 'connections to the mail server',
  sns: 'connections to SNS',
  archive: 'connections to S3',
  sqs: 'connections to SQS',
  follower: 'takes events from a queue, one statement each',
};
const closers = [
  'scheduler/service.ts',
  'ehr/service.ts',
  'notification/service.ts',
  'runtime/outbox.ts',
  'runtime/follower.ts',
  'runtime/housekeeping.ts',
];

export type JobRun = { name: string; ms: number; fault?: string };

/** Loops of services that no job here runs, and jobs whose loop is no more. */
export function loopsLeftOut(
  texts: readonly string[] = closers.map((file) =>
    readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'),
  ),
): string[] {
  const closed = new Set(
    texts.flatMap((text) => [...text.matchAll(/onClose\(\s*'([^']+)'/g)].map(([, name = '']) => name)),
  );
  const run = new Set(jobs.map(({ loop }) => loop));
  return [
    ...[...closed]
      .filter((name) => !run.has(name) && !(name in noJobs))
      .map((name) => `nothing runs the job "${name}"`),
    ...[...run, ...Object.keys(noJobs)]
      .filter((name) => !closed.has(name))
      .map((name) => `no service has the job "${name}"`),
  ];
}

/**
 * Runs every background job once to its end on a copy, two days after the instant that the rows are told from: a night's
 * work is there to be done. A job that warns of anything, whose statements take longer than the service lets them, or
 * that does not end, fails.
 */
export async function runJobs(hospital: AgedHospital): Promise<JobRun[]> {
  const copies = await copyHospital(hospital, 'jobs');
  const runs: JobRun[] = [];
  try {
    const mostMs = hospital.size.scale >= 1 ? 1_800_000 : 120_000;
    const work = await beginWork(copies, new Date(hospital.asOf.getTime() + 2 * 86_400_000), mostMs);
    try {
      for (const { name, run } of jobs) {
        const began = performance.now();
        const failed = await run(work).then(
          () => undefined,
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
        const [warned] = work.warnings();
        const fault = failed ?? warned;
        runs.push({ name, ms: performance.now() - began, ...(fault === undefined ? {} : { fault }) });
      }
    } finally {
      await work.close();
    }
  } finally {
    await copies.drop();
  }
  return runs;
}
