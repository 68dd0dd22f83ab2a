import type { CallContext } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Rpc, ServedService } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement, type Transaction, together } from '@healthbooker/runtime/postgres';
import { isStaff } from '../care/access.ts';
import { type Policy, readPolicy } from '../directory/policy.ts';
import type { Measures } from '../measures.ts';
import type { Wanting } from './booking.ts';
import { HORIZON_MS } from './lock-booking-facts.ts';

const sql = {
  visits: loadSql(import.meta.url, './counted-visits.sql'),
  moves: loadSql(import.meta.url, './count-moves.sql'),
  /** On how many waiting lists a patient ($1) is, other than by referral. */
  waiting: statement(
    'count-waiting',
    `select count(*)::int as places from waitlist_entry
where patient_id = $1 and state in ('waiting', 'offered') and referral_id is null`,
  ),
};

/** Which limit refused: the label of `limit_refusals_total`, and `details.reason`. */
export type Limit = 'open-visits' | 'open-series' | 'new-visits' | 'moves' | 'waiting-places';

/**
 * What patients have booked that counts against their limits, and the limits. Planning a booking adds to it, so that
 * the next one of the batch counts it too.
 */
export type Counted = {
  policy: Policy;
  /** By patient and specialty, as `key` has it. */
  open: Map<string, { visits: number; series: number }>;
  /** By patient: booked in the last 24 hours. */
  fresh: Map<string, number>;
};

type CountRow = {
  patient_id: string;
  kind: 'open' | 'new';
  specialty_id: string | null;
  visits: number;
  series: number;
};

/** Counts what these patients have. They are locked, so that a later transaction counts what this one writes. */
async function countVisits(tx: Transaction, patients: readonly string[], now: Date): Promise<Counted> {
  const until = new Date(now.getTime() + HORIZON_MS);
  const [policy, rows] = await together([
    readPolicy(tx),
    query<CountRow>(tx, sql.visits, [patients, now, until]),
  ]);
  const counted: Counted = { policy, open: new Map(), fresh: new Map() };
  for (const { patient_id, kind, specialty_id, visits, series } of rows) {
    if (kind === 'new') counted.fresh.set(patient_id, visits);
    else counted.open.set(key(patient_id, specialty_id ?? ''), { visits, series });
  }
  return counted;
}

/** What counts for these bookings, for {@link BookingFacts}; nothing where only staff book. */
export async function countedFor(
  tx: Transaction,
  bookings: readonly Wanting[],
  now: Date,
): Promise<{ counted?: Counted }> {
  const patients = bookings.filter((booking) => !booking.isStaff).map(({ patientId }) => patientId);
  if (patients.length === 0) return {};
  return { counted: await countVisits(tx, [...new Set(patients)], now) };
}

/** A visit that a patient wants, as far as limits go; `series` when it is one of a series. */
export type Countable = Pick<Wanting, 'patientId'> & { series?: { place: number } };

/**
 * Counts one more visit in a specialty; a series is counted with its first visit. Do not call it for what staff book or
 * what uses a referral.
 *
 * Errors: conflict with details.reason 'open-visits', 'open-series' or 'new-visits' and details.limit.
 */
export function countOne(counted: Counted, { patientId, series }: Countable, specialtyId: string): void {
  if (series !== undefined && series.place > 1) return;
  const { policy, open, fresh } = counted;
  const has = open.get(key(patientId, specialtyId)) ?? { visits: 0, series: 0 };
  const isNew = fresh.get(patientId) ?? 0;
  if (series === undefined && has.visits >= policy.open_visits_per_specialty) {
    throw new OverLimit('open-visits', policy.open_visits_per_specialty);
  }
  if (series !== undefined && has.series >= policy.open_series_per_specialty) {
    throw new OverLimit('open-series', policy.open_series_per_specialty);
  }
  if (isNew >= policy.new_visits_per_day) throw new OverLimit('new-visits', policy.new_visits_per_day);
  fresh.set(patientId, isNew + 1);
  open.set(
    key(patientId, specialtyId),
    series === undefined ? { ...has, visits: has.visits + 1 } : { ...has, series: has.series + 1 },
  );
}

/** Refuses a patient's move beyond the limit of a day: conflict with details.reason 'moves'. The patient is locked. */
export async function refuseMoreMoves(
  tx: Transaction,
  context: CallContext,
  patientId: string,
  now: Date,
): Promise<void> {
  if (isStaff(context)) return;
  const [policy, [counted]] = await together([
    readPolicy(tx),
    query<{ moves: number }>(tx, sql.moves, [patientId, now]),
  ]);
  if ((counted?.moves ?? 0) >= policy.moves_per_day) throw new OverLimit('moves', policy.moves_per_day);
}

/**
 * Refuses a patient who wants to join the waiting list, or to accept an offer, and is at a limit for booking it. The
 * patient is locked. `isJoining` when they are not on the list yet.
 *
 * Errors: those of {@link countOne}; conflict with details.reason 'waiting-places'.
 */
export async function refuseMoreWaiting(
  tx: Transaction,
  context: CallContext,
  { patientId, specialtyId, isJoining }: { patientId: string; specialtyId: string; isJoining: boolean },
  now: Date,
): Promise<void> {
  if (isStaff(context)) return;
  const counted = await countVisits(tx, [patientId], now);
  countOne(counted, { patientId }, specialtyId);
  if (!isJoining) return;
  const [waiting] = await query<{ places: number }>(tx, sql.waiting, [patientId]);
  const { waiting_places: most } = counted.policy;
  if ((waiting?.places ?? 0) >= most) throw new OverLimit('waiting-places', most);
}

/** Whether a patient who waits has room for one more visit of this specialty. The patient is locked. */
export async function hasRoom(
  tx: Transaction,
  { patientId, specialtyId }: { patientId: string; specialtyId: string },
  now: Date,
): Promise<boolean> {
  try {
    countOne(await countVisits(tx, [patientId], now), { patientId }, specialtyId);
    return true;
  } catch (error) {
    if (error instanceof OverLimit) return false;
    throw error;
  }
}

/** A refusal because somebody has as much as a person may have. */
class OverLimit extends ServiceError {
  readonly limit: Limit;

  constructor(limit: Limit, most: number) {
    super('conflict', words[limit](most), { details: { reason: limit, limit: String(most) } });
    this.limit = limit;
  }
}

/** A service whose refusals by a limit are counted in `limit_refusals_total`. */
export function countingLimits(service: ServedService, { limitRefusals }: Measures): ServedService {
  const rpcs = [...service.rpcs].map(([name, rpc]): [string, Rpc<unknown, unknown>] => [
    name,
    {
      ...rpc,
      async handle(request, context) {
        try {
          return await rpc.handle(request, context);
        } catch (error) {
          if (error instanceof OverLimit) limitRefusals.inc({ limit: error.limit });
          throw error;
        }
      },
    },
  ]);
  return { protoService: service.protoService, rpcs: new Map(rpcs) };
}

const words: Readonly<Record<Limit, (most: number) => string>> = {
  'open-visits': (most) =>
    `${many(most, 'visit')} in this specialty ${most === 1 ? 'is' : 'are'} as many as can be booked at a time without a referral. Move or cancel one, or call the clinic.`,
  'open-series': (most) =>
    `${many(most, 'series')} of visits in this specialty ${most === 1 ? 'is' : 'are'} as many as can be booked at a time without a referral. Call the clinic.`,
  'new-visits': (most) =>
    `${many(most, 'visit')} booked within 24 hours ${most === 1 ? 'is' : 'are'} as many as can be. Book again later, or call the clinic.`,
  moves: (most) =>
    `${many(most, 'move')} within 24 hours ${most === 1 ? 'is' : 'are'} as many as can be. Move the visit later, or call the clinic.`,
  'waiting-places': (most) =>
    `${many(most, 'waiting list')} ${most === 1 ? 'is' : 'are'} as many as one can be on. Leave one, or call the clinic.`,
};

function many(count: number, what: string): string {
  return count === 1 || what === 'series' ? `${count} ${what}` : `${count} ${what}s`;
}

function key(patientId: string, specialtyId: string): string {
  return `${patientId} ${specialtyId}`;
}
