import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import type { AllocationRequest, SlotSeen, TimeOfDay } from './decide.ts';
import type { Urgency } from './urgency.ts';

const sql = {
  fitting: loadSql(import.meta.url, '../sql/fitting-slots.sql'),
  load: loadSql(import.meta.url, '../sql/provider-load.sql'),
  busy: loadSql(import.meta.url, '../sql/patient-busy.sql'),
};

const WEEK_MS = 604_800_000;
/** Slots looked at that suit every wish, and regardless of the wishes. */
const FITTING = 300;
const NEARBY = 100;

/** A slot as it is looked up for `decide`. */
export type SlotFound = {
  id: string;
  provider_id: string;
  location_id: string;
  visit_type_id: string;
  start_at: Date;
  end_at: Date;
  local_start: string;
  reserved_for: Urgency | null;
  release_at: Date | null;
  notice_min: number;
};

export type Wish = Omit<AllocationRequest, 'busy' | 'visitTypeId'> & {
  patientId: string;
  specialtyId: string;
  visitTypeId: string;
};

/** Reads what `decide` needs: when the patient is busy, and the slots that suit the wishes or are near. */
export async function look(
  pool: Pool,
  wish: Wish,
  now: Date,
  until: Date,
  tieBreak: (slotId: string) => string,
): Promise<{ request: AllocationRequest; rows: SlotSeen[] }> {
  const { patientId, specialtyId, ...rest } = wish;
  const busy = await query<{ from_at: Date; to_at: Date }>(pool, sql.busy, [patientId, now, until]);
  const suits = (part: TimeOfDay) => wish.timesOfDay.length === 0 || wish.timesOfDay.includes(part);
  const fitting = await query<SlotFound>(pool, sql.fitting, [
    ...[specialtyId, now, until, wish.visitTypeId, wish.providerId, wish.locationId],
    ...[wish.earliestDate, wish.latestDate, wish.daysOfWeek, FITTING],
    ...[suits('morning'), suits('afternoon'), suits('evening')],
  ]);
  const nearby = await query<SlotFound>(pool, sql.fitting, [
    ...[specialtyId, now, until, wish.visitTypeId, null, null, null, null, [], NEARBY, true, true, true],
  ]);
  const found = [...new Map([...fitting, ...nearby].map((row) => [row.id, row])).values()];
  return {
    request: {
      ...rest,
      busy: busy.map(({ from_at, to_at }) => ({ fromMs: from_at.getTime(), toMs: to_at.getTime() })),
    },
    rows: await slotsSeen(pool, found, tieBreak),
  };
}

/** Rows of slots as `decide` sees them, with how much their providers have to do in those weeks. */
export async function slotsSeen(
  on: Pool | Transaction,
  found: readonly SlotFound[],
  tieBreak: (slotId: string) => string,
): Promise<SlotSeen[]> {
  const load = await loads(on, found);
  return found.map((row) => ({
    slotId: row.id,
    providerId: row.provider_id,
    locationId: row.location_id,
    visitTypeId: row.visit_type_id,
    startMs: row.start_at.getTime(),
    endMs: row.end_at.getTime(),
    localStart: row.local_start.replace(' ', 'T').slice(0, 16),
    noticeMs: row.notice_min * 60_000,
    reservedFor: row.reserved_for,
    releaseAtMs: row.release_at?.getTime() ?? null,
    providerLoad: load.get(loadKey(row.provider_id, weekOf(row.start_at))) ?? 0,
    tieBreak: tieBreak(row.id),
  }));
}

/** Visits per provider in the weeks of these slots. */
async function loads(on: Pool | Transaction, rows: readonly SlotFound[]): Promise<Map<string, number>> {
  const providers = [...new Set(rows.map((row) => row.provider_id))];
  const weeks = rows.map((row) => weekOf(row.start_at));
  if (weeks.length === 0) return new Map();
  const found = await query<{ provider_id: string; week: number; visits: number }>(on, sql.load, [
    providers,
    new Date(Math.min(...weeks) * WEEK_MS),
    new Date((Math.max(...weeks) + 1) * WEEK_MS),
  ]);
  return new Map(found.map(({ provider_id, week, visits }) => [loadKey(provider_id, week), visits]));
}

function weekOf(start: Date): number {
  return Math.floor(start.getTime() / WEEK_MS);
}

function loadKey(providerId: string, week: number): string {
  return `${providerId} ${week}`;
}
