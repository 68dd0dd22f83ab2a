import { pause } from '@healthbooker/runtime/backoff';
import type { Logger } from '@healthbooker/runtime/log';
import { type Pool, query, statement } from '@healthbooker/runtime/postgres';
import { Counter, type Registry } from 'prom-client';

/** As many as $2 of those not saved since $1; another process takes others. */
const expireDrafts = statement(
  'expire-drafts',
  `delete from draft
where (author_id, patient_id, form) in (
  select author_id, patient_id, form from draft where saved_at < $1 order by saved_at limit $2 for update skip locked)
returning form`,
);
const kept_ms = 30 * 24 * 60 * 60 * 1000;
const every_ms = 60 * 60 * 1000;
const after_failure_ms = 60_000;
const at_once = 200;

/** Each hour removes the drafts that were last saved more than 30 days ago, some at a time. */
export function startDraftExpiry(options: {
  pool: Pool;
  clock: () => Date;
  log: Logger;
  metrics: { registry: Registry };
}): { close(): Promise<void> } {
  const { pool, clock, log, metrics } = options;
  const closing = new AbortController();
  const expired = new Counter({
    name: 'drafts_expired_total',
    help: 'Drafts of entries that nobody signed or saved again within 30 days',
    registers: [metrics.registry],
  });

  async function run(): Promise<number> {
    try {
      for (let gone = at_once; gone === at_once && !closing.signal.aborted; ) {
        const before = new Date(clock().getTime() - kept_ms);
        gone = (await query(pool, expireDrafts, [before, at_once])).length;
        expired.inc(gone);
      }
      return every_ms;
    } catch (err) {
      log.warn({ err }, 'old drafts could not be removed');
      return after_failure_ms;
    }
  }

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) await pause(await run(), closing.signal);
  }

  const running = loop();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}
