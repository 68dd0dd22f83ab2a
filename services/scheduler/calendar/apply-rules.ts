import type { Logger } from '@healthbooker/runtime/log';
import { loadSql, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { HORIZON_DAYS } from '../directory/horizon.ts';
import { addDays, localDate } from '../directory/local-time.ts';
import { lockClosures, locking, lockProviders, lockSpecialties } from '../locks.ts';
import { type BusyTimes, busyTimes, type Changes, compareSlots, type ExistingSlot } from './compare-slots.ts';
import { type PlannedSlot, planSlots, rememberClocks } from './plan-slots.ts';
import { type Rule, readAbsences, readRules } from './rules.ts';

const sql = {
  slots: loadSql(import.meta.url, './slots-of-sessions.sql'),
  /**
   * When these providers are busy from $2 to $3, without the slots of the sessions $4. A visit with its buffers takes
   * less than 12 hours.
   */
  busy: statement(
    'busy-of-providers',
    `select provider_id, visit_id, lower(blocks) as blocks_from, upper(blocks) as blocks_to
from slot
where provider_id = any ($1::uuid[]) and start_at > $2::timestamptz - interval '12 hours'
  and start_at < $3::timestamptz + interval '12 hours' and state <> 'closed' and session_id <> all ($4::uuid[])`,
  ),
  insert: loadSql(import.meta.url, './insert-slots.sql'),
  retire: loadSql(import.meta.url, './retire-slots.sql'),
  reshape: loadSql(import.meta.url, './reshape-slots.sql'),
  /** Taken slots that a rule gives again. */
  unretire: statement(
    'unretire-slots',
    `update slot set is_retired = false where id = any ($1::uuid[]) and is_retired returning id`,
  ),
  mark: statement(
    'mark-materialised',
    `update session s
set materialised_until = p.until
from unnest($1::uuid[], $2::date[]) as p(id, until)
where s.id = p.id`,
  ),
};

export type Applied = {
  added: number;
  retired: number;
  /** Taken slots that the rules do not give any more: their visits need another time. */
  retiredTaken: string[];
  /** Free slots that are new or have changed. */
  opened: string[];
  /** Taken slots that a rule gives again. */
  unretired: string[];
  /** Sessions whose slots cannot be planned, such as for an unknown time zone; they are left as they were. */
  failed: string[];
};

export type ApplyOptions = {
  sessionIds?: readonly string[];
  log?: Logger;
  /** Locks patients and slots: called when the specialties are locked and before any slot is. */
  lockMore?: ((tx: Transaction) => Promise<void>) | undefined;
};

/** The result of a change that does nothing. */
export function nothingApplied(): Applied {
  return { added: 0, retired: 0, retiredTaken: [], opened: [], unretired: [], failed: [] };
}

/** Locks the availability of providers for the rest of the transaction; comes before every other lock. */
export async function lockAvailability(tx: Transaction, providerIds: readonly string[]): Promise<void> {
  await lockClosures(tx, 'shared');
  await lockProviders(tx, providerIds);
}

/**
 * Makes the slots of sessions what their rules, leave and closures say, up to the horizon: of those given, or of all
 * that do not reach it. A session with `materialised_until = null` is compared on all dates; for the others only the
 * missing dates are made. The providers are locked (`lockAvailability`); locks the specialties.
 */
export async function applyRules(
  tx: Transaction,
  providerIds: readonly string[],
  now: Date,
  { sessionIds, log, lockMore }: ApplyOptions = {},
): Promise<Applied> {
  const applied: Applied = nothingApplied();
  const latest = addDays(now.toISOString().slice(0, 10), HORIZON_DAYS + 1);
  const rules = await readRules(tx, providerIds, sessionIds ? { sessionIds } : { notReaching: latest });
  if (rules.length === 0) return applied;
  const plans = await planAll(tx, rules, providerIds, now, (rule, error) => {
    log?.error(
      { err: error, sessionId: rule.id },
      'the slots of a session cannot be planned: the session keeps the slots there are, the others go on',
    );
    applied.failed.push(rule.id);
  });
  await lockSpecialties(
    tx,
    plans.map(({ rule }) => rule.specialtyId),
  );
  await lockMore?.(tx);
  const changes = await compareAll(tx, plans, now);
  const all = <Key extends keyof Changes>(key: Key) =>
    changes.flatMap(({ change }) => change[key] as Changes[Key][number][]);

  const retire = all('retire');
  if (retire.length > 0) {
    const rows = await query<{ id: string; state: string }>(tx, sql.retire, [retire]);
    applied.retired = rows.length;
    applied.retiredTaken = rows.filter(({ state }) => state !== 'closed').map(({ id }) => id);
  }
  const unretire = all('unretire');
  if (unretire.length > 0) {
    const rows = await query<{ id: string }>(tx, sql.unretire, [unretire]);
    applied.unretired = rows.map(({ id }) => id);
  }
  const reshape = all('reshape');
  if (reshape.length > 0) {
    await query(tx, sql.reshape, [
      list(reshape.map(({ id }) => id)),
      list(reshape.map(({ startMs }) => startMs / 60_000)),
      list(reshape.map(({ reservedFor }) => reservedFor !== null)),
    ]);
  }
  applied.added = await insertSlots(tx, changes);
  applied.opened = [...reshape, ...all('insert')].map(({ id }) => id);
  await query(tx, sql.mark, [plans.map(({ rule }) => rule.id), plans.map(({ until }) => until)]);
  return applied;
}

type Plan = { rule: Rule; until: string; planned: PlannedSlot[] };

async function planAll(
  tx: Transaction,
  rules: readonly Rule[],
  providerIds: readonly string[],
  now: Date,
  fail: (rule: Rule, error: unknown) => void,
): Promise<Plan[]> {
  const absences = await readAbsences(tx, providerIds, now);
  const clocks = rememberClocks();
  return rules.flatMap((rule) => {
    try {
      const today = localDate(rule.timeZone, now.getTime());
      // One day more than the horizon, so that zones behind UTC reach it as well.
      const until = addDays(today, HORIZON_DAYS + 1);
      // A session of yesterday may still be going on.
      const from = rule.materialisedUntil ?? addDays(today, -1);
      const planned = planSlots(rule, { from, until }, absences(rule), clocks);
      return [{ rule, until, planned: planned.filter(({ startMs }) => startMs > now.getTime()) }];
    } catch (error) {
      fail(rule, error);
      return [];
    }
  });
}

/** Session by session: of two that overlap, the one with the smaller id gets the time. */
async function compareAll(
  tx: Transaction,
  plans: readonly Plan[],
  now: Date,
): Promise<{ rule: Rule; change: Changes }[]> {
  const whole = plans.filter(({ rule }) => rule.materialisedUntil === null).map(({ rule }) => rule.id);
  if (whole.length > 0) locking(tx, 'slots');
  const slots = whole.length === 0 ? [] : await query<ExistingSlot>(tx, sql.slots, [whole, now]);
  const slotsOf = Map.groupBy(slots, ({ session_id }) => session_id);
  const busy = await readBusy(tx, plans, whole);
  for (const slot of slots) {
    if (slot.state !== 'held' && slot.state !== 'booked') continue;
    timesOf(busy, slot.provider_id).add(slot.visit_id, slot.blocks_from.getTime(), slot.blocks_to.getTime());
  }
  return plans.map(({ rule, planned }) => ({
    rule,
    change: compareSlots(rule, planned, slotsOf.get(rule.id) ?? [], timesOf(busy, rule.providerId)),
  }));
}

function timesOf(busy: Map<string, BusyTimes>, providerId: string): BusyTimes {
  const times = busy.get(providerId) ?? busyTimes();
  busy.set(providerId, times);
  return times;
}

async function readBusy(
  tx: Transaction,
  plans: readonly Plan[],
  but: readonly string[],
): Promise<Map<string, BusyTimes>> {
  const starts = plans.flatMap(({ planned }) =>
    [planned.at(0), planned.at(-1)].flatMap((slot) => slot?.startMs ?? []),
  );
  const busy = new Map<string, BusyTimes>();
  if (starts.length === 0) return busy;
  const rows = await query<{ provider_id: string; visit_id: string; blocks_from: Date; blocks_to: Date }>(
    tx,
    sql.busy,
    [
      [...new Set(plans.map(({ rule }) => rule.providerId))],
      new Date(Math.min(...starts)),
      new Date(Math.max(...starts)),
      but,
    ],
  );
  for (const { provider_id, visit_id, blocks_from, blocks_to } of rows) {
    timesOf(busy, provider_id).add(visit_id, blocks_from.getTime(), blocks_to.getTime());
  }
  return busy;
}

async function insertSlots(
  tx: Transaction,
  changes: readonly { rule: Rule; change: Changes }[],
): Promise<number> {
  const slots = changes.flatMap(({ rule, change }) =>
    change.insert.map((slot) => ({ ...slot, sessionId: rule.id })),
  );
  if (slots.length === 0) return 0;
  const [row] = await query<{ added: number }>(tx, sql.insert, [
    list(slots.map(({ id }) => id)),
    list(slots.map(({ visitId }) => visitId)),
    list(slots.map(({ sessionId }) => sessionId)),
    list(slots.map(({ localStart }) => localStart)),
    list(slots.map(({ seat }) => seat)),
    list(slots.map(({ startMs }) => startMs / 60_000)),
    list(slots.map(({ reservedFor }) => reservedFor !== null)),
  ]);
  return row?.added ?? 0;
}

/**
 * PostgreSQL's text of an array whose elements need no quotes. The driver would check each character of each element.
 */
function list(values: readonly (string | number | boolean)[]): string {
  return `{${values.join(',')}}`;
}
