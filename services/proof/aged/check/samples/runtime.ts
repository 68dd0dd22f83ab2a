import type { ServiceName } from '../../hospital.ts';
import { nothing, type Samples, within } from './types.ts';

/** What the statements of `runtime` are tried with; values are those of each service in whose database they run. */
export const runtime: Samples = {
  'schema-migrations': nothing,
  'schema-ownership': nothing,
  'outbox-claim': () => [50, []],
  'outbox-keep': (v) => [v('events')],
  'outbox-measure': within(10_000, 'counts what waits, ten thousand at most', (v) => [v('now')]),
  'outbox-page': () => [0, 500],
  'outbox-kept-from': (v) => [35, v('now')],
  'outbox-move': (v) => [v('events'), v('month_ago')],
  'outbox-marked': within(10_000, 'counts what waits among ten thousand', nothing),
  'days-missing': () => ['outbox_sent', 7],
  'days-made': () => ['outbox_sent'],
  'make-outbox-sent-day': (v) => [v('now')],
  'drop-outbox-sent-day': (v) => [v('now'), 35],
  'months-missing': () => ['slot_past', 1],
  'months-made': () => ['slot_past'],
  'make-decision-past-month': (v) => [v('today')],
  'drop-decision-past-month': (v) => [v('now'), 24],
  'make-message-past-month': (v) => [v('now')],
  'drop-message-past-month': (v) => [v('now'), 24],
  'make-message-words-day': (v) => [v('now')],
  'drop-message-words-day': (v) => [v('now'), 90],
  'make-slot-past-month': (v) => [v('now')],
  'drop-slot-past-month': (v) => [v('now'), 24],
  'republish-marked': (v) => ['0', v('month_ago'), 100],
  'republish-sent': (v) => ['0', v('month_ago'), v('now'), 100],
  'database-clock': nothing,
};

/** In whose databases they run, by the beginnings of their names. */
export function servicesOf(plainName: string): readonly ServiceName[] {
  if (/message/.test(plainName)) return ['notification'];
  if (/slot-past/.test(plainName)) return ['scheduler'];
  if (/decision/.test(plainName)) return ['scheduler'];
  if (/months/.test(plainName)) return ['scheduler', 'notification'];
  return /outbox|republish/.test(plainName) ? ['scheduler', 'ehr'] : ['scheduler', 'ehr', 'notification'];
}
