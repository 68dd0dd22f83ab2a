import { ServiceError } from './errors.ts';

/**
 * The result of the work before the transaction, or its refusal. The refusal counts only if the operation was not
 * done before.
 */
export type HeldBack<Value> =
  | { value: Value; refusal?: undefined }
  | { value?: undefined; refusal: ServiceError };

/**
 * Runs the work that must come before a transaction, and holds its refusal back. So somebody who repeats an operation
 * gets the stored answer, even when the circumstances have changed or a service that was asked is down.
 */
export async function holdBack<Value>(work: () => Promise<Value>): Promise<HeldBack<Value>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof ServiceError) return { refusal: error };
    throw error;
  }
}
