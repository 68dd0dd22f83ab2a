import { Counter, type Registry } from 'prom-client';

/** Which path brought a version: the request that made it, its event, or the reconciler. */
export type ProjectionSource = 'request' | 'event' | 'reconciler';

export type Measures = {
  projections: Counter<'source' | 'outcome'>;
  requests: Counter<'operation' | 'outcome'>;
  reconcilerSteps: Counter<'outcome'>;
};

export function createMeasures(registry: Registry): Measures {
  const registers = [registry];
  return {
    projections: new Counter({
      name: 'appointment_projections_total',
      help: 'Versions offered to the table: written, known (it had that or a newer one) or failed',
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
  };
}
