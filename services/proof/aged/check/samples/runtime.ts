import type { ServiceName } from '../../hospital.ts';
import { nothing, type Samples } from './types.ts';

/** What the statements of `runtime` are tried with; values are those of each service in whose database they run. */
export const runtime: Samples = {
  'schema-migrations': nothing,
  'schema-ownership': nothing,
  'outbox-claim': () => [50, []],
  'outbox-mark': (v) => [v('events')],
  'outbox-measure': nothing,
  'outbox-prune': () => [1000, 35],
};

/** In whose databases they run, by the beginnings of their names. */
export function servicesOf(plainName: string): readonly ServiceName[] {
  return plainName.startsWith('outbox-') ? ['scheduler', 'ehr'] : ['scheduler', 'ehr', 'notification'];
}
