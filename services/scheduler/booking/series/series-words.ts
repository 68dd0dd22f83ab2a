import type { NoTime } from './find-times.ts';

const REASONS: Readonly<Record<NoTime, string>> = {
  taken: 'This time is taken.',
  begun: 'This time has begun.',
  notice: 'This time is too soon to be booked.',
  horizon: 'This is further ahead than can be booked.',
  'carved-out': 'This time is kept for urgent patients.',
  'patient-busy': 'You have another visit at that time.',
  'no-clinic': 'There is no clinic at that time.',
  'too-short': 'There is not enough time for a longer visit then.',
};

/** Why an occurrence has no slot, for the patient. */
export function noTimeInWords(reason: NoTime): string {
  return REASONS[reason];
}
