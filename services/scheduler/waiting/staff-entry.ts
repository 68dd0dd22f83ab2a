import type { WaitlistEntry } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistEntry';
import type { Role } from '../care/access.ts';
import { level, type Waiting } from '../engine/priority.ts';
import type { Urgency } from '../engine/urgency.ts';
import { contactNames, type EntryRow, toEntry } from './entry.ts';
import { dateInWords } from './offer-why.ts';

const DAY_MS = 86_400_000;
const LEVELS: readonly Urgency[] = ['routine', 'soon', 'urgent'];

/** The part of an entry that its rank depends on. */
export function waitingOf(entry: EntryRow): Waiting {
  return {
    id: entry.appointment_id,
    urgency: entry.urgency,
    sinceMs: entry.enrolled_at.getTime(),
    tieBreak: entry.tie_break,
  };
}

/** The contract's WaitlistEntry for staff, without a rank: reception does not see the patient's own words. */
export function toStaffEntry(entry: EntryRow, role: Role, now: Date): WaitlistEntry {
  const { contact } = entry;
  return {
    ...toEntry(entry, { withReason: role === 'provider', withWhy: true }),
    rankWhy: rankWhy(entry, now),
    isTargetBreached: isBreached(entry, now),
    lastContact:
      contact === null
        ? null
        : { at: contact.at, outcome: contactNames[contact.outcome], note: contact.note },
  };
}

/** Why an entry has its rank, in plain words. */
export function rankWhy(entry: EntryRow, now: Date): string {
  const days = Math.floor((now.getTime() - entry.enrolled_at.getTime()) / DAY_MS);
  const waited = days === 0 ? 'joined today' : days === 1 ? 'has waited 1 day' : `has waited ${days} days`;
  const name = `${entry.urgency[0]?.toUpperCase()}${entry.urgency.slice(1)}`;
  const base = `${name}, to be seen by ${dateInWords(entry.target_date)}; ${waited}`;
  const counts = LEVELS[level(waitingOf(entry), now.getTime())];
  return counts === undefined || counts === entry.urgency
    ? `${base}.`
    : `${base}. After so long a wait it counts as ${counts}.`;
}

function isBreached({ target_date }: EntryRow, now: Date): boolean {
  return now.toISOString().slice(0, 10) > target_date;
}
