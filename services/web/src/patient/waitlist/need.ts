import { addDays, deviceZone, today } from '../../shared/time/format.ts';
import { type Answers, noAnswers, proposalRequest } from '../book/answers.ts';
import type { WaitlistEntry } from './queries.ts';

type Wishes = WaitlistEntry['wishes'];
const weeks = [4, 2, 1] as const;

/** What somebody waits for, from the answers of a booking. */
export function needOf(answers: Answers) {
  return proposalRequest(answers, (days) => addDays(today(deviceZone()), days));
}

/** A place's wishes as the question of the booking shows them. */
export function answersOf({ wishes, reason }: WaitlistEntry): Answers {
  return {
    ...noAnswers,
    specialtyId: wishes.specialtyId,
    visitTypeId: wishes.visitTypeId,
    reason,
    daysOfWeek: wishes.daysOfWeek,
    timesOfDay: wishes.timesOfDay,
    earliestWeeks: weeksUntil(wishes.earliestDate),
    locationId: wishes.locationId ?? '',
    providerId: wishes.providerId ?? '',
  };
}

/** The wishes after a change of those answers; what the question does not ask about stays. */
export function changedNeed(before: WaitlistEntry, answers: Answers) {
  const { wishes } = before;
  const { symptoms: _, ...wanted } = needOf(answers);
  const isSameStart = answers.earliestWeeks === weeksUntil(wishes.earliestDate);
  const { earliestDate: asked, ...rest } = wanted;
  const earliestDate = isSameStart ? wishes.earliestDate : asked;
  return {
    ...rest,
    ...(earliestDate ? { earliestDate } : {}),
    ...(wishes.latestDate && !(earliestDate && earliestDate > wishes.latestDate)
      ? { latestDate: wishes.latestDate }
      : {}),
    ...(wishes.mode ? { mode: wishes.mode } : {}),
    ...(wishes.accessNeeds.length > 0 ? { accessNeeds: wishes.accessNeeds } : {}),
    ...(wishes.referralId ? { referralId: wishes.referralId } : {}),
  };
}

/** The choice of "How soon?" that comes nearest to a date. */
function weeksUntil(date: Wishes['earliestDate']): Answers['earliestWeeks'] {
  if (date === null) return 0;
  const days = (Date.parse(date) - Date.parse(today(deviceZone()))) / 86_400_000;
  return weeks.find((count) => days > (count - 1) * 7) ?? 0;
}
