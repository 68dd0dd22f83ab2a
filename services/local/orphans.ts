import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, signal } from './process-identity.ts';
import type { RunningProcess } from './supervisor.ts';

const patience_ms = 10_000;
const poll_ms = 50;

/**
 * Ends processes that a killed supervisor left behind, so that their ports and data folders are free again.
 * Returns the names of those that were still running.
 */
export async function endOrphans(recorded: readonly RunningProcess[]): Promise<string[]> {
  const orphans = recorded.filter(isRunning);
  for (const { pid, stopSignal } of orphans) signal(pid, stopSignal);
  const deadline = performance.now() + patience_ms;
  while (orphans.some(isRunning) && performance.now() < deadline) await sleep(poll_ms);
  for (const { pid } of orphans.filter(isRunning)) signal(-pid, 'SIGKILL');
  while (orphans.some(isRunning)) await sleep(poll_ms);
  return orphans.map(({ name }) => name);
}
