import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@healthbooker/runtime/log';
import { loadSql, type Pool, query, statement, transaction } from '@healthbooker/runtime/postgres';
import type { Process } from '@healthbooker/runtime/process';
import type { Measures } from '../measures.ts';
import type { Parts } from '../parts.ts';
import { expireOffers } from './expire-offers.ts';
import { forEach } from './for-each.ts';
import { openHorizon } from './open-horizon.ts';
import { retryEntries } from './retry-entries.ts';
import { settleSpecialty } from './settle.ts';

const sql = {
  /**
   * Slots are locked before their holds, as everywhere. A slot that is locked because somebody is booking it is
   * skipped.
   */
  expired: statement(
    'expired-holds',
    `select s.id
from slot s
where s.id in (select h.slot_id from hold h where h.state = 'open' and h.entry_id is null and h.expires_at <= $1 order by h.expires_at limit 200)
order by s.id
for no key update skip locked`,
  ),
  expire: statement(
    'expire-holds',
    `update hold set state = 'expired'
where slot_id = any ($1::uuid[]) and state = 'open' and expires_at <= $2
returning slot_id`,
  ),
  freeSlots: loadSql(import.meta.url, '../booking/free-slots.sql'),
  release: loadSql(import.meta.url, './release-carve-outs.sql'),
  settling: statement(
    'settling-specialties',
    `select specialty_id, count(*) as slots from slot where state = 'settling' group by specialty_id`,
  ),
};

const SWEEP_EVERY_MS = 1000;
/** Settlements started by requests at the same time; the sweep takes the rest. */
const MAX_AT_ONCE = 4;
/** Transactions that one sweep spends on one specialty before it turns to the next. */
const ROUNDS = 20;

export type Settler = {
  /** Settles a specialty soon; a failure is left to the next sweep. */
  settle(specialtyId: string): void;
  /** Settles what one transaction can of a specialty, by a deadline (epoch ms). */
  settleAtOnce(specialtyId: string, deadline: number): Promise<void>;
  close(): Promise<void>;
};

/**
 * Settles freed slots when they are freed. Each second a sweep does what was left: expired holds and offers, carve-outs
 * whose time is up, slots that come within the horizon, settlements that failed, and waiting entries that are due.
 */
export function startSettler(
  parts: Pick<Parts, 'pool' | 'clock' | 'tieBreak' | 'relay'> & {
    log: Logger;
    measures: Measures;
    takeRound?: Process['takeRound'];
  },
): Settler {
  const { pool, clock, log, measures, takeRound } = parts;
  const closing = new AbortController();
  const atWork = new Map<string, Promise<void>>();

  async function settleAll(specialtyId: string): Promise<void> {
    for (let round = 0; round < ROUNDS && !closing.signal.aborted; round += 1) {
      const { more } = await settleSpecialty(parts, specialtyId);
      if (!more) return;
    }
  }

  async function sweep(): Promise<void> {
    await forEach(
      [
        () => expireHolds(pool, clock()),
        () => expireOffers(parts),
        () => query(pool, sql.release, [clock()]),
        () => openHorizon(pool, clock()),
        settleWhatIsLeft,
        () => retryEntries(parts),
      ],
      (step) => step(),
    );
  }

  async function settleWhatIsLeft(): Promise<void> {
    const specialties = await query<{ specialty_id: string; slots: number }>(pool, sql.settling);
    measures.settling.set(specialties.reduce((sum, { slots }) => sum + slots, 0));
    await forEach(specialties, ({ specialty_id }) => settleAll(specialty_id));
  }

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      await sweep().catch((err: unknown) => {
        measures.sweepFailures.inc();
        log.warn({ err }, 'the sweep of freed slots failed: it is tried again');
      });
      await sleep(SWEEP_EVERY_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  takeRound?.({ name: 'sweep', run: sweep });
  const running = takeRound === undefined ? loop() : Promise.resolve();
  return {
    async settleAtOnce(specialtyId, deadline) {
      await settleSpecialty(parts, specialtyId, deadline);
    },
    settle(specialtyId) {
      if (atWork.size >= MAX_AT_ONCE || atWork.has(specialtyId)) return;
      const work = settleAll(specialtyId)
        .catch((err: unknown) => log.debug({ err }, 'settling is left to the sweep'))
        .finally(() => atWork.delete(specialtyId));
      atWork.set(specialtyId, work);
    },
    async close() {
      closing.abort();
      await Promise.all([running, ...atWork.values()]);
    },
  };
}

/** Ends the browsing holds whose time is up and frees their slots; returns how many. */
export async function expireHolds(pool: Pool, now: Date): Promise<number> {
  return transaction(pool, async (tx) => {
    const slots = await query<{ id: string }>(tx, sql.expired, [now]);
    if (slots.length === 0) return 0;
    const expired = await query<{ slot_id: string }>(tx, sql.expire, [slots.map(({ id }) => id), now]);
    const freed = expired.map(({ slot_id }) => slot_id);
    await query(tx, sql.freeSlots, [freed]);
    return freed.length;
  });
}
