import type { Entry } from '../api.ts';

export type Correction = Extract<Entry, { kind: 'correction-request' }>;

/** Every request to correct an entry, the latest news first. */
export function correctionsOf(entries: readonly Entry[]): Correction[] {
  return entries
    .filter((entry) => entry.kind === 'correction-request')
    .sort((a, b) => b.recordedAt.localeCompare(a.recordedAt));
}

/** Whether a correction of this entry was asked for and is not answered yet. */
export function isAskedFor(entryId: string, entries: readonly Entry[]): boolean {
  return correctionsOf(entries).some(({ body }) => body.entryId === entryId && body.state === 'open');
}
