import { loadSql, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import type { Absences, SessionRule } from './plan-slots.ts';
import type { Mode } from './slot.ts';

const sql = {
  rules: loadSql(import.meta.url, './session-rules.sql'),
  leave: statement(
    'leave-of-providers',
    `select provider_id, lower(during) as from_at, upper(during) as to_at
from provider_leave
where provider_id = any ($1::uuid[]) and during && tstzrange($2, null) and ended_at is null`,
  ),
  closures: statement(
    'closures-from',
    `select location_id, lower(dates) as from_date, upper(dates) as until_date
from closure
where dates && daterange($1::date, null)`,
  ),
};

/** Everything of a session that its slots depend on. */
export type Rule = SessionRule & {
  providerId: string;
  locationId: string;
  visitTypeId: string;
  specialtyId: string;
  mode: Mode;
  /** Slots exist for the dates before this one; null: every date has to be compared again. */
  materialisedUntil: string | null;
};

type RuleRow = {
  id: string;
  provider_id: string;
  location_id: string;
  visit_type_id: string;
  specialty_id: string;
  mode: Mode;
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

/** The sessions of active providers, locked; only some of them, or only those that do not reach a date. */
export async function readRules(
  tx: Transaction,
  providerIds: readonly string[],
  which: { sessionIds?: readonly string[]; notReaching?: string },
): Promise<Rule[]> {
  const rows = await query<RuleRow>(tx, sql.rules, [
    providerIds,
    which.sessionIds ?? null,
    which.notReaching ?? null,
  ]);
  return rows.map((row) => ({
    id: row.id,
    providerId: row.provider_id,
    locationId: row.location_id,
    visitTypeId: row.visit_type_id,
    specialtyId: row.specialty_id,
    mode: row.mode,
    timeZone: row.time_zone,
    weekday: row.weekday,
    startMinute: row.start_minute,
    endMinute: row.end_minute > row.start_minute ? row.end_minute : row.end_minute + 1440,
    seats: row.seats,
    effective: { from: row.effective_from, until: row.effective_until },
    lengthMin: row.length_min,
    bufferBeforeMin: row.buffer_before_min,
    bufferAfterMin: row.buffer_after_min,
    reservedFor: row.reserved_for,
    reservedShare: row.reserved_share,
    releaseBeforeMin: row.release_before_min,
    materialisedUntil: row.materialised_until,
  }));
}

/** When providers are on leave and locations closed, from an instant on. */
export async function readAbsences(
  tx: Transaction,
  providerIds: readonly string[],
  now: Date,
): Promise<(rule: Rule) => Absences> {
  const leave = await query<{ provider_id: string; from_at: Date; to_at: Date }>(tx, sql.leave, [
    providerIds,
    now,
  ]);
  // In zones to the west it may still be yesterday.
  const from = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10);
  const closures = await query<{ location_id: string | null; from_date: string; until_date: string }>(
    tx,
    sql.closures,
    [from],
  );
  return (rule) => ({
    leave: leave
      .filter(({ provider_id }) => provider_id === rule.providerId)
      .map(({ from_at, to_at }) => ({ fromMs: from_at.getTime(), toMs: to_at.getTime() })),
    closed: closures
      .filter(({ location_id }) => location_id === null || location_id === rule.locationId)
      .map(({ from_date, until_date }) => ({ from: from_date, until: until_date })),
  });
}
