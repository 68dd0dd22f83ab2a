import type { SymptomAnswers__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SymptomAnswers';
import type { Urgency__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Urgency';
import { ServiceError } from '@healthbooker/runtime/errors';
import { z } from 'zod';

/** A cancellation with less notice is marked late: the clinic may not fill the time again. */
const notice_ms = 24 * 3600 * 1000;

/** The patient's own words: one text of at most 500 characters, in which only line breaks control anything. */
export const reason = z
  .string()
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .pipe(
    z
      .string()
      .max(500)
      .regex(/^(?:\P{Cc}|\n)*$/u, { error: 'must not hold control characters' }),
  );

/**
 * How urgent the answers are, by the rule the scheduler proposes by: what gets worse and limits the day is urgent,
 * either of the two is soon, unless it has been the same for more than six weeks. Clients never name the class.
 * @throws ServiceError invalid for signs of an emergency, which is never booked online
 */
export function urgencyOf(symptoms: SymptomAnswers__Output): Urgency__Output {
  if (symptoms.emergencySigns) {
    throw new ServiceError('invalid', 'This may be an emergency. Call the emergency services now.', {
      fields: [{ field: 'symptoms.emergencySigns', message: 'call the emergency services now' }],
    });
  }
  if (symptoms.gettingWorse && symptoms.limitsDailyLife) return 'URGENCY_URGENT';
  if (symptoms.gettingWorse) return 'URGENCY_SOON';
  if (symptoms.limitsDailyLife && !symptoms.longStanding) return 'URGENCY_SOON';
  return 'URGENCY_ROUTINE';
}

/** Whether what happened at `changedAt` left less than a day's notice before `startAt`. */
export function isLate(changedAt: string, startAt: string): boolean {
  return Date.parse(startAt) - Date.parse(changedAt) < notice_ms;
}
