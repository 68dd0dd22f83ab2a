import { planSlots } from '@healthbooker/scheduler/calendar/plan-slots';
import {
  locations,
  type SpecialtyId,
  specialties,
  type VisitKind,
  visitTypeId,
  visitTypes,
} from './directory.ts';
import type { Patient } from './patients.ts';
import { idOf, type Random, randomFrom } from './random.ts';
import { officeStaff, type Provider, providers, type Session } from './staff.ts';

/** A start that a provider's session offers; `startMs` and the like are epoch milliseconds. */
export type Opening = ReturnType<typeof planSlots>[number] & { provider: Provider; session: Session };

export type Status = 'booked' | 'arrived' | 'fulfilled' | 'noshow' | 'cancelled';
export type Version = { status: Status; change: Status; atMs: number };

export type Visit = {
  id: string;
  patient: Patient;
  opening: Opening;
  reason: string;
  /** Oldest first; the last one says how things stand. */
  versions: Version[];
};

const day_ms = 86_400_000;
const past_days = 365;
const ahead_days = 60;
/** The hospital's first day, as its sessions have it. */
export const opened_days_ago = 400;
/** Changes younger than a day would be mailed to the patients. */
const quiet_ms = 2 * day_ms;

const reasons: Record<SpecialtyId, readonly string[]> = {
  'general-medicine': ['Tired for several weeks', 'A cough that does not go away', 'Blood pressure check'],
  cardiology: [
    'Palpitations after climbing stairs',
    'Follow-up of my blood pressure',
    'Chest tightness on effort',
  ],
  dermatology: ['An itchy rash on both arms', 'A mole that has changed', 'Dry skin that cracks'],
  orthopaedics: ['Knee pain when walking', 'Lower back pain', 'A stiff shoulder'],
  paediatrics: ['Fever that comes back', 'Wheezing at night', 'Growth check'],
  gynaecology: ['Irregular periods', 'Pregnancy check', 'Pain in the lower belly'],
  ophthalmology: ['Blurred sight in one eye', 'Dry, burning eyes', 'Yearly eye check'],
  'ear-nose-throat': ['Blocked nose for months', 'Hearing less on the left', 'Sore throat again and again'],
  neurology: ['Headaches twice a week', 'Numb fingers', 'A fit last month'],
  endocrinology: ['Diabetes review', 'Always thirsty', 'Thyroid check'],
};

/**
 * A year of visits that ended before `today`, and those booked for the next two months, of every patient. The
 * busiest days are the nearest ones, as in any clinic.
 */
export function makeVisits(patients: readonly Patient[], today: string): Visit[] {
  const random = randomFrom(`visits ${today}`);
  const todayMs = Date.parse(today);
  const diary = openDiary(today);
  const visits: Visit[] = [];

  function book(patient: Patient, opening: Opening, isKept = false): boolean {
    if (!diary.take(patient, opening)) return false;
    visits.push(makeVisit(patient, opening, { todayMs, isKept }, random));
    return true;
  }

  for (const patient of patients) {
    const isKnown = patient.hasAccount;
    for (const specialty of specialtiesOf(patient, random, isKnown)) {
      const provider = random.pick(providersFor(specialty, patient));
      let fromMs = todayMs - random.int(150, past_days - 20) * day_ms;
      for (const kind of [
        'first',
        ...Array<VisitKind>(random.int(1, isKnown ? 5 : 4)).fill('follow-up'),
      ] as const) {
        const opening = diary.nextOpening(provider, kind, patient, fromMs, todayMs);
        if (!opening || !book(patient, opening)) break;
        fromMs = opening.startMs + random.int(14, 80) * day_ms;
      }
      if (isKnown || random.chance(0.35)) {
        const aheadMs = todayMs + random.int(2, ahead_days - 10) * day_ms;
        const opening = diary.nextOpening(provider, 'follow-up', patient, aheadMs, Number.POSITIVE_INFINITY);
        if (opening) book(patient, opening);
      }
    }
  }
  const checked = patients
    .filter((patient) => suits('general-medicine', patient) && !isStaff(patient))
    .sort((one, other) => lot(one) - lot(other));
  for (const opening of diary.between(todayMs - day_ms, todayMs + 2 * day_ms)) {
    if (opening.session.kind !== 'check' || !opening.localStart.startsWith(today)) continue;
    while (!book(checked.shift() ?? noneLeft(opening), opening, true));
  }
  for (const opening of diary.between(todayMs, todayMs + 4 * day_ms)) {
    if (!random.chance(0.55)) continue;
    const patient = random.pick(patients.filter((each) => suits(opening.provider.specialty, each)));
    if (!patient.hasAccount) book(patient, opening);
  }
  return visits;
}

/** Every start of every session, and who is where on which day. */
function openDiary(today: string) {
  const dates = { from: daysFrom(today, -past_days), until: daysFrom(today, ahead_days) };
  const openings = openingsBetween(dates, today);
  const byProvider = Map.groupBy(openings, ({ provider }) => provider.id);
  for (const list of byProvider.values()) list.sort((one, other) => one.startMs - other.startMs);
  const taken = new Set<string>();
  const dayOf = (patient: Patient, { startMs }: Opening) => `${patient.id} ${Math.floor(startMs / day_ms)}`;
  const isFree = (patient: Patient, opening: Opening) =>
    !taken.has(opening.id) && !taken.has(dayOf(patient, opening)) && !worksOn(patient, opening);
  return {
    take(patient: Patient, opening: Opening): boolean {
      if (!isFree(patient, opening)) return false;
      taken.add(opening.id).add(dayOf(patient, opening));
      return true;
    },
    /** The provider's first free start of a kind that begins from `fromMs` and ends before `untilMs`. */
    nextOpening: (provider: Provider, kind: VisitKind, patient: Patient, fromMs: number, untilMs: number) =>
      byProvider
        .get(provider.id)
        ?.find(
          (opening) =>
            opening.session.kind === kind &&
            opening.startMs >= fromMs &&
            opening.endMs < untilMs &&
            isFree(patient, opening),
        ),
    between: (fromMs: number, untilMs: number) =>
      openings.filter(({ startMs }) => startMs >= fromMs && startMs < untilMs),
  };
}

/** Every start that the sessions offer from a date to before another. */
export function openingsBetween(dates: { from: string; until: string }, today: string): Opening[] {
  return providers.flatMap((provider) =>
    provider.sessions.flatMap((session) =>
      planSlots(ruleOf(provider, session, today), dates, { leave: [], closed: [] }).map(
        (slot): Opening => ({ ...slot, provider, session }),
      ),
    ),
  );
}

/** Whether a clinician who is the patient has sessions on the day of an opening. */
function worksOn({ id }: Patient, { localStart }: Opening): boolean {
  const weekday = new Date(localStart.slice(0, 10)).getUTCDay() || 7;
  const own = providers.find((provider) => provider.id === id);
  return own?.sessions.some((session) => session.weekday === weekday) ?? false;
}

function isStaff({ id }: Patient): boolean {
  return [...providers, ...officeStaff].some((colleague) => colleague.id === id);
}

/** The order of those who are checked today: people with an account first, so that whoever looks finds them there. */
function lot({ id, hasAccount }: Patient): number {
  return hasAccount ? 0 : Number.parseInt(id.slice(0, 8), 16);
}

function noneLeft(opening: Opening): never {
  throw new Error(`Nobody is left for ${opening.localStart}`);
}

function makeVisit(
  patient: Patient,
  opening: Opening,
  { todayMs, isKept }: { todayMs: number; isKept: boolean },
  random: Random,
): Visit {
  const { startMs, endMs, provider } = opening;
  const bookedMs = Math.min(startMs, todayMs) - quiet_ms - random.int(0, 30 * 24 * 60) * 60_000;
  const versions: Version[] = [{ status: 'booked', change: 'booked', atMs: bookedMs }];
  const add = (status: Status, atMs: number) => versions.push({ status, change: status, atMs });
  if (endMs < todayMs) {
    const fate = random.int(1, 100);
    if (fate <= 7) add('cancelled', bookedMs + random.int(60, 24 * 60) * 60_000);
    else if (fate <= 11) add('noshow', startMs + 15 * 60_000);
    else {
      add('arrived', startMs - random.int(2, 20) * 60_000);
      add('fulfilled', endMs + random.int(0, 10) * 60_000);
    }
  } else if (!isKept && random.chance(0.04)) add('cancelled', bookedMs + random.int(60, 24 * 60) * 60_000);
  const id = idOf(`visit ${opening.id} ${patient.id}`);
  return { id, patient, opening, reason: random.pick(reasons[provider.specialty]), versions };
}

function specialtiesOf(patient: Patient, random: Random, isKnown: boolean): SpecialtyId[] {
  const fitting = specialties
    .map(({ id }) => id)
    .filter((id) => suits(id, patient) && id !== 'general-medicine');
  const chosen = new Set<SpecialtyId>(patient.age < 16 ? ['paediatrics'] : ['general-medicine']);
  const wanted = isKnown ? 3 : random.int(1, 2);
  while (chosen.size < Math.min(wanted, fitting.length)) chosen.add(random.pick(fitting));
  return [...chosen];
}

function suits(specialty: SpecialtyId, { age, sex }: Patient): boolean {
  if (specialty === 'paediatrics') return age < 16;
  if (specialty === 'gynaecology') return age >= 16 && sex === 'female';
  return age >= 16 || specialty === 'ophthalmology' || specialty === 'ear-nose-throat';
}

/** Those in the patient's own country, or anybody where there is none. */
function providersFor(specialty: SpecialtyId, { timeZone }: Patient): Provider[] {
  const all = providers.filter(
    (provider) => provider.specialty === specialty && provider.sessions.some(({ kind }) => kind === 'first'),
  );
  const near = all.filter(({ sessions }) => sessions.every(({ location }) => zoneOf(location) === timeZone));
  return near.length > 0 ? near : all;
}

function ruleOf(provider: Provider, session: Session, today: string) {
  const type = visitTypes.find(({ id }) => id === visitTypeId(provider.specialty, session.kind));
  if (!type) throw new Error(`${provider.specialty} has no visit of kind ${session.kind}`);
  return {
    id: session.id,
    timeZone: zoneOf(session.location),
    weekday: session.weekday,
    startMinute: minutes(session.starts),
    endMinute: minutes(session.ends),
    seats: session.seats,
    effective: { from: daysFrom(today, -opened_days_ago), until: null },
    lengthMin: type.length_min,
    bufferBeforeMin: type.buffer_before_min,
    bufferAfterMin: type.buffer_after_min,
    reservedFor: session.carveOut?.urgency ?? null,
    reservedShare: session.carveOut?.share ?? 0,
    releaseBeforeMin: session.carveOut?.releaseBefore_min ?? 0,
  };
}

/** The zone of a location. */
export function zoneOf(id: string): string {
  const location = locations.find((each) => each.id === id);
  if (!location) throw new Error(`There is no location ${id}`);
  return location.time_zone;
}

/** A date as YYYY-MM-DD, so many days later. */
export function daysFrom(date: string, days: number): string {
  return new Date(Date.parse(date) + days * day_ms).toISOString().slice(0, 10);
}

function minutes(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
