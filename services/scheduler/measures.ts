import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

export type Measures = {
  /** Changes of reservations that were asked for, by what came of it. */
  bookings: Counter<'operation' | 'outcome'>;
  batchSize: Histogram;
  batchesApart: Counter;
  queueDepth: Gauge;
  decideSeconds: Histogram;
  settling: Gauge;
  sweepFailures: Counter;
  replays: Counter;
  replayMismatches: Counter;
  /** Refusals of what is clinical, by what it was; those that follow each other leave no further row. */
  refusedTries: Counter<'what'>;
  /** Refusals because a person has as much as a person may have. */
  limitRefusals: Counter<'limit'>;
  worklistOldest: Gauge;
};

/** The scheduler's own metrics; outbox and pool have theirs. */
export function createMeasures(registry: Registry): Measures {
  const registers = [registry];
  return {
    bookings: new Counter({
      name: 'bookings_total',
      help: 'Changes of reservations asked for, by outcome: done, repeated, or the kind of refusal',
      labelNames: ['operation', 'outcome'],
      registers,
    }),
    batchSize: new Histogram({
      name: 'reserve_batch_size',
      help: 'Bookings decided and written in one transaction',
      buckets: [1, 2, 4, 8, 16, 32],
      registers,
    }),
    batchesApart: new Counter({
      name: 'reserve_batches_apart_total',
      help: 'Batches that failed as a whole and were tried one by one',
      registers,
    }),
    refusedTries: new Counter({
      name: 'access_tries_total',
      help: 'Tries to reach something clinical that were refused, by what it was',
      labelNames: ['what'],
      registers,
    }),
    limitRefusals: new Counter({
      name: 'limit_refusals_total',
      help: 'Refusals because a patient has, or did in a day, as much as the policy lets one person',
      labelNames: ['limit'],
      registers,
    }),
    queueDepth: new Gauge({
      name: 'reserve_queue_depth',
      help: 'Bookings that wait for their batch',
      registers,
    }),
    decideSeconds: new Histogram({
      name: 'decide_duration_seconds',
      help: 'Time the pure decision took',
      buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05],
      registers,
    }),
    worklistOldest: new Gauge({
      name: 'worklist_oldest_seconds',
      help: 'How long the visit has waited that has been on the worklist longest; 0 where nothing is',
      registers,
    }),
    settling: new Gauge({ name: 'slots_settling', help: 'Freed slots not yet free or offered', registers }),
    sweepFailures: new Counter({
      name: 'sweep_failures_total',
      help: 'Rounds of the sweeper that failed',
      registers,
    }),
    replays: new Counter({
      name: 'replays_total',
      help: 'Stored decisions that were decided again',
      registers,
    }),
    replayMismatches: new Counter({
      name: 'replay_mismatches_total',
      help: 'Stored decisions that came out otherwise when decided again',
      registers,
    }),
  };
}
