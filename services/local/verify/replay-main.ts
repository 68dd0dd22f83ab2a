/**
 * Decides the stored decisions of a running stack again, and exits with 1 when one gives another answer.
 *
 *     npm run replay -- --since 7d              (30m, 6h, 7d or an instant like 2026-12-01T00:00:00Z; default: all)
 *
 * HB_DATA names the stack's folder, .data when unset; with DATABASE_URL it is the scheduler's database instead.
 */

import { sinceForms, sinceInstant } from '@healthbooker/runtime/since';
import { z } from 'zod';
import { readOptions, refuse, runningStack } from '../running-stack.ts';
import { replaySince } from './replay.ts';

const stackFile = z.object({ stores: z.object({ databases: z.object({ scheduler: z.string() }) }) });

function instantOf(since: string): Date {
  const from = sinceInstant(since, new Date());
  return from ?? refuse(`--since must be ${sinceForms}, and not in the future`);
}

const { since } = readOptions({ since: { type: 'string' } });
const from = since === undefined ? new Date(0) : instantOf(since);
const { same, differs, notReplayable, mismatches } = await replaySince(
  process.env['DATABASE_URL'] || runningStack(stackFile).stores.databases.scheduler,
  from,
);
for (const { appointmentId, version, kind, stored, recomputed } of mismatches) {
  console.error(`${appointmentId} version ${version} (${kind}): decided ${stored}, now ${recomputed}`);
}
console.log(`${same} same answer, ${differs} another answer, ${notReplayable} not decided by a rule`);
process.exitCode = differs === 0 ? 0 : 1;
