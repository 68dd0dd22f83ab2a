import { createCached } from '@healthbooker/runtime/cached';
import { type CallContext, forwardForAll } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { SchedulerClient } from './parts.ts';

/** What a policy says until somebody changes it. */
const usual_hours = 24;
/** Less than the deadline of who asks. */
const patience_ms = 400;

/**
 * Makes what tells the policy's hours before a visit in which a cancellation is late, at most a minute old. It never
 * fails: a cancellation that was committed is answered, whatever the scheduler says then.
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
      context.log.warn({ err }, 'how late a cancellation is late cannot be read');
      return usual_hours;
    }
  };
}
