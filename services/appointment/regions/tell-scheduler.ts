import type { CallContext } from '@healthbooker/runtime/context';
import type { Parts } from '../parts.ts';
import type { ProfileItem } from '../tables/profile.ts';
import { regionOf } from './region-of.ts';

/** As the portals write it into a profile. */
const stepFreeAccess = 'Step-free access';

/** Whether a profile says anything about where the person can go. */
export function saysReach({ postcode, accessNeeds }: Pick<ProfileItem, 'postcode' | 'accessNeeds'>): boolean {
  return postcode !== '' || accessNeeds.includes(stepFreeAccess);
}

/** Where somebody can go, as far as their profile says it. */
export function reachIn({ postcode, accessNeeds }: Pick<ProfileItem, 'postcode' | 'accessNeeds'>): {
  regionId: string;
  needsStepFree: boolean;
} {
  return { regionId: regionOf(postcode) ?? '', needsStepFree: accessNeeds.includes(stepFreeAccess) };
}

/**
 * Tells the scheduler where a patient can go, with our own token and not the caller's, who may be another person. Repeating
 * it does no harm, and an older version of the profile changes nothing. Rejects with `unavailable`.
 */
export async function tellScheduler(
  { scheduler, workloadToken }: Pick<Parts, 'scheduler' | 'workloadToken'>,
  profile: ProfileItem,
  { deadline, trace, signal }: Pick<CallContext, 'deadline' | 'trace' | 'signal'>,
): Promise<void> {
  await scheduler.call(
    'SetPatientReach',
    {
      ...reachIn(profile),
      patientId: profile.PK,
      profileVersion: profile.version,
    },
    { token: workloadToken, deadline, trace, signal, idempotent: true },
  );
}
