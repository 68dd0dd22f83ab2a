import type { SymptomAnswers__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SymptomAnswers';
import type { Urgency__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Urgency';
import { triage } from '@healthbooker/protos/triage';
import { ServiceError } from '@healthbooker/runtime/errors';
import { z } from 'zod';

const names = { routine: 'URGENCY_ROUTINE', soon: 'URGENCY_SOON', urgent: 'URGENCY_URGENT' } as const;

/** The patient's own words: at most 500 characters, no control characters except line breaks. */
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
 * The urgency that follows from the answers, in the contract's names.
 * @throws ServiceError invalid for signs of an emergency, which is never booked online
 */
export function urgencyOf(symptoms: SymptomAnswers__Output): Urgency__Output {
  const urgency = triage(symptoms);
  if (urgency === 'emergency') {
    throw new ServiceError('invalid', 'This may be an emergency. Call the emergency services now.', {
      fields: [{ field: 'symptoms.emergencySigns', message: 'call the emergency services now' }],
    });
  }
  return names[urgency];
}
