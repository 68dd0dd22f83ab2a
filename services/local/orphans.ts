import { setTimeout as sleep } from 'node:timers/promises';
import { childrenOf, isRunning, signal } from './process-identity.ts';
import { type RunningProcess, tiers } from './supervisor.ts';

/** Short, because an orphan may hang: nobody reads its log. All processes survive being killed. */
const patience_ms = 2000;
const poll_ms = 50;

/**
 * Ends processes that a killed supervisor left, in the same order as the supervisor, so that their ports and data
 * folders are free again. Returns the names of those that were still running.
 */
export async function endOrphans(recorded: readonly RunningProcess[]): Promise<string[]> {
  const orphans = recorded.filter(isRunning);
  for (const tier of tiers.toReversed()) await end(orphans.filter((orphan) => orphan.tier === tier));
  return orphans.map(({ name }) => name);
}

async function end(orphans: readonly RunningProcess[]): Promise<void> {
  // PostgreSQL's are in no group of its own, and hold its memory until they have noticed that it is gone.
  const children = orphans.flatMap(({ pid }) => childrenOf(pid));
  for (const { pid, stopSignal } of orphans) signal(pid, stopSignal);
  const deadline = performance.now() + patience_ms;
  while (orphans.some(isRunning) && performance.now() < deadline) await sleep(poll_ms);
  for (const { pid } of orphans.filter(isRunning)) signal(-pid, 'SIGKILL');
  while (orphans.some(isRunning)) await sleep(poll_ms);
  for (const { pid } of children.filter(isRunning)) signal(pid, 'SIGKILL');
  while (children.some(isRunning)) await sleep(poll_ms);
}
