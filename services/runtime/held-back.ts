import { ServiceError } from './errors.ts';

/** What was found out beforehand, or the refusal that stands unless the operation was done before. */
export type HeldBack<Value> =
  | { value: Value; refusal?: undefined }
  | { value?: undefined; refusal: ServiceError };

/**
 * Runs what has to be found out before a transaction, and holds its refusal back: whoever repeats an operation is answered
 * as before, though by now the circumstances are others, or what was asked for them cannot be reached.
 */
export async function holdBack<Value>(work: () => Promise<Value>): Promise<HeldBack<Value>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (error instanceof ServiceError) return { refusal: error };
    throw error;
  }
}
