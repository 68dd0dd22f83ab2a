import { ServiceError } from '@healthbooker/runtime/errors';
import { violatedConstraint } from '@healthbooker/runtime/postgres-errors';

/**
 * The constraints are the backstop: a caller who runs into one gets the error that the earlier checks would have given.
 */
export function explainConstraint(error: unknown): unknown {
  const constraint = violatedConstraint(error);
  if (constraint === 'reservation_patient_in_one_place') {
    return new ServiceError('conflict', 'The patient has another visit at that time.', { cause: error });
  }
  if (constraint === 'reservation_one_per_slot' || constraint === 'slot_provider_in_one_place') {
    return new ServiceError('slot-taken', 'This time has just been taken.', { cause: error });
  }
  if (constraint === 'reservation_one_per_referral') {
    return new ServiceError('conflict', 'There is a visit for this referral already.', {
      details: { reason: 'referral-used' },
      cause: error,
    });
  }
  if (constraint === 'reservation_pkey' || constraint === 'decision_pkey') {
    return new ServiceError('conflict', 'Another change came first. Look again.', { cause: error });
  }
  return error;
}
