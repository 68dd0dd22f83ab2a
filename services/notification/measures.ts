import type { Metrics } from '@healthbooker/runtime/metrics';
import { Counter, Gauge, Histogram } from 'prom-client';

export type Measures = {
  /** The result of each attempt: sent, put-off, failed, suppressed. */
  mails: Counter<'template' | 'outcome'>;
  lag: Histogram<'template'>;
  queued: Gauge;
  oldest: Gauge;
  live: Counter<'outcome'>;
  /** Messages that only the comparison with the scheduler found. */
  repaired: Counter;
};

/** The service's own metrics. */
export function createMeasures({ registry }: Pick<Metrics, 'registry'>): Measures {
  const registers = [registry];
  return {
    mails: new Counter({
      name: 'notification_mails_total',
      help: 'Tries to send a message, by template and outcome',
      labelNames: ['template', 'outcome'],
      registers,
    }),
    lag: new Histogram({
      name: 'notification_lag_seconds',
      help: 'Time from the change of an appointment until the mail server accepted its mail',
      labelNames: ['template'],
      buckets: [0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600],
      registers,
    }),
    queued: new Gauge({
      name: 'notification_queued_messages',
      help: 'Messages that wait to be sent',
      registers,
    }),
    oldest: new Gauge({
      name: 'notification_oldest_queued_seconds',
      help: 'Age of the oldest change whose message is not sent yet',
      registers,
    }),
    live: new Counter({
      name: 'notification_live_updates_total',
      help: 'Live updates published to Redis, by outcome',
      labelNames: ['outcome'],
      registers,
    }),
    repaired: new Counter({
      name: 'notification_repaired_messages_total',
      help: 'Messages whose event did not arrive: they were found in the list of changes of the scheduler',
      registers,
    }),
  };
}
