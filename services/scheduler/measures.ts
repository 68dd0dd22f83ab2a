import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

export type Measures = {
  /** Requests to change a visit, by outcome. */
  bookings: Counter<'operation' | 'outcome'>;
  batchSize: Histogram;
  batchesApart: Counter;
  queueDepth: Gauge;
  decideSeconds: Histogram;
  settling: Gauge;
  sweepFailures: Counter;
  /** Looks at waiting entries by the sweep: why, and what came of them. */
  retries: Counter<'reason' | 'outcome'>;
  replays: Counter;
  replayMismatches: Counter;
  /** Refused tries to reach clinical data, by the data. All are counted; repeated ones are recorded in one row. */
  refusedTries: Counter<'what'>;
  /** Requests refused because the person has reached a limit. */
  limitRefusals: Counter<'limit'>;
  worklistOldest: Gauge;
};

/** The scheduler's own metrics; outbox and pool have theirs. */
export function createMeasures(registry: Registry): Measures {
  const registers = [registry];
  const retries = new Counter({
    name: 'waiting_retries_total',
    help: 'Waiting entries looked at again, by why and by what came of it: something that nothing marked is a mark missing',
    labelNames: ['reason', 'outcome'] as const,
    registers,
  });
  // A counter that begins with its first find would have no increase to alert on.
  for (const outcome of ['placed', 'ended', 'waits']) retries.inc({ reason: 'not-seen', outcome }, 0);
  return {
    retries,
    bookings: new Counter({
      name: 'bookings_total',
      help: 'Requests to book, move, cancel or otherwise change a visit, by outcome: done, repeated, or the kind of refusal',
      labelNames: ['operation', 'outcome'],
      registers,
    }),
    batchSize: new Histogram({
      name: 'reserve_batch_size',
      help: 'How many bookings were decided and written in one transaction',
      buckets: [1, 2, 4, 8, 16, 32],
      registers,
    }),
    batchesApart: new Counter({
      name: 'reserve_batches_apart_total',
      help: 'Batches of bookings that failed, so that each booking was tried alone',
      registers,
    }),
    refusedTries: new Counter({
      name: 'access_tries_total',
      help: 'Refused tries to read or write clinical data, by the data that was asked for',
      labelNames: ['what'],
      registers,
    }),
    limitRefusals: new Counter({
      name: 'limit_refusals_total',
      help: 'Requests refused because the patient has reached a limit of the policy',
      labelNames: ['limit'],
      registers,
    }),
    queueDepth: new Gauge({
      name: 'reserve_queue_depth',
      help: 'Bookings that wait to be decided',
      registers,
    }),
    decideSeconds: new Histogram({
      name: 'decide_duration_seconds',
      help: 'Time to decide, without the database',
      buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05],
      registers,
    }),
    worklistOldest: new Gauge({
      name: 'worklist_oldest_seconds',
      help: 'Age of the oldest visit on the worklist; 0 when the worklist is empty',
      registers,
    }),
    settling: new Gauge({
      name: 'slots_settling',
      help: 'Slots that were given up and are not yet free again or offered to somebody who waits',
      registers,
    }),
    sweepFailures: new Counter({
      name: 'sweep_failures_total',
      help: 'Failed sweeps of freed slots and ended offers',
      registers,
    }),
    replays: new Counter({
      name: 'replays_total',
      help: 'Stored decisions that were decided again as a check',
      registers,
    }),
    replayMismatches: new Counter({
      name: 'replay_mismatches_total',
      help: 'Stored decisions that had another result when decided again',
      registers,
    }),
  };
}
