import { Counter, Gauge, type Registry } from 'prom-client';

/** Which path brought a version: the request that made it, its event, the reconciler, or the rewriter. */
export type ProjectionSource = 'request' | 'event' | 'reconciler' | 'rewriter';

/**
 * What reading an acknowledged change back showed: readable seconds later, late, still not there half a minute later
 * (counted beside late), or not to be told because the table did not answer or too many were waiting.
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
    help: 'Acknowledged changes of appointments read back from the table, by what that showed',
    labelNames: ['outcome'],
    registers,
  });
  // A counter that begins with its first event hides that event from whoever looks at its increase.
  const outcomes: ReadBackOutcome[] = ['readable', 'late', 'unreadable', 'unknown'];
  for (const outcome of outcomes) acknowledged.inc({ outcome }, 0);
  return {
    acknowledged,
    projections: new Counter({
      name: 'appointment_projections_total',
      help: 'Versions offered to the table: written, known (it had that or a newer one), failed, or left-to-event',
      labelNames: ['source', 'outcome'],
      registers,
    }),
    requests: new Counter({
      name: 'appointment_requests_total',
      help: 'Book, move, cancel and check-in by what became of them',
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
      help: 'Requests for another legal name, birth date or sex: asked, withdrawn, confirmed or refused',
      labelNames: ['outcome'],
      registers,
    }),
    reachTold: new Counter({
      name: 'reach_told_total',
      help: 'Changes of where a patient can go that the scheduler was told of behind the call that made them: told or failed',
      labelNames: ['outcome'],
      registers,
    }),
    owedAge: new Gauge({
      name: 'owed_oldest_age_seconds',
      help: 'Age of the oldest that is still owed: notices of the account, reach to be told to the scheduler, requests that wait for reception; 0 for none',
      labelNames: ['owed'],
      registers,
    }),
  };
}
