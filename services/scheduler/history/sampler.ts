import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@healthbooker/runtime/log';
import { type Pool, query, statement } from '@healthbooker/runtime/postgres';
import type { Measures } from '../measures.ts';
import type { DecisionRow } from './decision-row.ts';
import { nothingReplayed, type Replayed, replayRows } from './replay-all.ts';

const latest = statement(
  'latest-decisions',
  `select appointment_id, version, rule_version, inputs, outcome, decided_at
from decision
where decided_at >= $1
order by decided_at desc, appointment_id desc, version desc
limit $2`,
);
const EVERY_MS = 10_000;
/** How far back a round reads, and how many decisions: some milliseconds of work. */
const BACK_MS = 300_000;
const AT_MOST = 200;

export type Sampler = { close(): Promise<void> };

/**
 * Decides the latest decisions again every ten seconds, so that a release whose rules give other answers shows in
 * `replay_mismatches_total`.
 */
export function startSampler(options: {
  pool: Pool;
  clock: () => Date;
  log: Logger;
  measures: Measures;
}): Sampler {
  const { log } = options;
  const closing = new AbortController();

  async function loop(): Promise<void> {
    for (;;) {
      await sleep(EVERY_MS, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
      if (closing.signal.aborted) return;
      await sample(options).catch((err: unknown) =>
        log.warn({ err }, 'stored decisions could not be replayed: the next round tries again'),
      );
    }
  }

  const running = loop();
  return {
    async close() {
      closing.abort();
      await running;
    },
  };
}

/** One round: what it found is counted, and mismatches are logged by their ids. */
export async function sample(options: {
  pool: Pool;
  clock: () => Date;
  log: Logger;
  measures: Measures;
}): Promise<Replayed> {
  const { pool, clock, log, measures } = options;
  const from = new Date(clock().getTime() - BACK_MS);
  const total = nothingReplayed();
  replayRows(await query<DecisionRow>(pool, latest, [from, AT_MOST]), total);
  measures.replays.inc(total.same + total.differs);
  measures.replayMismatches.inc(total.differs);
  for (const mismatch of total.mismatches)
    log.error({ mismatch }, 'a decision does not replay: decided again, it has another result');
  return total;
}
