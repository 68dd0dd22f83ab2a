import type { Proposal } from './proposal.ts';
import type { AllocationRequest, Rejection } from './request.ts';

/**
 * Why this time, in one to three plain sentences for the patient: by when they should be seen, what they asked for,
 * and whether anything earlier is kept for others.
 */
export function why(proposal: Proposal): string {
  const { request, rows, chosen, facts, nowMs } = proposal;
  const asked = byWhen(proposal);
  const slot = rows.find(({ slotId }) => slotId === chosen);
  if (slot === undefined) {
    return facts.hasNearMisses
      ? `${asked}. No free time fits all your wishes; ${nearestInWords(facts.relaxed ?? [])}`
      : `${asked}. No free time fits at the moment.`;
  }
  const which = facts.isEarliest ? 'this is the earliest that fits' : 'this is one of the earliest that fit';
  const shaped = wishes(request, nowMs);
  const isLate = slot.localStart.slice(0, 10) > request.targetDate;
  const kept = facts.isEarlierKept ? ' Earlier times are kept for urgent patients.' : '';
  if (isLate) {
    const because = shaped === '' ? '' : ` at what you asked for (${shaped})`;
    return `${asked}, but no time is free by then${because}; ${which}.${kept}`;
  }
  return `${[asked, shaped, which].filter((part) => part !== '').join('; ')}.${kept}`;
}

/** What the nearest times leave out, named. */
function nearestInWords(relaxed: readonly Rejection[]): string {
  const named = relaxed.flatMap((wish) => WISH[wish] ?? []);
  return named.length === 0
    ? 'these are the nearest ones.'
    : `the nearest ones differ in ${list(named, 'or')}, as it says beside each.`;
}

const WISH: Readonly<Partial<Record<Rejection, string>>> = {
  'other-provider': 'the clinician',
  'other-location': 'the place',
  mode: 'how you meet',
  date: 'the dates',
  'day-of-week': 'the day of the week',
  'time-of-day': 'the time of day',
};

/** "Your referral asks for a visit by 11 December". */
export function byWhen({ request, nowMs }: Pick<Proposal, 'request' | 'nowMs'>): string {
  return `${SOURCE[request.targetSource]} ${dayInWords(request.targetDate, nowMs)}`;
}

const SOURCE: Readonly<Record<AllocationRequest['targetSource'], string>> = {
  answers: 'Your answers ask for a visit by',
  referral: 'Your referral asks for a visit by',
  'follow-up': 'Your follow-up is due by',
};

const DAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** "you prefer afternoons and Mondays; you asked for this clinician"; empty without wishes. */
function wishes(request: AllocationRequest, nowMs: number): string {
  const { timesOfDay, daysOfWeek, providerId, locationId, mode, isLonger, earliestDate, latestDate } =
    request;
  const preferred = [
    ...timesOfDay.map((part) => `${part}s`),
    ...[...daysOfWeek].sort((a, b) => a - b).flatMap((day) => DAYS[day - 1] ?? []),
  ];
  const named = [
    ...(providerId === null ? [] : ['this clinician']),
    ...(locationId === null ? [] : ['this place']),
    ...(mode === null ? [] : [MODE[mode]]),
    ...(isLonger ? ['a longer visit'] : []),
  ];
  return [
    ...(preferred.length === 0 ? [] : [`you prefer ${list(preferred)}`]),
    ...(named.length === 0 ? [] : [`you asked for ${list(named)}`]),
    ...(earliestDate === null ? [] : [`from ${dayInWords(earliestDate, nowMs)}`]),
    ...(latestDate === null ? [] : [`until ${dayInWords(latestDate, nowMs)}`]),
  ].join('; ');
}

const MODE = {
  'in-person': 'a visit in person',
  video: 'a video visit',
  phone: 'a telephone visit',
} as const;

function list(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** "11 December", with the year when it is another than that of now. */
export function dayInWords(date: string, nowMs: number): string {
  const isThisYear = date.slice(0, 4) === new Date(nowMs).toISOString().slice(0, 4);
  return new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  });
}

/** What a patient with signs of an emergency reads instead of an offered time. */
export const EMERGENCY_ADVICE =
  'These can be signs of an emergency. Do not wait for an appointment: call your emergency number now or go to the nearest emergency department.';
