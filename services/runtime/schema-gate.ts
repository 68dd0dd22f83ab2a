import { setTimeout as sleep } from 'node:timers/promises';
import type { Health } from './health.ts';
import type { Logger } from './log.ts';
import { isMigrated, ownsTables } from './migrate.ts';
import type { Pool } from './postgres.ts';

const look_again_ms = 500;

/**
 * Keeps a process unready until its database has every migration of `dir` and its role may do no more to the tables
 * than these grant. Then it stays open. Returns a function that stops waiting.
 */
export function waitForSchema(options: { pool: Pool; dir: string; health: Health; log: Logger }): {
  close(): Promise<void>;
} {
  const { pool, dir, health, log } = options;
  const gate = health.gate('schema');
  const closing = new AbortController();

  async function wait(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        if (!(await isMigrated(pool, dir))) gate.close('migrations are missing');
        else if (await ownsTables(pool)) gate.close('the role that connects owns the tables');
        else return gate.open();
      } catch (err) {
        gate.close('the database cannot be reached');
        log.debug({ err }, 'the schema cannot be checked yet');
      }
      await sleep(look_again_ms, undefined, { ref: false });
    }
  }

  const waiting = wait();
  return {
    async close() {
      closing.abort();
      await waiting;
    },
  };
}
