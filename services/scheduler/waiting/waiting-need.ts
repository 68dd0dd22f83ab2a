import { triage } from '@healthbooker/protos/triage';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, type Pool, query, type Transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import type { ReferralRow } from '../booking/booking.ts';
import { symptoms, timeOfDay, visitWanted } from '../booking/need.ts';
import { refuseReferral } from '../booking/referral.ts';
import { FURTHEST_DAYS, refuseWrong, wrongDates, zoneOfWish } from '../booking/wished-dates.ts';
import { modeFrom } from '../calendar/slot.ts';
import { addDays, localDate } from '../directory/local-time.ts';
import { TARGET_DAYS, type Urgency } from '../engine/urgency.ts';
import { EMERGENCY_ADVICE } from '../engine/why.ts';
import type { AccessNeed } from '../history/reservation.ts';
import { optionalId } from '../parse.ts';
import type { EntryRow } from './entry.ts';

const checkNeed = loadSql(import.meta.url, '../booking/check-need.sql');
const lockReferrals = loadSql(import.meta.url, '../booking/lock-referrals.sql');

const accessNeeds = {
  ACCESS_NEED_LONGER_VISIT: 'longer-visit',
  ACCESS_NEED_INTERPRETER: 'interpreter',
} as const satisfies Record<string, AccessNeed>;

/** A Need as an entry keeps it; symptoms only matter to `triageNeed`. */
export const needSchema = z.object(
  {
    ...visitWanted,
    timesOfDay: z
      .array(timeOfDay)
      .max(3)
      .transform((times) => [...new Set(times)]),
    daysOfWeek: z
      .array(z.int().min(1).max(7))
      .max(7)
      .transform((days) => [...new Set(days)].sort()),
    mode: z.string().transform(modeFrom),
    accessNeeds: z
      .array(z.enum(Object.keys(accessNeeds) as [keyof typeof accessNeeds]))
      .max(5)
      .transform((names) => [...new Set(names.map((name) => accessNeeds[name]))]),
    referralId: optionalId,
    symptoms,
  },
  { error: 'must be given' },
);

export type WaitingNeed = z.output<typeof needSchema>;

/** Refuses a need that names what the directory does not have, or dates on which nobody can be seen; the zone of the place where the visit would be. */
export async function refuseUnknown(on: Pool | Transaction, need: WaitingNeed, now: Date): Promise<string> {
  const { specialtyId, visitTypeId, providerId, locationId } = need;
  const [known] = await query<{
    has_visit_type: boolean;
    has_provider: boolean;
    has_location: boolean;
    time_zone: string;
  }>(on, checkNeed, [specialtyId, visitTypeId, providerId, locationId]);
  const fields = [
    known?.has_visit_type ? [] : [wrong('visitTypeId', 'is no visit type of this specialty')],
    known?.has_provider ? [] : [wrong('providerId', 'is nobody who can be booked')],
    known?.has_location ? [] : [wrong('locationId', 'is no place of ours')],
  ].flat();
  refuseWrong(fields);
  const zone = known?.time_zone ?? 'UTC';
  refuseWrong(wrongDates(need, localDate(zone, now.getTime()), FURTHEST_DAYS));
  return zone;
}

/**
 * How urgent a need is and by when the patient should be seen (YYYY-MM-DD): from the referral it names, else from the
 * answers, as in a proposal. Errors: those of `refuseReferral`; invalid with advice (details.reason 'emergency') for
 * signs of an emergency, and when there are neither answers nor referral.
 */
export async function triageNeed(
  on: Pool | Transaction,
  patientId: string,
  need: WaitingNeed,
  now: Date,
): Promise<{ urgency: Urgency; targetDate: string; need: WaitingNeed }> {
  if (need.symptoms?.emergencySigns === true) throw emergency();
  const zone = await refuseUnknown(on, need, now);
  if (need.referralId !== null) {
    const [referral] = await query<ReferralRow>(on, lockReferrals, [[need.referralId]]);
    refuseReferral(referral, patientId, need.specialtyId);
    const ordered = { ...need, earliestDate: need.earliestDate ?? referral.earliest_date };
    refuseWrong(wrongDates(ordered, localDate(zone, now.getTime()), FURTHEST_DAYS));
    return { urgency: referral.urgency, targetDate: referral.due_date, need: ordered };
  }
  if (need.symptoms === null) {
    throw new ServiceError('invalid', 'Some fields are not right.', {
      fields: [wrong('symptoms', 'must be answered')],
    });
  }
  const urgency = triage(need.symptoms);
  if (urgency === 'emergency') throw emergency();
  return { urgency, targetDate: targetOf(urgency, zone, now), need };
}

/** The zone of the place where an entry's visit would be. */
export function zoneOf(tx: Transaction, entry: EntryRow): Promise<string> {
  return zoneOfWish(tx, {
    specialtyId: entry.specialty_id,
    visitTypeId: entry.visit_type_id,
    providerId: entry.provider_id,
    locationId: entry.location_id,
  });
}

/** The last date of a clinical target that begins now, on the calendar of a zone. */
export function targetOf(urgency: Urgency, zone: string, now: Date): string {
  return addDays(localDate(zone, now.getTime()), TARGET_DAYS[urgency]);
}

function emergency(): ServiceError {
  return new ServiceError('invalid', EMERGENCY_ADVICE, { details: { reason: 'emergency' } });
}

function wrong(field: string, message: string) {
  return { field: `need.${field}`, message };
}
