import type { Decision, SlotSeen } from './decide.ts';
import { TARGET_DAYS, type Urgency } from './urgency.ts';

/** One or two plain sentences for the patient about what was decided. */
export function why(urgency: Urgency, decision: Decision, chosen: SlotSeen | undefined): string {
  const within = `within ${TARGET_DAYS[urgency]} days`;
  if (chosen === undefined) {
    return decision.nearMisses.length > 0
      ? 'No free time fits all your wishes. These are the nearest ones.'
      : 'No free time fits at the moment.';
  }
  if (chosen.startMs > decision.targetMs) {
    return `From your answers you should be seen ${within}, but no free time is that early. This is the earliest one that fits.`;
  }
  const wished = decision.rejected.some(({ reason }) => reason === 'time-of-day' || reason === 'day-of-week');
  return wished
    ? `This is one of the earliest free times at the hours you chose. From your answers you should be seen ${within}.`
    : `This is one of the earliest free times that fit. From your answers you should be seen ${within}.`;
}

/** What somebody with signs of an emergency is told instead of being offered a time. */
export const EMERGENCY_ADVICE =
  'These can be signs of an emergency. Do not wait for an appointment: call your emergency number now or go to the nearest emergency department.';
