import { ServiceError } from '@healthbooker/runtime/errors';

/** Does something for one visit of a series: a refusal names its place in `details.place`. */
export async function naming<Result>(place: number, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    // What has a cause is a failure of the whole, not a refusal of this visit.
    if (!(error instanceof ServiceError) || error.cause !== undefined) throw error;
    const { kind, message, fields, details } = error;
    throw new ServiceError(kind, message, { fields, details: { ...details, place: String(place) } });
  }
}
