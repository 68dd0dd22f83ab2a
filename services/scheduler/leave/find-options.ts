import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import { nextSlots } from '../booking/longer.ts';
import { type SlotRow, toldSlotColumns } from '../calendar/slot.ts';
import { addDays, localDate } from '../directory/local-time.ts';
import { maySee, TARGET_DAYS, type Urgency } from '../engine/urgency.ts';
import type { Option, Visit } from './assignment.ts';
import { moveCost, type Need, unplacedCost } from './cost.ts';
import type { HitVisit, Position } from './hit-visits.ts';

/** What a slot of the right kind must be besides; a `case`, else the planner expects few slots and sorts them all. */
const suits = `case when s.mode = $2 and s.location_id = any ((select location_ids from bounds)::text[])
  and ($10::text[] is null or s.provider_id = any ((select provider_ids from bounds)::uuid[]))
  and ($7::uuid is null or not (s.provider_id = $7 and s.start_at < $9 and s.end_at > $8))
  and is_open_to($12::text, s.reserved_for, s.release_at, $13) then true else false end`;
const sql = {
  candidates: loadSql(import.meta.url, './leave-candidates.sql', { toldSlotColumns, suits }),
  busy: loadSql(import.meta.url, '../booking/patients-busy.sql'),
};

const DAY_MS = 86_400_000;
/** A visit is not moved to a time sooner than this without asking its patient. */
const NOTICE_MS = DAY_MS;
/**
 * How many candidates are read per kind of visit in addition to the number of visits: of the same teams, and of all.
 */
const OF_TEAM = 400;
const OF_ALL = 400;
/** How many options each other visit of the same patient may block. */
const ONE_PATIENT = 20;
const EARTH_RADIUS_KM = 6371;

export type Candidate = Pick<
  SlotRow,
  | 'id'
  | 'provider_id'
  | 'provider_name'
  | 'specialty_id'
  | 'visit_type_id'
  | 'location_id'
  | 'time_zone'
  | 'start_at'
  | 'end_at'
  | 'mode'
  | 'local_start'
  | 'reserved_for'
  | 'release_at'
> & { team_id: string; is_step_free: boolean } & Position;

/** By when the patient should be seen: what the referral says, else counted from when they asked. */
export function targetDateOf(
  row: Pick<HitVisit, 'due_date' | 'urgency' | 'time_zone' | 'booked_at'>,
): string {
  return row.due_date ?? addDays(localDate(row.time_zone, row.booked_at.getTime()), TARGET_DAYS[row.urgency]);
}

/** The times that each visit could have, in the order of the visits, and their slots. */
export type Options = { visits: Visit[]; slots: Map<string, Candidate> };

/** Slots that must not be used, and slots that may be used although they are still settling. */
export type Surrounding = {
  /** The time that a provider will be away; null where those slots are closed already. */
  away: { providerId: string; from: Date; to: Date } | null;
  opened: readonly string[];
};

/** The kind of slot that a visit may get: the same kind of visit in the same region. */
function kindOf({ specialty_id, visit_type_id, mode, region_id }: HitVisit): string {
  return `${specialty_id} ${visit_type_id} ${mode} ${region_id}`;
}

/** Visits with the same key may get the same times. */
function reachOf(row: HitVisit): string {
  return `${kindOf(row)} ${row.needs_step_free} ${row.opens}`;
}

/** Every time that each visit could have instead, cheapest first, and their slots. */
export async function findOptions(
  on: Pool | Transaction,
  rows: readonly HitVisit[],
  around: Surrounding,
  now: Date,
): Promise<Options> {
  const slots = new Map<string, Candidate>();
  const slotsInReach = new Map<string, Map<string, Candidate>>();
  const kinds = Map.groupBy(rows, kindOf);
  const spareOf = new Map<string, number>();
  const visitsOf = new Map<string, number>();
  for (const { patient_id } of rows) visitsOf.set(patient_id, (visitsOf.get(patient_id) ?? 0) + 1);
  for (const [reach, alike] of Map.groupBy(rows, reachOf)) {
    const competing = alike[0] === undefined ? [] : (kinds.get(kindOf(alike[0])) ?? []);
    const spare = spareFor(competing);
    spareOf.set(reach, spare);
    const found = await candidatesFor(on, alike, spare, around, now);
    slotsInReach.set(reach, found);
    for (const [id, slot] of found) slots.set(id, slot);
  }
  const nextOf = rows.some(({ needs }) => needs.length > 0)
    ? await nextSlots(on, [...slots.keys()])
    : new Map<string, string>();
  const busy = await busyTimes(on, rows, [...slots.values()]);
  return {
    slots,
    visits: rows.map((row) => {
      const need = needOf(row);
      const candidates = [...(slotsInReach.get(reachOf(row))?.values() ?? [])];
      const options = candidates.flatMap(
        (slot) => optionOf(row, need, slot, { nextOf, slots, busy, now }) ?? [],
      );
      options.sort((a, b) => a.cost - b.cost || a.startMs - b.startMs || compare(a.slotIds[0], b.slotIds[0]));
      // A best plan gives each visit one of its cheapest options, since the other visits cannot take them all.
      options.splice((spareOf.get(reachOf(row)) ?? 0) + ONE_PATIENT * (visitsOf.get(row.patient_id) ?? 1));
      return { id: row.appointment_id, patientId: row.patient_id, options, unplacedCost: unplacedCost(need) };
    }),
  };
}

/** The free slots that suit visits of one kind: those of their teams first, the nearest to any of them first. */
async function candidatesFor(
  on: Pool | Transaction,
  visits: readonly HitVisit[],
  spare: number,
  { away, opened }: Surrounding,
  now: Date,
): Promise<Map<string, Candidate>> {
  const [first] = visits;
  if (first === undefined) return new Map();
  const starts = [...new Set(visits.map(({ start_at }) => start_at.getTime()))].sort((a, b) => a - b);
  const teams = [...new Set(visits.map(({ team_id }) => team_id))];
  const limits = [
    [teams, OF_TEAM],
    [null, OF_ALL + spare],
  ] as const;
  const found = new Map<string, Candidate>();
  for (const [ofTeams, limit] of limits) {
    const rows = await query<Candidate>(on, sql.candidates, [
      first.visit_type_id,
      first.mode,
      first.region_id,
      new Date(now.getTime() + NOTICE_MS),
      starts.map((ms) => new Date(ms)),
      limit,
      away?.providerId ?? null,
      away?.from ?? null,
      away?.to ?? null,
      ofTeams,
      first.needs_step_free,
      first.opens,
      now,
      opened,
    ]);
    for (const slot of rows) found.set(slot.id, slot);
  }
  return found;
}

/** How many slots are needed so that each of these visits finds one, whatever the others take. */
function spareFor(competing: readonly HitVisit[]): number {
  // A longer visit takes two slots and so blocks up to four pairs.
  return competing.some(({ needs }) => needs.length > 0) ? competing.length * 4 : competing.length;
}

type Around = {
  nextOf: ReadonlyMap<string, string>;
  slots: ReadonlyMap<string, Candidate>;
  busy: ReadonlyMap<string, readonly { appointmentId: string; fromMs: number; toMs: number }[]>;
  now: Date;
};

/** This slot as an option for a visit; undefined when the visit cannot have it. */
function optionOf(row: HitVisit, need: Need, slot: Candidate, around: Around): Option | undefined {
  if (row.needs_step_free && !slot.is_step_free && slot.mode === 'in-person') return undefined;
  const isLonger = row.needs.length > 0;
  const next = isLonger ? around.slots.get(around.nextOf.get(slot.id) ?? '') : undefined;
  if (isLonger && next === undefined) return undefined;
  const isKept = ({ release_at, reserved_for }: Candidate) =>
    release_at !== null && release_at > around.now && !maySee(row.opens, reserved_for);
  if (isKept(slot) || (next !== undefined && isKept(next))) return undefined;
  const startMs = slot.start_at.getTime();
  const endMs = (next ?? slot).end_at.getTime();
  // The patient's other visits that are hit count too: they may have to stay where they are.
  const isBusy = around.busy
    .get(row.patient_id)
    ?.some((time) => time.appointmentId !== row.appointment_id && time.fromMs < endMs && time.toMs > startMs);
  if (isBusy) return undefined;
  const cost = moveCost(need, {
    startMs,
    providerId: slot.provider_id,
    teamId: slot.team_id,
    locationId: slot.location_id,
    distance_km: distanceKm(row, slot),
    date: slot.local_start.slice(0, 10),
  });
  return { slotIds: next === undefined ? [slot.id] : [slot.id, next.id], cost, startMs, endMs };
}

function needOf(row: HitVisit): Need {
  return {
    urgency: row.urgency,
    startMs: row.start_at.getTime(),
    providerId: row.provider_id,
    teamId: row.team_id,
    locationId: row.location_id,
    targetDate: targetDateOf(row),
  };
}

async function busyTimes(on: Pool | Transaction, rows: readonly HitVisit[], slots: readonly Candidate[]) {
  const busy = new Map<string, { appointmentId: string; fromMs: number; toMs: number }[]>();
  if (slots.length === 0) return busy;
  const starts = slots.map(({ start_at }) => start_at.getTime());
  const found = await query<{ patient_id: string; appointment_id: string; from_at: Date; to_at: Date }>(
    on,
    sql.busy,
    [
      [...new Set(rows.map(({ patient_id }) => patient_id))],
      new Date(Math.min(...starts)),
      new Date(Math.max(...starts) + DAY_MS),
    ],
  );
  for (const { patient_id, appointment_id, from_at, to_at } of found) {
    const times = busy.get(patient_id) ?? [];
    times.push({ appointmentId: appointment_id, fromMs: from_at.getTime(), toMs: to_at.getTime() });
    busy.set(patient_id, times);
  }
  return busy;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Along the earth's surface; 0 where the position of one of them is not known. */
function distanceKm(from: Position, to: Position): number {
  if (from.latitude === null || from.longitude === null || to.latitude === null || to.longitude === null)
    return 0;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [a, b] = [radians(from.latitude), radians(to.latitude)];
  const half = (angle: number) => Math.sin(angle / 2) ** 2;
  const chord = half(b - a) + Math.cos(a) * Math.cos(b) * half(radians(to.longitude - from.longitude));
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** How much sooner an urgency is to be served; greedy assignments go in this order. */
export function byUrgency(a: { urgency: Urgency }, b: { urgency: Urgency }): number {
  return TARGET_DAYS[a.urgency] - TARGET_DAYS[b.urgency];
}
