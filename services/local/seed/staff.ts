import { type LocationId, type SpecialtyId, specialties, type VisitKind } from './directory.ts';
import { idOf } from './random.ts';

/** A clinic that recurs weekly; weekdays are ISO, times are the location's wall clock. */
export type Session = {
  id: string;
  weekday: number;
  starts: string;
  ends: string;
  location: LocationId;
  kind: VisitKind;
  seats: number;
  carveOut?: { urgency: 'soon' | 'urgent'; share: number; releaseBefore_min: number };
};

export type Provider = {
  id: string;
  name: string;
  email: string;
  title: string;
  specialty: SpecialtyId;
  teamId: string;
  sessions: Session[];
};

type Half = 'am' | 'pm' | 'eve';
type Pattern = readonly (readonly [weekday: number, half: Half, kind: VisitKind])[];

const hours: Record<Half, readonly [string, string]> = {
  am: ['09:00', '12:30'],
  pm: ['13:30', '17:00'],
  eve: ['17:30', '20:00'],
};

/** Two weeks of work that leave no specialty without a weekday. */
const patterns: readonly Pattern[] = [
  [
    [1, 'am', 'first'],
    [1, 'pm', 'follow-up'],
    [3, 'am', 'follow-up'],
    [4, 'pm', 'first'],
    [5, 'am', 'follow-up'],
  ],
  [
    [2, 'am', 'first'],
    [2, 'pm', 'follow-up'],
    [3, 'eve', 'follow-up'],
    [4, 'am', 'first'],
    [5, 'pm', 'follow-up'],
  ],
  [
    [1, 'pm', 'first'],
    [2, 'am', 'follow-up'],
    [3, 'pm', 'first'],
    [5, 'am', 'follow-up'],
    [6, 'am', 'follow-up'],
  ],
];

/** General medicine is there every day of the week. */
const everyDay: Pattern = [
  [1, 'am', 'first'],
  [2, 'pm', 'follow-up'],
  [3, 'am', 'follow-up'],
  [4, 'am', 'first'],
  [5, 'pm', 'follow-up'],
  [6, 'am', 'follow-up'],
  [7, 'am', 'follow-up'],
];

/** Name, and K for those who work in Karachi; the others work in London; both share their week between the two places of their city. */
const people: Record<SpecialtyId, readonly (readonly [name: string, place?: 'K'])[]> = {
  'general-medicine': [['Amara Okafor'], ['Thomas Whitfield'], ['Sana Mirza', 'K']],
  cardiology: [['Helen Marsh'], ['Ravi Subramanian'], ['Imran Qureshi', 'K']],
  dermatology: [['Priya Nair'], ['Oliver Grant'], ['Hina Baloch', 'K']],
  orthopaedics: [['James Carrow'], ['Ifeoma Eze'], ['Peter Lindqvist']],
  paediatrics: [['Nadia Rahman'], ['George Ellery'], ['Ayesha Siddiqui', 'K']],
  gynaecology: [['Charlotte Hale'], ['Mehreen Shah'], ['Bushra Khan', 'K']],
  ophthalmology: [['Samuel Adeyemi'], ['Ingrid Voss']],
  'ear-nose-throat': [['Marcus Bell'], ['Farah Iqbal']],
  neurology: [['Eleanor Finch'], ['Daniel Osei']],
  endocrinology: [['Sunita Desai'], ['Andrew Pryce'], ['Omar Farooqi', 'K']],
};

/** Whose day is full on any day of the week: forty short checks, one after another. The name has 96 letters. */
const busiest: Provider = {
  id: idOf('provider Bartholomäus Ashby'),
  name: 'Dr Bartholomäus Konstantin Ferdinand Theophilus Montgomery Featherstonehaugh Cholmondeley Wriothesley Ashby',
  email: 'bartholomaeus.ashby@example.com',
  title: 'Consultant physician',
  specialty: 'general-medicine',
  teamId: 'general-medicine-team',
  sessions: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    [['08:00', '13:00'] as const, ['13:30', '18:30'] as const].map(([starts, ends]) => ({
      id: idOf(`session Bartholomäus Ashby ${weekday} ${starts}`),
      weekday,
      starts,
      ends,
      location: 'riverside' as const,
      kind: 'check' as const,
      seats: 1,
    })),
  ),
};

const regularProviders = specialties.flatMap(({ id: specialty, doctor }) =>
  people[specialty].map(
    ([name, place], index): Provider => ({
      id: idOf(`provider ${name}`),
      name: `Dr ${name}`,
      email: addressOf(name),
      title: doctor,
      specialty,
      teamId: `${specialty}-team`,
      sessions: sessionsOf(name, specialty, index, place === 'K'),
    }),
  ),
);

export const providers: readonly Provider[] = [...regularProviders, busiest];

/** Everybody else who works with the portals. */
export const officeStaff = (
  [
    { name: 'Grace Bennett', group: 'Receptionists', role: 'receptionist' },
    { name: 'Ngozi Abara', group: 'Receptionists', role: 'receptionist' },
    { name: 'Elif Demir', group: 'Receptionists', role: 'receptionist' },
    { name: 'Robert Kane', group: 'Admins', role: 'admin' },
    { name: 'Miriam Stone', group: 'Privacy', role: 'privacy' },
    { name: 'Ruth Castell', group: 'Privacy', role: 'privacy' },
    { name: 'Victor Lindgren', group: 'Managers', role: 'manager' },
  ] as const
).map((person) => ({ ...person, id: idOf(`staff ${person.name}`), email: addressOf(person.name) }));

/** An e-mail address in the domain that RFC 2606 keeps free. */
export function addressOf(name: string): string {
  return `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@example.com`;
}

function sessionsOf(name: string, specialty: SpecialtyId, index: number, isKarachi: boolean): Session[] {
  const isFirst = index === 0;
  const pattern =
    specialty === 'general-medicine' && isFirst ? everyDay : (patterns[index % patterns.length] ?? []);
  const sessions = pattern.map(([weekday, half, kind]): Session => {
    const [starts, ends] = hours[half];
    const location = isKarachi
      ? weekday <= 3
        ? 'clifton'
        : 'gulshan'
      : weekday <= 3
        ? 'riverside'
        : 'parkview';
    const id = idOf(`session ${name} ${weekday} ${half}`);
    return { id, weekday, starts, ends, location, kind, seats: 1, ...carveOut(kind, half) };
  });
  if (specialty === 'endocrinology' && isFirst) {
    const id = idOf(`session ${name} class`);
    sessions.push({
      id,
      weekday: 2,
      starts: '17:30',
      ends: '18:35',
      location: 'riverside',
      kind: 'class',
      seats: 6,
    });
  }
  return sessions;
}

/** Part of the first visits in the morning is kept for urgent needs, in the afternoon for soon ones. */
function carveOut(kind: VisitKind, half: Half): Pick<Session, 'carveOut'> {
  if (kind !== 'first') return {};
  return half === 'am'
    ? { carveOut: { urgency: 'urgent', share: 0.25, releaseBefore_min: 48 * 60 } }
    : { carveOut: { urgency: 'soon', share: 0.25, releaseBefore_min: 120 * 60 } };
}
