import { ServiceError } from '@healthbooker/runtime/errors';
import { Refusal } from '../../care/access-log/refusal.ts';

/** Does something for one visit of a series: a refusal names its place in `details.place`. */
export async function naming<Result>(place: number, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // An error with a cause is a failure of the whole request, not a refusal of this visit.
    if (!(error instanceof ServiceError) || error.cause !== undefined) throw error;
    const { kind, message, fields, details } = error;
    const options = { fields, details: { ...details, place: String(place) } };
    if (error instanceof Refusal) throw new Refusal(kind, message, error.tried, options);
    throw new ServiceError(kind, message, options);
  }
}
