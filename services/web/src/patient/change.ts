import type { ServerEvent } from '../shared/live/events.ts';
import type { Timeline } from './api.ts';

export type Change = { id: string; version: number };

/** What an event is about; undefined when it cannot be read. */
export function changeOf(event: ServerEvent): Change | undefined {
  const data: unknown = JSON.parse(event.data);
  if (typeof data !== 'object' || data === null) return undefined;
  const { id, entryId, version } = data as Record<string, unknown>;
  const about = entryId ?? id;
  return typeof about === 'string' && typeof version === 'number' ? { id: about, version } : undefined;
}

/** Whether a timeline has this version of an appointment or record entry, or a newer one. */
export function shows(timeline: Timeline, { id, version }: Change): boolean {
  return (
    timeline.appointments.some((one) => one.id === id && one.version >= version) ||
    timeline.recordHeadlines.some((one) => one.entryId === id && one.version >= version)
  );
}
