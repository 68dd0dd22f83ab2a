import { Counter, Gauge, type Registry } from 'prom-client';

/** Which path brought a version: the request that made it, its event, the reconciler, or the rewriter. */
export type ProjectionSource = 'request' | 'event' | 'reconciler' | 'rewriter';

/**
 * Whether an acknowledged change was found in the table. `readable`: after two seconds; `late`: not after two seconds;
 * `unreadable`: not after half a minute either (it counts as `late` too); `unknown`: the table did not answer, or too many
 * changes were waiting to be looked for.
 */
export type ReadBackOutcome = 'readable' | 'late' | 'unreadable' | 'unknown';

export type Measures = {
  acknowledged: Counter<'outcome'>;
  projections: Counter<'source' | 'outcome'>;
  requests: Counter<'operation' | 'outcome'>;
  reconcilerSteps: Counter<'outcome'>;
  identityRequests: Counter<'outcome'>;
  reachTold: Counter<'outcome'>;
  owedAge: Gauge<'owed'>;
};

export function createMeasures(registry: Registry): Measures {
  const registers = [registry];
  const acknowledged = new Counter({
    name: 'acknowledged_bookings_checked_total',
    help: 'Acknowledged changes of appointments that were looked for in the table, by whether they were there',
    labelNames: ['outcome'],
    registers,
  });
  // A counter that first appears with the value 1 shows no increase: an alert on its increase would miss that event.
  const outcomes: ReadBackOutcome[] = ['readable', 'late', 'unreadable', 'unknown'];
  for (const outcome of outcomes) acknowledged.inc({ outcome }, 0);
  return {
    acknowledged,
    projections: new Counter({
      name: 'appointment_projections_total',
      help: 'Versions of appointments to be stored in the table: written, known (the table has this or a newer one), failed, or left-to-event',
      labelNames: ['source', 'outcome'],
      registers,
    }),
    requests: new Counter({
      name: 'appointment_requests_total',
      help: 'Requests to book, move, cancel and check in, by outcome',
      labelNames: ['operation', 'outcome'],
      registers,
    }),
    reconcilerSteps: new Counter({
      name: 'appointment_reconciler_steps_total',
      help: 'Comparisons of the table with the scheduler: done or failed',
      labelNames: ['outcome'],
      registers,
    }),
    identityRequests: new Counter({
      name: 'identity_requests_total',
      help: 'Requests to change a legal name, birth date or sex: asked, withdrawn, confirmed or refused',
      labelNames: ['outcome'],
      registers,
    }),
    reachTold: new Counter({
      name: 'reach_told_total',
      help: 'Tries after the call to tell the scheduler where a patient can go: told or failed',
      labelNames: ['outcome'],
      registers,
    }),
    owedAge: new Gauge({
      name: 'owed_oldest_age_seconds',
      help: 'Age of the oldest item of each list: notices not sent, reach not told to the scheduler, requests not decided; 0 when the list is empty',
      labelNames: ['owed'],
      registers,
    }),
  };
}
