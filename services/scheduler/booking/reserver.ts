import type { Reservation } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Parts } from '../parts.ts';
import { createBatcher } from './batcher.ts';
import type { Booking, Reserved } from './booking.ts';
import { recentLoads } from './recent-loads.ts';
import { reserveBatch } from './reserve-batch.ts';

/** Measured: larger batches gain little and make everybody wait, and a third connection waits for the other two. */
const BATCH_SIZE = 32;
const CONNECTIONS = 2;

/**
 * Makes the function that books: it waits until its batch has been committed.
 *
 * Errors: those of planning (`planBooking`, `choose`), idempotency-mismatch and conflict for an appointment that
 * exists; 'unavailable' with `retryAfterMs` when too many wait. After 'unavailable' or 'deadline' repeat with the
 * same key.
 */
export function createReserver(parts: Parts): (booking: Booking) => Promise<Reservation> {
  const { batchSize, queueDepth, bookings } = parts.measures;
  const loadsOf = recentLoads();
  const submit = createBatcher<Booking, Reserved>({
    run: (batch, answer) => reserveBatch({ ...parts, loadsOf }, batch, answer),
    keyOf: ({ appointmentId }) => appointmentId,
    deadlineOf: ({ context }) => context,
    size: BATCH_SIZE,
    atOnce: CONNECTIONS,
    queueMax: parts.reserveQueueMax,
    onBatch: (size) => batchSize.observe(size),
    onQueue: (depth) => queueDepth.set(depth),
  });
  return async (booking) => {
    try {
      const { reservation, isRepeat } = await submit(booking);
      bookings.inc({ operation: 'reserve', outcome: isRepeat ? 'repeated' : 'done' });
      return reservation;
    } catch (error) {
      const outcome = error instanceof ServiceError ? error.kind : 'internal';
      bookings.inc({ operation: 'reserve', outcome });
      throw error;
    }
  };
}
