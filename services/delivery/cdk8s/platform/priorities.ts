import type { Manifest } from '../../manifest.ts';

/** Which pods stay when a node or a zone is lost and there is no room for all: those with the higher value. */
const classes = [
  ['healthbooker-data', 1_000_000, 'Data stores: everything else needs them'],
  ['healthbooker-booking', 900_000, 'Edges, appointment and scheduler: what a booking passes through'],
  ['healthbooker-standard', 800_000, 'Services whose work can wait a minute'],
  ['healthbooker-job', 700_000, 'Migrations and tests'],
] as const;

export function priorityClasses(): Manifest[] {
  return classes.map(([name, value, description]) => ({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name },
    value,
    description,
    globalDefault: false,
    // A job waits for room; only what serves people takes it from others.
    preemptionPolicy: name === 'healthbooker-job' ? 'Never' : 'PreemptLowerPriority',
  }));
}
