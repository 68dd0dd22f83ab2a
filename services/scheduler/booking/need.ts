import { triage } from '@healthbooker/protos/triage';
import type { CallContext } from '@healthbooker/runtime/context';
import { z } from 'zod';
import { modeFrom } from '../calendar/slot.ts';
import { isStaff } from '../care/access.ts';
import { ownOrProxy, recordAccess } from '../care/access-log/record.ts';
import type { TimeOfDay } from '../engine/request.ts';
import type { Urgency } from '../engine/urgency.ts';
import { type AccessNeed, accessNeedNames } from '../history/reservation.ts';
import { optionalDate, optionalId, optionalName } from '../parse.ts';
import type { Parts } from '../parts.ts';
import type { Agreed } from './out-of-reach.ts';

const timesOfDay = {
  TIME_OF_DAY_MORNING: 'morning',
  TIME_OF_DAY_AFTERNOON: 'afternoon',
  TIME_OF_DAY_EVENING: 'evening',
} as const satisfies Record<string, TimeOfDay>;

/** A time of day by its name in the contract. */
export const timeOfDay = z
  .enum(Object.keys(timesOfDay) as [keyof typeof timesOfDay], {
    error: 'must be morning, afternoon or evening',
  })
  .transform((name) => timesOfDay[name]);

/** Access needs by their names in the contract. */
export const accessNeeds = z
  .array(z.string())
  .max(2)
  .transform((names): AccessNeed[] => {
    const known = Object.entries(accessNeedNames) as [AccessNeed, string][];
    return known.filter(([, name]) => names.includes(name)).map(([need]) => need);
  });

/**
 * Regions that are asked for. An empty list counts as none asked, so that the hash of a request without regions stays
 * the same.
 */
export const regionIds = z
  .array(z.string().min(1).max(64))
  .max(20)
  .transform((ids) => (ids.length === 0 ? undefined : [...new Set(ids)].sort()));

const agreement = z.boolean().transform((isAgreed) => isAgreed || undefined);

/**
 * What a patient may agree to where the named time is out of their reach. A field that was not sent is left out, so
 * that new fields do not change the hash of a request.
 */
export const agreements = { otherRegionAgreed: agreement, stepsAgreed: agreement };

/** What the patient has agreed to, by the request. */
export function agreedIn(said: {
  otherRegionAgreed?: boolean | undefined;
  stepsAgreed?: boolean | undefined;
}): Agreed {
  return { otherRegion: said.otherRegionAgreed === true, steps: said.stepsAgreed === true };
}

/** What a Need of the contract says of the visit, its place and its dates: to book it, and to wait for it. */
export const visitWanted = {
  specialtyId: z.string().min(1, 'must name a specialty').max(64),
  visitTypeId: z.string().min(1, 'must name a visit type').max(64),
  providerId: optionalId,
  locationId: optionalName,
  regionIds,
  earliestDate: optionalDate,
  latestDate: optionalDate,
};

export const symptoms = z
  .object({
    emergencySigns: z.boolean(),
    gettingWorse: z.boolean(),
    limitsDailyLife: z.boolean(),
    longStanding: z.boolean(),
  })
  .nullable();

/** A Need of the contract with its names as the engine uses them. Symptoms are answered unless a referral is named. */
export const need = z
  .object(
    {
      ...visitWanted,
      timesOfDay: z.array(timeOfDay).max(3),
      daysOfWeek: z.array(z.int().min(1).max(7)).max(7),
      symptoms,
      mode: z.string().transform(modeFrom),
      accessNeeds,
      referralId: optionalId,
    },
    { error: 'must be given' },
  )
  .refine(({ symptoms, referralId }) => symptoms !== null || referralId !== null, {
    path: ['symptoms'],
    error: 'must be answered',
  });

export type Need = z.infer<typeof need>;

/** How urgent a need is. A referral counts more than answers, unless these are signs of an emergency. */
export function triaged(
  { symptoms }: Need,
  referral: { urgency: Urgency } | undefined,
): Urgency | 'emergency' {
  const answered = symptoms === null ? 'routine' : triage(symptoms);
  return answered === 'emergency' ? answered : (referral?.urgency ?? answered);
}

/** Records an access before slots are searched for a need: to the answers about symptoms, or to the referral. */
export async function recordNeed(
  { pool, clock }: Parts,
  context: CallContext,
  patientId: string,
  { symptoms }: Need,
): Promise<void> {
  const why = isStaff(context) ? 'office' : ownOrProxy(context, patientId);
  const access = symptoms === null ? readsReferral : writesSymptoms;
  await recordAccess(pool, context, [patientId], { ...access, why }, clock());
}

const readsReferral = { action: 'read', what: 'referral' } as const;
const writesSymptoms = { action: 'write', what: 'symptoms' } as const;

/** The part of a need that slots are compared with. Where the patient can go comes from `reachOf`. */
export function wishesOf({
  symptoms: _,
  accessNeeds: __,
  referralId: ___,
  regionIds: ____,
  ...wishes
}: Need) {
  return wishes;
}
