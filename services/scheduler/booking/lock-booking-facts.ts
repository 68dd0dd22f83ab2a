import { loadSql, query, statement, type Transaction, together } from '@healthbooker/runtime/postgres';
import { locking } from '../locks.ts';
import {
  type BookingFacts,
  type Busy,
  type HoldRow,
  type KnownReach,
  type LockedSlot,
  lockedSlotColumns,
  type ReferralRow,
  type Wanting,
} from './booking.ts';
import { nextSlots } from './longer.ts';
import { seatsOf } from './seats.ts';

const sql = {
  lockSlots: loadSql(import.meta.url, './lock-wanted-slots.sql', { lockedSlotColumns }),
  /** What a decision needs of each patient: where their profile says that they can go, and their browsing hold. */
  patients: statement(
    'seen-of-patients',
    `select patient.id as patient_id, reach.region_id, coalesce(reach.needs_step_free, false) as needs_step_free,
  h.id as hold_id, h.slot_id, h.urgency, h.proposal, h.expires_at, h.is_extended, h.referral_id, h.needs, h.held_by
from unnest($1::uuid[]) as patient(id)
left join patient_reach reach on reach.patient_id = patient.id
left join hold h on h.patient_id = patient.id and h.state = 'open' and h.entry_id is null`,
  ),
  lockReferrals: loadSql(import.meta.url, './lock-referrals.sql'),
  busy: loadSql(import.meta.url, './patients-busy.sql'),
};

/** No slot begins further ahead than that. */
export const HORIZON_MS = 400 * 86_400_000;

/**
 * Locks the wanted slots with all seats of their starts, and `others`, and reads what these bookings are decided on.
 * The caller has locked the patients.
 */
export async function lockBookingFacts(
  tx: Transaction,
  bookings: readonly Wanting[],
  now: Date,
  others: readonly string[] = [],
): Promise<BookingFacts> {
  const patients = unique(bookings.map(({ patientId }) => patientId));
  const wanted = unique(bookings.flatMap(({ slotId }) => slotId ?? []));
  // Where a patient's hold asks for a longer visit, it has taken in the next slot already.
  const longer = bookings.flatMap(({ slotId, needs }) => (slotId !== null && needs.length > 0 ? slotId : []));
  const nextOf = await nextSlots(tx, await seatsOf(tx, unique(longer)));
  // Sent together, run one after the other: holds are read after their slots are locked.
  const [slots, seen, busy] = await together([
    lockWantedSlots(tx, wanted, [...nextOf.values(), ...others]),
    query<PatientRow>(tx, sql.patients, [patients]),
    busyTimes(tx, patients, now),
  ]);
  const holds = seen.flatMap(holdOf);
  return {
    now,
    slots,
    nextOf,
    reach: new Map(seen.map((row) => [row.patient_id, reachIn(row)])),
    holds: new Map(holds.map((hold) => [hold.patient_id, hold])),
    busy,
    referrals: await lockReferrals(tx, bookings, holds),
  };
}

/** A patient with their open hold, where they have one. */
type PatientRow = {
  patient_id: string;
  region_id: string | null;
  needs_step_free: boolean;
  hold_id: string | null;
} & Omit<HoldRow, 'id' | 'patient_id'>;

function reachIn({ region_id, needs_step_free }: PatientRow): KnownReach {
  return { regionId: region_id, needsStepFree: needs_step_free };
}

function holdOf({ hold_id, region_id: _, needs_step_free: __, ...hold }: PatientRow): HoldRow[] {
  return hold_id === null ? [] : [{ ...hold, id: hold_id }];
}

/** Slots with all seats of their starts, and `others`, by id: locked in the order of their ids. */
export async function lockWantedSlots(
  tx: Transaction,
  slotIds: readonly string[],
  others: readonly string[] = [],
): Promise<Map<string, LockedSlot>> {
  if (slotIds.length + others.length === 0) return new Map();
  locking(tx, 'slots');
  const rows = await query<LockedSlot>(tx, sql.lockSlots, [unique(slotIds), unique(others)]);
  return new Map(rows.map((row) => [row.id, row]));
}

async function lockReferrals(
  tx: Transaction,
  bookings: readonly Wanting[],
  holds: readonly HoldRow[],
): Promise<Map<string, ReferralRow>> {
  const named = [...bookings.map(({ referralId }) => referralId), ...holds.map((hold) => hold.referral_id)];
  const ids = unique(named.flatMap((id) => id ?? []));
  if (ids.length === 0) return new Map();
  const rows = await query<ReferralRow>(tx, sql.lockReferrals, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

async function busyTimes(
  tx: Transaction,
  patients: readonly string[],
  now: Date,
): Promise<Map<string, Busy[]>> {
  const busy = new Map<string, Busy[]>(patients.map((patientId) => [patientId, []]));
  const rows = await query<{ patient_id: string; appointment_id: string; from_at: Date; to_at: Date }>(
    tx,
    sql.busy,
    [patients, now, new Date(now.getTime() + HORIZON_MS)],
  );
  for (const { patient_id, appointment_id, from_at, to_at } of rows) {
    busy.get(patient_id)?.push({ appointmentId: appointment_id, from: from_at, to: to_at });
  }
  return busy;
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}
