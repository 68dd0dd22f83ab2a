import type { Difference } from '../engine/key.ts';
import type { Rejection } from '../engine/request.ts';

const REJECTIONS: Readonly<Record<Rejection, string>> = {
  taken: 'Somebody else took it at that moment.',
  notice: 'It begins before the notice that this visit needs is over.',
  horizon: 'It is further ahead than this visit may be booked.',
  'carved-out': 'It is kept for more urgent needs.',
  'patient-busy': 'The patient is elsewhere at that time.',
  'too-short': 'The visit is a longer one, and the time after it is not free.',
  'other-region': 'It is in a region where the patient cannot come.',
  'not-step-free': 'The patient needs a way without steps, and its place has none.',
  'other-visit-type': 'It is for another kind of visit.',
  'other-provider': 'Another clinician was asked for.',
  'other-location': 'Another place was asked for.',
  mode: 'Another way to meet was asked for.',
  date: 'It is outside the dates asked for.',
  'day-of-week': 'Another day of the week was asked for.',
  'time-of-day': 'Another time of day was asked for.',
};

const OF_ENTRIES: Readonly<Record<string, string>> = {
  'other-slot': 'Was given another time at that moment.',
  'not-possible': 'This time was not possible for this patient.',
};

const DIFFERENCES: Readonly<Record<Difference, string>> = {
  'past-target': 'It is after the target date, or longer after it.',
  later: 'It is later, or further from the date asked for.',
  'busier-provider': 'As good, but its clinician has more visits in that week.',
  'drawn-by-lot': 'As good; the keyed lot chose between them.',
};

/** Why a slot or an entry was rejected, in a sentence. */
export function rejectionInWords(reason: string): string {
  return REJECTIONS[reason as Rejection] ?? OF_ENTRIES[reason] ?? `It was rejected: ${reason}.`;
}

/** What put a slot that fitted behind the chosen one, in a sentence. */
export function differenceInWords(reason: Difference): string {
  return DIFFERENCES[reason];
}

/** "1 time", "12 times". */
export function counted(count: number, word: string, plural = `${word}s`): string {
  return `${count} ${count === 1 ? word : plural}`;
}
