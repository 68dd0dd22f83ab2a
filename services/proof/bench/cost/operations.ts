import { specialties } from '@healthbooker/local/seed/directory';
import type { People, Person } from './person.ts';
import {
  bookingOf,
  cancellationOf,
  chartOf,
  dayOf,
  directory,
  firstVisit,
  holdOf,
  page,
  proposalOf,
  record,
  type Slot,
  searchOf,
  timeline,
} from './requests.ts';

/** The order in a round: each of the last four continues with what the one before it left. */
export const operationNames = [
  'page',
  'directory',
  'timeline',
  'search',
  'record',
  'clinic day',
  'chart',
  'proposal',
  'hold',
  'book',
  'cancel',
] as const;
export type OperationName = (typeof operationNames)[number];
/** The operation whose outcome this one continues with. */
const needed: Partial<Record<OperationName, OperationName>> = { cancel: 'book', book: 'hold' };

/** The operations of these names and what they go on with, in the order in which they run. */
export function withNeeded(names: readonly OperationName[]): OperationName[] {
  const all = new Set(names);
  for (const name of all) {
    const before = needed[name];
    // A Set that grows while it is walked is walked to its end.
    if (before !== undefined) all.add(before);
  }
  return operationNames.filter((name) => all.has(name));
}

export const isOperation = (name: string): name is OperationName =>
  operationNames.some((known) => known === name);

/** One operation, ready to be sent. */
export type Work = () => Promise<unknown>;

export type Operation = {
  name: OperationName;
  /** How long its consequences may pause before they go on, because jobs run only every few seconds. */
  settles_ms: number;
  /** Whether each one is an event that both followers handle, and a mail. */
  isTold: boolean;
  /** Makes `count` of them ready; what this asks of the system is not measured. */
  prepare(count: number): Promise<Work[]>;
};

type Held = { person: Person; slot: Slot; holdId: string };
type Booked = { person: Person; slot: Slot; id: string; version: number };

const day_ms = 86_400_000;
/** Behind everything that the seeded hospital has booked, so that nobody's visits overlap. */
const [first_day, last_day] = [62, 89];
/** Days of a clinician that are looked through for the fullest. */
const days_looked_at = 7;
/** Of each clinician, so that charts are not asked for again and again. */
const charts_each = 12;
/** Access rows, limits shared between processes. */
const at_once_ms = 250;
/** The sweeper looks every second. */
const sweep_ms = 1200;
/** The reconcilers of appointment and notification look every five seconds. */
const reconcile_ms = 5200;

/** The operations of a hospital, and what they leave for one another. */
export async function createOperations({ patients, providers }: People): Promise<readonly Operation[]> {
  const days = await Promise.all(providers.map(fullestDay));
  const busy = days.filter(({ visits }) => visits.length > 0);
  if (busy.length === 0) throw new Error('No clinician of the hospital has a visit this week.');
  const charts = busy.flatMap(({ person, visits }) =>
    [...new Set(visits)].slice(0, charts_each).map((patientId) => ({ person, patientId })),
  );
  const takeSlot = await slotSource(patients[0] ?? fail('There are no patients.'));
  const held: Held[] = [];
  const booked: Booked[] = [];
  let turn = 0;

  /** People take turns, so that nobody asks twice at a time. */
  const next = <Item>(items: readonly Item[]): Item =>
    items[turn++ % items.length] ?? fail('There is nobody to ask.');
  const by =
    <Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>) =>
    async (count: number): Promise<Work[]> =>
      Array.from({ length: count }, () => {
        const item = next(items);
        return () => work(item);
      });
  const read = (name: OperationName, prepare: Operation['prepare']): Operation => ({
    name,
    settles_ms: at_once_ms,
    isTold: false,
    prepare,
  });

  function forget(person: Person): void {
    const index = held.findIndex((one) => one.person === person);
    if (index >= 0) held.splice(index, 1);
  }

  async function hold(person: Person, slot: Slot): Promise<void> {
    const reply = await person.ask(holdOf(slot));
    forget(person);
    held.push({ person, slot, holdId: String(reply['id']) });
  }

  async function book({ person, slot, holdId }: Held): Promise<void> {
    const { appointment } = (await person.ask(bookingOf(slot, holdId))) as {
      appointment: { id: string; version: number };
    };
    booked.push({ person, slot, id: appointment.id, version: appointment.version });
  }

  /** As many as there are patients at most: each holds one slot. */
  const some = (count: number) =>
    Array.from({ length: Math.min(count, patients.length) }, () => next(patients));
  const left = <Item>(items: Item[], count: number): Item[] => {
    const wanted = Math.min(count, patients.length);
    if (items.length < wanted) fail('The operation before it left too few.');
    return items.splice(0, wanted);
  };

  return [
    read(
      'page',
      by(patients, (person) => person.ask(page)),
    ),
    read(
      'directory',
      by(patients, (person) => person.ask(directory)),
    ),
    read(
      'timeline',
      by(patients, (person) => person.ask(timeline)),
    ),
    read(
      'search',
      by(patients, (person) => person.ask(searchOf(next(specialties).id))),
    ),
    read(
      'record',
      by(patients, (person) => person.ask(record)),
    ),
    read(
      'clinic day',
      by(busy, ({ person, date }) => person.ask(dayOf(date))),
    ),
    read(
      'chart',
      by(charts, ({ person, patientId }) => person.ask(chartOf(patientId))),
    ),
    {
      name: 'proposal',
      settles_ms: sweep_ms,
      isTold: false,
      prepare: async (count) =>
        some(count).map((person, index) => async () => {
          await person.ask(proposalOf(specialties[index % specialties.length]?.id ?? ''));
          forget(person);
        }),
    },
    {
      name: 'hold',
      settles_ms: sweep_ms,
      isTold: false,
      prepare: async (count) =>
        some(count).map((person) => {
          const slot = takeSlot(booked.filter((one) => one.person === person));
          return () => hold(person, slot);
        }),
    },
    {
      name: 'book',
      settles_ms: reconcile_ms,
      isTold: true,
      prepare: async (count) => left(held, count).map((one) => () => book(one)),
    },
    {
      name: 'cancel',
      settles_ms: reconcile_ms,
      isTold: true,
      prepare: async (count) =>
        left(booked, count).map(
          ({ person, id, version }) =>
            () =>
              person.ask(cancellationOf(id, version)),
        ),
    },
  ];
}

/** The fullest of a clinician's next days, and whose visits they are. */
async function fullestDay(person: Person): Promise<{ person: Person; date: string; visits: string[] }> {
  let fullest = { person, date: '', visits: [] as string[] };
  for (let ahead = 0; ahead < days_looked_at; ahead += 1) {
    const date = dateAhead(ahead);
    const reply = await person.ask({ ...dayOf(date), isRight: ({ visits }) => Array.isArray(visits) });
    const visits = (reply['visits'] as { appointment: { patientId: string; status: string } }[])
      .filter(({ appointment }) => appointment.status !== 'cancelled')
      .map(({ appointment }) => appointment.patientId);
    if (visits.length > fullest.visits.length) fullest = { person, date, visits };
  }
  return fullest;
}

/** Gives each free slot out once, far enough ahead, the specialties in turn. */
async function slotSource(person: Person): Promise<(booked: readonly Booked[]) => Slot> {
  const lists = await Promise.all(specialties.map(({ id }) => freeSlots(person, id)));
  const most = Math.max(...lists.map(({ length }) => length));
  const slots = Array.from({ length: most }, (_, index) => lists.flatMap((list) => list[index] ?? [])).flat();
  return (booked) => {
    const index = slots.findIndex((slot) => !booked.some((one) => overlaps(one.slot, slot)));
    const [slot] = index < 0 ? [] : slots.splice(index, 1);
    return slot ?? fail('The hospital has no free slot left for this.');
  };
}

async function freeSlots(person: Person, specialtyId: string): Promise<Slot[]> {
  const [from, to] = [first_day, last_day].map((ahead) => `${dateAhead(ahead)}T00:00:00Z`);
  const query = `&visitTypeId=${firstVisit(specialtyId)}&from=${from}&to=${to}&limit=100`;
  const asked = searchOf(specialtyId);
  const reply = await person.ask({ ...asked, path: `${asked.path}${query}` });
  return reply['slots'] as Slot[];
}

function overlaps(one: Slot, other: Slot): boolean {
  return one.startAt < other.endAt && other.startAt < one.endAt;
}

function dateAhead(days: number): string {
  return new Date(Date.now() + days * day_ms).toISOString().slice(0, 10);
}

function fail(why: string): never {
  throw new Error(why);
}
