import { isLateToCancel } from '@healthbooker/protos/cancelling';
import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { createCached } from '@healthbooker/runtime/cached';
import { type CallContext, forwardForAll } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Parts, SchedulerClient } from './parts.ts';

/** The hours of a policy that nobody has changed. */
const usual_hours = 24;
/** Less than the deadline of the caller. */
const patience_ms = 400;

/**
 * Gives a function that reads from the policy how many hours before a visit a cancellation becomes late; the answer is at
 * most a minute old. It never fails: a committed cancellation is answered even when the scheduler cannot be asked.
 */
export function lateCancellationHours(scheduler: SchedulerClient): (context: CallContext) => Promise<number> {
  const read = async (context: CallContext) => {
    const reply = await scheduler.call('GetDirectory', {}, forwardForAll(context, patience_ms));
    return reply.lateCancellationHours;
  };
  const { get } = createCached(read, { maxAgeMs: 60_000, maxStaleMs: 3_600_000 });
  return async (context) => {
    try {
      return await get(context);
    } catch (err) {
      if (!(err instanceof ServiceError)) throw err;
      context.log.warn(
        { err },
        `the policy of late cancellations cannot be read: the usual ${usual_hours} hours are used`,
      );
      return usual_hours;
    }
  };
}

/**
 * Whether cancelling a visit at `cancelledAt` (RFC 3339) is late. Never when the clinic cannot keep the time of the visit:
 * then the patient could not cancel earlier.
 */
export async function isLate(
  parts: Pick<Parts, 'lateHours'>,
  context: CallContext,
  { slot, standing }: Reservation,
  cancelledAt: string,
): Promise<boolean> {
  if (standing === 'VISIT_STANDING_UNPLACED') return false;
  return isLateToCancel(cancelledAt, slot?.startAt ?? '', await parts.lateHours(context));
}
