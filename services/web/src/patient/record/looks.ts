import { localDate } from '../../shared/time/format.ts';

export type AccessEvent = {
  at: string;
  readerId: string;
  readerName: string;
  role: string;
  action: 'read' | 'write' | 'try';
  what: string;
  why: string;
};

/** The same action of one person several times in a row on one day: the latest, how often, and the first time. */
export type Look = { event: AccessEvent; times: number; firstAt: string };

/**
 * Events, newest first. Repeated events of one day are put together, so that a page that was opened often is one
 * line.
 */
export function together(events: readonly AccessEvent[], zone: string): Look[] {
  const looks: Look[] = [];
  for (const event of events) {
    const last = looks.at(-1);
    if (last !== undefined && isSame(last.event, event, zone)) {
      last.times += 1;
      last.firstAt = event.at;
    } else looks.push({ event, times: 1, firstAt: event.at });
  }
  return looks;
}

function isSame(one: AccessEvent, other: AccessEvent, zone: string): boolean {
  return (
    one.readerId === other.readerId &&
    one.readerName === other.readerName &&
    one.role === other.role &&
    one.action === other.action &&
    one.what === other.what &&
    one.why === other.why &&
    localDate(one.at, zone) === localDate(other.at, zone)
  );
}
