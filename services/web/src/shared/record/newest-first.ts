import type { KindAndBody } from './describe.ts';

type Dated = KindAndBody & { recordedAt: string };

/** A result belongs to the time it was taken, anything else to the time it was written. */
export function happenedAt(entry: Dated): string {
  return entry.kind === 'observation' ? entry.body.observedAt : entry.recordedAt;
}

/** What happened last stands first, whenever it was written down. */
export function newestFirst<One extends Dated>(entries: readonly One[]): One[] {
  return entries.toSorted((a, b) => Date.parse(happenedAt(b)) - Date.parse(happenedAt(a)));
}
