import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import { addDays, localDate } from '../directory/local-time.ts';
import type { AllocationRequest, Mode, SlotSeen, TimeOfDay } from '../engine/request.ts';
import { TARGET_DAYS, type Urgency } from '../engine/urgency.ts';
import { longerEnds } from './longer.ts';
import type { FreeSeats } from './seats.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** How many slots are read that suit every wish, and how many whatever the wishes. */
const FITTING = 300;
const NEARBY = 100;
/** Where none suits every wish: how many that suit all wishes but one. */
const OF_EACH = 20;
/**
 * The wishes that may be left out, one at a time. Where the patient can go is not a wish: nobody is sent further
 * unasked.
 */
const RELAXED = [
  { timesOfDay: [] },
  { daysOfWeek: [] },
  { earliestDate: null, latestDate: null },
  { mode: null },
  { locationId: null },
  { providerId: null },
] as const satisfies Partial<Wish>[];

/** A slot as it is read for `decide`. */
export type SlotFound = {
  id: string;
  provider_id: string;
  location_id: string;
  region_id: string;
  is_step_free: boolean;
  visit_type_id: string;
  mode: Mode;
  start_at: Date;
  end_at: Date;
  local_start: string;
  reserved_for: Urgency | null;
  release_at: Date | null;
  notice_min: number;
  horizon_days: number;
  time_zone: string;
  /** Its end when it takes in the slot that follows; null when that slot is not available. */
  longer_end_at?: Date | null;
};

/** The columns of a {@link SlotFound} from `slot s`, `visit_type v` and `location l`. */
export const foundColumns = `s.id, s.provider_id, s.location_id, s.visit_type_id, s.mode, s.start_at, s.end_at, s.local_start,
  s.reserved_for, s.release_at, v.notice_min, v.horizon_days, l.time_zone, l.region_id, l.step_free_route <> '' as is_step_free`;

const sql = {
  fitting: loadSql(import.meta.url, './fitting-slots.sql', { foundColumns }),
  load: loadSql(import.meta.url, './provider-load.sql'),
  busy: loadSql(import.meta.url, './patient-busy.sql'),
};

/** A start as it is read: one slot stands for all its seats. */
type StartFound = SlotFound & {
  visit_id: string;
  /** The seats of a class that are free and open to the urgency that is asked for, the lowest first. */
  seat_ids: string[] | null;
};

export type Wish = Omit<AllocationRequest, 'busy' | 'visitTypeId' | 'targetDate' | 'targetSource'> & {
  patientId: string;
  specialtyId: string;
  visitTypeId: string;
  /** The date of a referral or an order; null: the date follows from the urgency. */
  target: { date: string; source: 'referral' | 'follow-up' } | null;
};

/** Slots that suit a need, whoever the patient is: one row for each start. */
export type Fitting = { request: Omit<AllocationRequest, 'busy'>; rows: SlotSeen[]; freeSeats: FreeSeats };

/** Reads what `decide` needs: when the patient is busy, and the slots that suit the wishes or are near. */
export async function findCandidates(
  pool: Pool,
  { patientId, ...wish }: Wish,
  now: Date,
  until: Date,
  tieBreak: (slotId: string) => string,
): Promise<{ request: AllocationRequest; rows: SlotSeen[]; freeSeats: FreeSeats }> {
  const busy = await query<{ from_at: Date; to_at: Date }>(pool, sql.busy, [patientId, now, until]);
  const fitting = await fittingSlots(pool, wish, now, until, FITTING);
  const without = RELAXED.flatMap((relax) => (fitting.length === 0 && isWished(wish, relax) ? [relax] : []));
  const relaxed = await Promise.all(
    without.map((relax) => fittingSlots(pool, { ...wish, ...relax }, now, until, OF_EACH)),
  );
  const nearby = await fittingSlots(pool, { ...wish, ...Object.assign({}, ...RELAXED) }, now, until, NEARBY);
  const all = [...fitting, ...relaxed.flat(), ...nearby];
  const found = [...new Map(all.map((row) => [row.visit_id, row])).values()];
  const { request, rows, freeSeats } = await toFitting(pool, wish, found, now, tieBreak);
  return {
    request: {
      ...request,
      busy: busy.map(({ from_at, to_at }) => ({ fromMs: from_at.getTime(), toMs: to_at.getTime() })),
    },
    rows,
    freeSeats,
  };
}

/** Whether the patient made this wish, so that leaving it out changes something. */
function isWished(wish: Omit<Wish, 'patientId'>, relax: Partial<Wish>): boolean {
  return Object.keys(relax).some((name) => {
    const value = wish[name as keyof typeof wish];
    return Array.isArray(value) ? value.length > 0 : value !== null;
  });
}

/** How many visits providers have in the weeks of these slots, by {@link loadKey}. */
export type LoadsOf = (
  on: Pool | Transaction,
  rows: readonly Pick<SlotFound, 'provider_id' | 'start_at'>[],
) => Promise<ReadonlyMap<string, number>>;

/** The earliest slots after the notice that suit every wish, whoever the patient is; at most `limit`. */
export async function findForAnyone(
  on: Pool | Transaction,
  wish: Omit<Wish, 'patientId'>,
  period: { now: Date; until: Date },
  limit: number,
  tieBreak: (slotId: string) => string,
  loadsOf: LoadsOf = countLoads,
): Promise<Fitting> {
  const found = await fittingSlots(on, wish, period.now, period.until, limit, true);
  return toFitting(on, wish, found, period.now, tieBreak, loadsOf);
}

function fittingSlots(
  on: Pool | Transaction,
  wish: Omit<Wish, 'patientId'>,
  now: Date,
  until: Date,
  limit: number,
  isAfterNotice = false,
): Promise<StartFound[]> {
  const suits = (part: TimeOfDay) => wish.timesOfDay.length === 0 || wish.timesOfDay.includes(part);
  return query<StartFound>(on, sql.fitting, [
    wish.specialtyId,
    now,
    until,
    wish.visitTypeId,
    wish.providerId,
    wish.locationId,
    wish.earliestDate,
    wish.latestDate,
    wish.daysOfWeek,
    limit,
    suits('morning'),
    suits('afternoon'),
    suits('evening'),
    wish.mode,
    isAfterNotice,
    wish.regionIds,
    wish.needsStepFree,
    wish.urgency,
  ]);
}

async function toFitting(
  on: Pool | Transaction,
  { specialtyId: _, target, ...wish }: Omit<Wish, 'patientId'>,
  found: readonly StartFound[],
  now: Date,
  tieBreak: (slotId: string) => string,
  loadsOf: LoadsOf = countLoads,
): Promise<Fitting> {
  const longer = wish.isLonger
    ? await longerEnds(on, found.map(toId), { urgency: wish.urgency, isStaff: false, now })
    : undefined;
  const seen = found.map((row) => ({ ...row, longer_end_at: longer?.get(row.id) ?? null }));
  const today = localDate(found[0]?.time_zone ?? 'UTC', now.getTime());
  return {
    request: {
      ...wish,
      targetDate: target?.date ?? addDays(today, TARGET_DAYS[wish.urgency]),
      targetSource: target?.source ?? 'answers',
    },
    rows: await slotsSeen(on, seen, tieBreak, loadsOf),
    freeSeats: new Map(found.flatMap(({ id, seat_ids }) => (seat_ids === null ? [] : [[id, seat_ids]]))),
  };
}

/** Rows of slots for `decide`, with the number of visits that their providers have in those weeks. */
export async function slotsSeen(
  on: Pool | Transaction,
  found: readonly SlotFound[],
  tieBreak: (slotId: string) => string,
  loadsOf: LoadsOf = countLoads,
): Promise<SlotSeen[]> {
  const load = await loadsOf(on, found);
  return found.map((row) => ({
    slotId: row.id,
    providerId: row.provider_id,
    locationId: row.location_id,
    regionId: row.region_id,
    isStepFree: row.is_step_free,
    visitTypeId: row.visit_type_id,
    mode: row.mode,
    startMs: row.start_at.getTime(),
    endMs: row.end_at.getTime(),
    longerEndMs: row.longer_end_at?.getTime() ?? null,
    localStart: row.local_start.replace(' ', 'T').slice(0, 16),
    noticeMs: row.notice_min * 60_000,
    horizonMs: row.horizon_days * DAY_MS,
    reservedFor: row.reserved_for,
    releaseAtMs: row.release_at?.getTime() ?? null,
    providerLoad: load.get(loadKey(row)) ?? 0,
    tieBreak: tieBreak(row.id),
  }));
}

/** Visits per provider in the weeks of these slots. */
export async function countLoads(
  on: Pool | Transaction,
  rows: readonly Pick<SlotFound, 'provider_id' | 'start_at'>[],
): Promise<Map<string, number>> {
  const pairs = [...new Map(rows.map((row) => [loadKey(row), row])).values()];
  if (pairs.length === 0) return new Map();
  const found = await query<{ provider_id: string; week: number; visits: number }>(on, sql.load, [
    pairs.map(({ provider_id }) => provider_id),
    pairs.map(({ start_at }) => weekOf(start_at)),
  ]);
  return new Map(found.map(({ provider_id, week, visits }) => [`${provider_id} ${week}`, visits]));
}

/** Provider and week of a slot. */
export function loadKey({ provider_id, start_at }: Pick<SlotFound, 'provider_id' | 'start_at'>): string {
  return `${provider_id} ${weekOf(start_at)}`;
}

function toId({ id }: SlotFound): string {
  return id;
}

function weekOf(start: Date): number {
  return Math.floor(start.getTime() / WEEK_MS);
}
