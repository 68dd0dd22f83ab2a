import { loadSql, type Pool, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { addDays, localDate } from './local-time.ts';
import { type Absences, type PlannedSlot, planSlots } from './plan-slots.ts';

const sql = {
  due: loadSql(import.meta.url, '../sql/sessions-due.sql'),
  rule: loadSql(import.meta.url, '../sql/session-rule.sql'),
  leave: loadSql(import.meta.url, '../sql/provider-leave.sql'),
  closures: loadSql(import.meta.url, '../sql/location-closures.sql'),
  lockProvider: loadSql(import.meta.url, '../sql/lock-provider.sql'),
  lockSpecialty: loadSql(import.meta.url, '../sql/lock-specialty.sql'),
  insert: loadSql(import.meta.url, '../sql/insert-slots.sql'),
  retire: loadSql(import.meta.url, '../sql/retire-slots.sql'),
  revive: loadSql(import.meta.url, '../sql/revive-slots.sql'),
  mark: loadSql(import.meta.url, '../sql/mark-materialised.sql'),
};

/** Slots exist for this many days from today. */
export const HORIZON_DAYS = 90;

export type Materialised = {
  added: number;
  retired: number;
  /** Slots outside the rules that somebody has: their visits have to be moved by hand. */
  retiredTaken: string[];
};

type RuleRow = {
  id: string;
  provider_id: string;
  location_id: string;
  visit_type_id: string;
  specialty_id: string;
  time_zone: string;
  weekday: number;
  seats: number;
  start_minute: number;
  end_minute: number;
  effective_from: string;
  effective_until: string | null;
  length_min: number;
  buffer_before_min: number;
  buffer_after_min: number;
  reserved_for: 'soon' | 'urgent' | null;
  reserved_share: number;
  release_before_min: number;
  materialised_until: string | null;
};

/**
 * Makes the slots of every session that does not yet reach the horizon. A session never looked at, or marked by
 * `materialised_until = null` because its effective dates, a leave or a closure changed, is gone through whole:
 * slots it no longer gives are retired. Running it again, or in two processes at once, changes nothing more.
 */
export async function materialise(pool: Pool, now: Date): Promise<Materialised> {
  const total: Materialised = { added: 0, retired: 0, retiredTaken: [] };
  const due = await query<{ id: string }>(pool, sql.due, [now, HORIZON_DAYS + 1]);
  for (const { id } of due) {
    const done = await transaction(pool, (tx) => materialiseSession(tx, id, now));
    total.added += done.added;
    total.retired += done.retired;
    total.retiredTaken.push(...done.retiredTaken);
  }
  return total;
}

async function materialiseSession(tx: Transaction, sessionId: string, now: Date): Promise<Materialised> {
  const [rule] = await query<RuleRow>(tx, sql.rule, [sessionId]);
  if (rule === undefined) return { added: 0, retired: 0, retiredTaken: [] };
  await query(tx, sql.lockProvider, [rule.provider_id]);
  await query(tx, sql.lockSpecialty, [rule.specialty_id]);
  const today = localDate(rule.time_zone, now.getTime());
  // One day more than the horizon, so that zones behind UTC reach it as well.
  const until = addDays(today, HORIZON_DAYS + 1);
  const from = rule.materialised_until ?? today;
  const planned = planSlots(
    toSessionRule(rule),
    { from, until },
    await absences(tx, rule, now, today),
  ).filter((slot) => slot.startMs > now.getTime());
  let retired: { id: string; state: string }[] = [];
  if (rule.materialised_until === null) {
    const ids = planned.map(({ id }) => id);
    retired = await query(tx, sql.retire, [sessionId, now, ids]);
    await query(tx, sql.revive, [ids]);
  }
  const added = await insertSlots(tx, rule, planned);
  await query(tx, sql.mark, [sessionId, until]);
  return {
    added,
    retired: retired.length,
    retiredTaken: retired.filter(({ state }) => state !== 'closed').map(({ id }) => id),
  };
}

async function absences(tx: Transaction, rule: RuleRow, now: Date, today: string): Promise<Absences> {
  const leave = await query<{ from_at: Date; to_at: Date }>(tx, sql.leave, [rule.provider_id, now]);
  const closed = await query<{ from_date: string; until_date: string }>(tx, sql.closures, [
    rule.location_id,
    today,
  ]);
  return {
    leave: leave.map(({ from_at, to_at }) => ({ fromMs: from_at.getTime(), toMs: to_at.getTime() })),
    closed: closed.map(({ from_date, until_date }) => ({ from: from_date, until: until_date })),
  };
}

async function insertSlots(tx: Transaction, rule: RuleRow, slots: readonly PlannedSlot[]): Promise<number> {
  if (slots.length === 0) return 0;
  const inserted = await query(tx, sql.insert, [
    rule.id,
    rule.provider_id,
    rule.specialty_id,
    rule.location_id,
    rule.visit_type_id,
    rule.buffer_before_min,
    rule.buffer_after_min,
    slots.map(({ id }) => id),
    slots.map(({ localStart }) => localStart),
    slots.map(({ seat }) => seat),
    slots.map(({ visitId }) => visitId),
    slots.map(({ startMs }) => new Date(startMs)),
    slots.map(({ endMs }) => new Date(endMs)),
    slots.map(({ reservedFor }) => reservedFor),
    slots.map(({ releaseAtMs }) => (releaseAtMs === null ? null : new Date(releaseAtMs))),
  ]);
  return inserted.length;
}

function toSessionRule(row: RuleRow) {
  return {
    id: row.id,
    timeZone: row.time_zone,
    weekday: row.weekday,
    startMinute: row.start_minute,
    endMinute: row.end_minute,
    seats: row.seats,
    effective: { from: row.effective_from, until: row.effective_until },
    lengthMin: row.length_min,
    bufferBeforeMin: row.buffer_before_min,
    bufferAfterMin: row.buffer_after_min,
    reservedFor: row.reserved_for,
    reservedShare: row.reserved_share,
    releaseBeforeMin: row.release_before_min,
  };
}
