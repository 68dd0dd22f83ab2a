import { ServiceError } from '@healthbooker/runtime/errors';
import type { Logger } from '@healthbooker/runtime/log';
import { loadSql, type Pool, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { HORIZON_DAYS } from '../directory/horizon.ts';
import { type Applied, applyRules, lockAvailability, nothingApplied } from './apply-rules.ts';

const due = loadSql(import.meta.url, './sessions-due.sql');

type InTransaction = (
  lockMore: (tx: Transaction) => Promise<void>,
  whenApplied: (tx: Transaction, applied: Applied) => Promise<void>,
) => Promise<Applied>;
/** Runs a transaction that applies rules, possibly more than once, and handles the visits it hits. */
export type Within = (run: InTransaction) => Promise<Applied>;

/** For when there are no visits yet: slots are made for the first time. */
const alone: Within = (run) =>
  run(
    async () => undefined,
    async () => undefined,
  );

/** Sessions in one transaction: some thousand slots, so that none takes long and others get their turn. */
const SESSIONS_PER_BATCH = 60;

/**
 * Makes the slots of every session that does not yet reach the horizon. A new session, and one that is marked by
 * `materialised_until = null` because a leave or a closure ended, is compared on all dates: slots that it does not give
 * any more are retired. Running it again, or in two processes at once, changes nothing more. A session that cannot be
 * planned, or a provider whose slots cannot be written, is logged and stops no other.
 */
export async function materialise(
  pool: Pool,
  now: Date,
  { log, within = alone }: { log?: Logger; within?: Within } = {},
): Promise<Applied> {
  const total = nothingApplied();
  const add = (done: Applied) => {
    total.added += done.added;
    total.retired += done.retired;
    total.retiredTaken.push(...done.retiredTaken);
    total.failed.push(...done.failed);
  };
  const run = (providerIds: string[]) =>
    within((lockMore, whenApplied) =>
      transaction(
        pool,
        async (tx) => {
          await lockAvailability(tx, providerIds);
          const options = log === undefined ? { lockMore } : { log, lockMore };
          const applied = await applyRules(tx, providerIds, now, options);
          await whenApplied(tx, applied);
          return applied;
        },
        { attempts: 3 },
      ),
    );
  const sessions = await query<{ id: string; provider_id: string }>(pool, due, [now, HORIZON_DAYS + 1]);
  const byProvider = Map.groupBy(sessions, ({ provider_id }) => provider_id);
  const waiting = batches(byProvider);
  const work = async (next: () => string[] | undefined) => {
    for (let batch = next(); batch !== undefined; batch = next()) await runBatch(batch);
  };
  // Two batches run at a time, one from each end of the list: neighbours are of one specialty and would wait for each
  // other.
  const ends = [() => waiting.shift(), () => waiting.pop()];
  await Promise.all(ends.slice(0, pool.options.max).map(work));
  return total;

  async function runBatch(providers: string[]): Promise<void> {
    try {
      add(await run(providers));
    } catch (error) {
      if (isDown(error)) throw error;
      log?.warn(
        { err: error },
        'the slots of several providers could not be made together: each provider is tried alone',
      );
      for (const provider of providers) add(await runOne(provider));
    }
  }

  async function runOne(providerId: string): Promise<Applied> {
    try {
      return await run([providerId]);
    } catch (error) {
      if (isDown(error)) throw error;
      log?.error(
        { err: error, providerId },
        'the slots of a provider could not be made: this provider keeps the slots there are, the others go on',
      );
      const failed = (byProvider.get(providerId) ?? []).map(({ id }) => id);
      return { ...nothingApplied(), failed };
    }
  }
}

/** Then the next batch would fail as well. */
function isDown(error: unknown): boolean {
  return error instanceof ServiceError && error.kind === 'unavailable';
}

/** Providers in groups of some sessions; the sessions of one provider stay together. */
function batches(byProvider: ReadonlyMap<string, readonly unknown[]>): string[][] {
  const all: string[][] = [];
  let sessions = Number.POSITIVE_INFINITY;
  for (const [providerId, { length }] of byProvider) {
    if (sessions + length > SESSIONS_PER_BATCH) {
      all.push([]);
      sessions = 0;
    }
    all.at(-1)?.push(providerId);
    sessions += length;
  }
  return all;
}
