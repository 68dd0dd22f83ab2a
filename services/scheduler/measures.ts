import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

export type Measures = {
  /** Changes of reservations that were asked for, by what came of it. */
  bookings: Counter<'operation' | 'outcome'>;
  decideSeconds: Histogram;
  settling: Gauge;
  sweepFailures: Counter;
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
    decideSeconds: new Histogram({
      name: 'decide_duration_seconds',
      help: 'Time the pure decision took',
      buckets: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05],
      registers,
    }),
    settling: new Gauge({ name: 'slots_settling', help: 'Freed slots not yet free or offered', registers }),
    sweepFailures: new Counter({
      name: 'sweep_failures_total',
      help: 'Rounds of the sweeper that failed',
      registers,
    }),
  };
}
