import type { Directory } from '../../shared/staff/api.ts';
import { staffDate } from '../../shared/time/format.ts';
import { weekdayName } from '../../shared/time/weekdays.ts';
import type { WaitingPatient } from '../api.ts';

const modes = { 'in-person': 'in person', video: 'by video', phone: 'by phone' } as const;
const times = { morning: 'mornings', afternoon: 'afternoons', evening: 'evenings' } as const;

type Wishes = Pick<
  WaitingPatient,
  'providerId' | 'locationId' | 'mode' | 'timesOfDay' | 'daysOfWeek' | 'earliestDate' | 'latestDate'
>;

/** `With Dr Shah, at Parkview Clinic, Mondays, mornings, from 03-Dec-2026`; `Any time` without wishes. */
export function wishWords(wishes: Wishes, directory: Directory | undefined): string {
  const { providerId, locationId, mode, timesOfDay, daysOfWeek, earliestDate, latestDate } = wishes;
  const provider = directory?.providers.find(({ id }) => id === providerId)?.name;
  const place = directory?.locations.find(({ id }) => id === locationId)?.name;
  const words = [
    mode ? modes[mode] : '',
    provider ? `with ${provider}` : '',
    place ? `at ${place}` : '',
    daysOfWeek.map((day) => `${weekdayName(day)}s`).join(' or '),
    timesOfDay.map((time) => times[time]).join(' or '),
    earliestDate ? `from ${staffDate(earliestDate)}` : '',
    latestDate ? `until ${staffDate(latestDate)}` : '',
  ]
    .filter(Boolean)
    .join(', ');
  return words === '' ? 'Any time' : words.charAt(0).toUpperCase() + words.slice(1);
}
