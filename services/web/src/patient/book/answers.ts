import type { FormError } from '../../shared/controls/form-errors.ts';

export type TimeOfDay = 'morning' | 'afternoon' | 'evening';
export type AboutSign = 'gettingWorse' | 'limitsDailyLife' | 'longStanding';

/** What a patient answered so far. Kept in the tab's session storage, never in a URL. */
export type Answers = {
  /** 'myself', or the id of a person one acts for. */
  whom?: string;
  /** What the visit was ordered by; '' when there is nothing. */
  referralId?: string;
  /** The order names the kind of visit, so that nobody is asked. */
  isVisitOrdered?: boolean;
  emergency?: 'yes' | 'no';
  specialtyId?: string;
  visitTypeId?: string;
  reason: string;
  signs: AboutSign[];
  daysOfWeek: number[];
  timesOfDay: TimeOfDay[];
  earliestWeeks: 0 | 1 | 2 | 4;
  locationId: string;
  /** Where the patient can go, once they were asked; else their profile or latest visit says it. */
  regionIds?: string[];
  providerId: string;
  /** Where the questions lead: to times, unless somebody came to wait. */
  goal?: 'wait';
  /** Until this is answered the profile's needs count. */
  needs?: string[];
};

export const noAnswers: Answers = {
  reason: '',
  signs: [],
  daysOfWeek: [],
  timesOfDay: [],
  earliestWeeks: 0,
  locationId: '',
  providerId: '',
};

/** The questions in their order, one a page. The names are in URLs and say nothing about anybody. */
const allSteps = ['whom', 'first', 'order', 'clinic', 'visit', 'about', 'when', 'help'] as const;
export type Step = (typeof allSteps)[number];

/** In a URL for the first question, whichever it is. */
export const firstStep = 'start';

/** Which questions are asked at all: of those who act for somebody, have something ordered, are here for themselves. */
export type Asked = { whom: boolean; order: boolean; help: boolean };

/** The questions that come, given the answers so far: an order answers what clinic it is and how urgent, never that it can wait. */
export function stepsFor(answers: Answers, asked: Asked): Step[] {
  const isOrdered = Boolean(answers.referralId);
  const skipped: Record<Step, boolean> = {
    whom: !asked.whom,
    first: false,
    order: !asked.order,
    clinic: isOrdered,
    visit: isOrdered && answers.isVisitOrdered === true,
    about: isOrdered,
    when: false,
    help: !asked.help,
  };
  return allSteps.filter((step) => !skipped[step]);
}

/** The most that fits into the reason of a visit. */
export const reasonLength = 500;

/** What is missing on a page before the next may come. */
export function problemsOf(step: Step, answers: Answers): FormError[] {
  switch (step) {
    case 'whom':
      return answers.whom === undefined ? [{ field: 'whom', message: 'Say who the visit is for' }] : [];
    case 'order':
      return answers.referralId === undefined
        ? [{ field: 'order', message: 'Say whether the visit was ordered' }]
        : [];
    case 'first':
      return answers.emergency === undefined
        ? [{ field: 'emergency', message: 'Say whether any of these is happening now' }]
        : [];
    case 'clinic':
      return answers.specialtyId === undefined
        ? [{ field: 'specialty', message: 'Choose the clinic you need' }]
        : [];
    case 'visit':
      return answers.visitTypeId === undefined
        ? [{ field: 'visit-type', message: 'Choose the kind of visit' }]
        : [];
    case 'about':
      return answers.reason.length > reasonLength
        ? [{ field: 'reason', message: `Use at most ${reasonLength} characters` }]
        : [];
    default:
      return [];
  }
}

/** The first page that still needs an answer; undefined when times can be looked for. */
export function firstOpenStep(answers: Answers, asked: Asked): Step | undefined {
  return stepsFor(answers, asked).find((step) => problemsOf(step, answers).length > 0);
}

/** Choosing another clinic makes the answers void that belonged to the one before. */
export function withSpecialty(answers: Answers, specialtyId: string): Answers {
  if (answers.specialtyId === specialtyId) return answers;
  const { visitTypeId: _, ...rest } = answers;
  return { ...rest, specialtyId, locationId: '', providerId: '' };
}

/** An order says clinic, perhaps kind of visit and clinician; without one what an earlier choice said is void. */
export function withReferral(
  answers: Answers,
  referral: { id: string; specialtyId: string; visitTypeId: string; providerId: string } | undefined,
): Answers {
  const { specialtyId: _s, visitTypeId: _v, isVisitOrdered: _o, ...rest } = answers;
  const cleared = { ...rest, locationId: '', providerId: '' };
  if (referral === undefined) {
    return answers.referralId ? { ...cleared, referralId: '' } : { ...answers, referralId: '' };
  }
  const { id, specialtyId, visitTypeId, providerId } = referral;
  return {
    ...cleared,
    referralId: id,
    specialtyId,
    providerId,
    ...(visitTypeId === '' ? {} : { visitTypeId, isVisitOrdered: true }),
  };
}

/** The visit is for another person: what was said of the one before and their orders does not hold. */
export function forSomebodyElse(answers: Answers): Answers {
  const { referralId: _r, emergency: _e, regionIds: _w, ...wishes } = withReferral(answers, undefined);
  return { ...wishes, reason: '', signs: [] };
}

/** The answers as the edge wants them. `addDays` counts from today in the patient's zone. */
export function proposalRequest(
  answers: Answers,
  daysFromToday: (days: number) => string,
): {
  specialtyId: string;
  visitTypeId: string;
  providerId?: string;
  locationId?: string;
  regionIds?: string[];
  earliestDate?: string;
  timesOfDay?: TimeOfDay[];
  daysOfWeek?: number[];
  symptoms?: Symptoms;
  referralId?: string;
} {
  return {
    specialtyId: answers.specialtyId ?? '',
    visitTypeId: answers.visitTypeId ?? '',
    ...(answers.providerId ? { providerId: answers.providerId } : {}),
    ...(answers.locationId ? { locationId: answers.locationId } : {}),
    ...(answers.regionIds ? { regionIds: answers.regionIds } : {}),
    ...(answers.earliestWeeks > 0 ? { earliestDate: daysFromToday(answers.earliestWeeks * 7) } : {}),
    ...(answers.timesOfDay.length > 0 ? { timesOfDay: answers.timesOfDay } : {}),
    ...(answers.daysOfWeek.length > 0 ? { daysOfWeek: answers.daysOfWeek } : {}),
    ...symptomsOrReferral(answers),
  };
}

/** Who chose a region or a place themselves agrees to what is found there. */
export function agreedPlace({ regionIds, locationId }: Answers): { otherRegionAgreed?: true } {
  return regionIds === undefined && locationId === '' ? {} : { otherRegionAgreed: true };
}

/** What tells the urgency: an order where there is one, else the plain answers. */
export function symptomsOrReferral(answers: Answers): { symptoms: Symptoms } | { referralId: string } {
  return answers.referralId ? { referralId: answers.referralId } : { symptoms: symptomsOf(answers) };
}

export type Symptoms = {
  emergencySigns: boolean;
  gettingWorse: boolean;
  limitsDailyLife: boolean;
  longStanding: boolean;
};

/** The plain answers from which the scheduler derives the urgency. */
export function symptomsOf(answers: Answers): Symptoms {
  return {
    emergencySigns: answers.emergency === 'yes',
    gettingWorse: answers.signs.includes('gettingWorse'),
    limitsDailyLife: answers.signs.includes('limitsDailyLife'),
    longStanding: answers.signs.includes('longStanding'),
  };
}
