import { type SpecialtyId, specialties, visitTypeId } from './directory.ts';
import type { Patient } from './patients.ts';
import { idOf, randomFrom } from './random.ts';
import { daysFrom, type Visit } from './visits.ts';

/** Somebody on a waiting list. No session is by video or phone, so that they wait until somebody adds one. */
export type Waiting = {
  id: string;
  patient: Patient;
  specialty: SpecialtyId;
  visitTypeId: string;
  providerId: string | null;
  mode: 'video' | 'phone';
  timesOfDay: ('morning' | 'evening')[];
  daysOfWeek: number[];
  urgency: 'routine' | 'soon' | 'urgent';
  needs: ('longer-visit' | 'interpreter')[];
  reason: string;
  enrolledAt: string;
  targetDate: string;
  contact: { at: string; outcome: 'reached' | 'message-left' | 'no-answer'; note: string } | null;
};

const perSpecialty = 4;
/** Clinical targets, and how long ago such patients may have joined. */
const targets_days = { routine: 42, soon: 14, urgent: 2 } as const;
const longest_days = { routine: 60, soon: 20, urgent: 5 } as const;
/** Changes younger than a day would be mailed to the patients. */
const quiet_days = 3;

const reasons = [
  'I cannot travel at the moment',
  'I look after my mother and cannot leave the house',
  'I only want to talk about my results',
  'I work abroad until spring',
] as const;

const contacts = [
  { outcome: 'reached', note: 'Still waits; would also come in January.' },
  { outcome: 'message-left', note: '' },
  { outcome: 'no-answer', note: 'Try again in the afternoon.' },
] as const;

/** A few patients in each specialty who were seen there before. */
export function makeWaiting(visits: readonly Visit[], today: string): Waiting[] {
  const random = randomFrom(`waiting ${today}`);
  return specialties.flatMap(({ id: specialty }) => {
    const seen = visits.filter(({ opening }) => opening.provider.specialty === specialty);
    const known = new Map(seen.map((visit) => [visit.patient.id, visit]));
    return [...known.values()].slice(0, perSpecialty).map((visit): Waiting => {
      const { patient } = visit;
      const urgency = random.pick(['routine', 'routine', 'soon', 'urgent'] as const);
      const ago = random.int(quiet_days, longest_days[urgency]);
      const isContacted = ago > quiet_days + 1 && random.chance(0.6);
      return {
        id: idOf(`waiting ${specialty} ${patient.id}`),
        patient,
        specialty,
        visitTypeId: visitTypeId(specialty, 'follow-up'),
        providerId: random.chance(0.4) ? visit.opening.provider.id : null,
        mode: random.pick(['video', 'phone'] as const),
        timesOfDay: random.pick([[], [], ['morning'], ['evening']] as const).slice(),
        daysOfWeek: random.chance(0.3) ? [2, 4] : [],
        urgency,
        needs: patient.accessNeeds.includes('Longer appointment') ? ['longer-visit'] : [],
        reason: random.pick(reasons),
        enrolledAt: `${daysFrom(today, -ago)}T${random.int(10, 16)}:${random.int(10, 59)}:00Z`,
        targetDate: daysFrom(today, targets_days[urgency] - ago),
        contact: isContacted
          ? {
              ...random.pick(contacts),
              at: `${daysFrom(today, -random.int(2, ago - 1))}T${random.int(10, 16)}:${random.int(10, 59)}:00Z`,
            }
          : null,
      };
    });
  });
}
