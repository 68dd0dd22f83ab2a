import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, type Pool, query } from '@healthbooker/runtime/postgres';
import { Refusal } from '../care/access-log/refusal.ts';
import type { ReferralRow } from './booking.ts';
import type { Wish } from './find-candidates.ts';

const lockReferrals = loadSql(import.meta.url, './lock-referrals.sql');

/** The referral that a need names, checked; undefined when it names none. Errors: those of {@link refuseReferral}. */
export async function referralNamed(
  pool: Pool,
  { referralId, specialtyId }: { referralId: string | null; specialtyId: string },
  patientId: string,
): Promise<ReferralRow | undefined> {
  if (referralId === null) return undefined;
  const [referral] = await query<ReferralRow>(pool, lockReferrals, [[referralId]]);
  refuseReferral(referral, patientId, specialtyId);
  return referral;
}

/**
 * Refuses a referral that the patient may not use for this specialty.
 *
 * Errors: not-found for another patient's; conflict with details.reason `referral-withdrawn` or `referral-used`;
 * invalid for another specialty.
 */
export function refuseReferral(
  referral: ReferralRow | undefined,
  patientId: string,
  specialtyId: string,
): asserts referral is ReferralRow {
  if (referral === undefined) throw new ServiceError('not-found', 'There is no such referral.');
  if (referral.patient_id !== patientId) {
    const tried = { patientId: referral.patient_id, what: 'referral' } as const;
    throw new Refusal('not-found', 'There is no such referral.', tried);
  }
  if (referral.withdrawn_at !== null) {
    throw new ServiceError('conflict', 'This referral has been withdrawn.', {
      details: { reason: 'referral-withdrawn' },
    });
  }
  if (referral.used_by !== null) {
    throw new ServiceError('conflict', 'There is a visit for this referral already.', {
      details: { reason: 'referral-used', appointmentId: referral.used_by },
    });
  }
  if (referral.specialty_id !== specialtyId) {
    throw new ServiceError('invalid', 'Some fields are not right.', {
      fields: [{ field: 'referralId', message: 'is for another specialty' }],
    });
  }
}

/** The urgency and the dates that a referral sets for the search. */
export function wishOf(
  wish: Omit<Wish, 'patientId' | 'target'>,
  referral: ReferralRow | undefined,
): Omit<Wish, 'patientId'> {
  if (referral === undefined) return { ...wish, target: null };
  const { urgency, kind, due_date, earliest_date } = referral;
  const dates = [wish.earliestDate, earliest_date].flatMap((date) => date ?? []).sort();
  const earliestDate = dates.at(-1) ?? null;
  return { ...wish, urgency, earliestDate, target: { date: due_date, source: kind } };
}
