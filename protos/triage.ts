import type { SymptomAnswers } from './gen/healthbooker/scheduler/v1/SymptomAnswers.ts';

/** How urgent a need is, or that it is an emergency, which is never booked. */
export type Triage = 'routine' | 'soon' | 'urgent' | 'emergency';

/**
 * What the answers to the questions of SymptomAnswers mean: part of the contract, since more than one service goes by
 * it. An emergency is never booked online. A problem that gets worse and already limits the day is urgent. One of the
 * two alone is soon, unless the problem limits the day and has been the same for more than six weeks. Clients never
 * name the class.
 */
export function triage(symptoms: SymptomAnswers): Triage {
  if (symptoms.emergencySigns) return 'emergency';
  if (symptoms.gettingWorse && symptoms.limitsDailyLife) return 'urgent';
  if (symptoms.gettingWorse) return 'soon';
  if (symptoms.limitsDailyLife && !symptoms.longStanding) return 'soon';
  return 'routine';
}
