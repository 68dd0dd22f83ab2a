import type { components } from '../../api/clinic.generated.d.ts';
import type { FormError } from '../../controls/form-errors.ts';
import { isoWeekday } from '../../time/format.ts';

export type SessionRules = components['schemas']['SessionRules'];
type ClinicSession = components['schemas']['ClinicSession'];

/** A session while somebody types it: numbers as text. */
export type SessionDraft = {
  providerId: string;
  locationId: string;
  visitTypeId: string;
  mode: SessionRules['mode'];
  /** An extra clinic takes place once. */
  repeats: 'weekly' | 'once';
  weekday: string;
  firstDate: string;
  lastDate: string;
  starts: string;
  ends: string;
  seats: string;
  keeps: 'none' | 'soon' | 'urgent';
  percent: string;
  releaseHours: string;
};

export function emptyDraft(given: Pick<SessionDraft, 'providerId' | 'repeats' | 'firstDate'>): SessionDraft {
  return {
    locationId: '',
    visitTypeId: '',
    mode: 'in-person',
    weekday: '1',
    lastDate: '',
    starts: '09:00',
    ends: '12:00',
    seats: '1',
    keeps: 'none',
    percent: '20',
    releaseHours: '48',
    ...given,
  };
}

/** The draft of a session that exists. */
export function draftOf(session: ClinicSession): SessionDraft {
  const { providerId, locationId, visitTypeId, mode, firstDate, lastDate, starts, ends, carveOut } = session;
  return {
    providerId,
    locationId,
    visitTypeId,
    mode,
    firstDate,
    starts,
    ends,
    repeats: firstDate === lastDate ? 'once' : 'weekly',
    weekday: String(session.weekday),
    lastDate: lastDate ?? '',
    seats: String(session.seats),
    keeps: carveOut?.urgency ?? 'none',
    percent: String(carveOut?.percent ?? 20),
    releaseHours: String((carveOut?.releaseBeforeMinutes ?? 2880) / 60),
  };
}

/** The names of the contract's fields and the inputs they are typed into. */
export const inputOf: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'providerId',
    'locationId',
    'visitTypeId',
    'mode',
    'weekday',
    'firstDate',
    'lastDate',
    'starts',
    'ends',
    'seats',
  ].flatMap((name) => [
    [name, name],
    [`session.${name}`, name],
  ]),
);

/** The rules that a draft says, or what is wrong with it. */
export function readDraft(
  draft: SessionDraft,
): { rules: SessionRules; errors?: never } | { rules?: never; errors: FormError[] } {
  const errors: FormError[] = [];
  const need = (isGood: boolean, field: string, message: string) => {
    if (!isGood) errors.push({ field, message });
  };
  const once = draft.repeats === 'once';
  const [starts, ends] = [readTime(draft.starts), readTime(draft.ends)];
  const [seats, percent, hours] = [draft.seats, draft.percent, draft.releaseHours].map(Number);
  need(draft.providerId !== '', 'providerId', 'Choose a clinician');
  need(draft.locationId !== '', 'locationId', 'Choose a location');
  need(draft.visitTypeId !== '', 'visitTypeId', 'Choose a kind of visit');
  need(draft.firstDate !== '', 'firstDate', once ? 'Enter the date' : 'Enter the first date');
  need(starts !== undefined, 'starts', 'Enter when it begins, like 09:00');
  need(ends !== undefined, 'ends', 'Enter when it ends, like 12:30');
  need(isWhole(seats, 1, 50), 'seats', 'Enter how many are seen at the same time, 1 to 50');
  if (draft.keeps !== 'none') {
    need(isWhole(percent, 1, 100), 'percent', 'Enter a share from 1 to 100 percent');
    need(
      hours !== undefined && hours >= 0 && hours <= 8760,
      'releaseHours',
      'Enter how many hours before, 0 to 8760',
    );
  }
  if (errors.length > 0 || starts === undefined || ends === undefined) return { errors };
  return {
    rules: {
      providerId: draft.providerId,
      locationId: draft.locationId,
      visitTypeId: draft.visitTypeId,
      mode: draft.mode,
      weekday: once ? isoWeekday(draft.firstDate) : Number(draft.weekday),
      starts,
      ends,
      seats: seats ?? 1,
      firstDate: draft.firstDate,
      lastDate: once ? draft.firstDate : draft.lastDate || null,
      carveOut:
        draft.keeps === 'none'
          ? null
          : {
              urgency: draft.keeps,
              percent: percent ?? 0,
              releaseBeforeMinutes: Math.round((hours ?? 0) * 60),
            },
    },
  };
}

/** `09:00` for `9`, `9:00`, `0900` and `09.00`; undefined when it is no time of day. */
export function readTime(text: string): string | undefined {
  const found = /^\s*(\d{1,2})[:.]?(\d{2})?\s*$/.exec(text);
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
  if (!found || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function isWhole(number: number | undefined, least: number, most: number): boolean {
  return number !== undefined && Number.isInteger(number) && number >= least && number <= most;
}
