import pg from 'pg';
import { keysOf } from '../verify/sql.ts';
import { removeArchived } from './archive.ts';
import { answerOf, type Stores } from './stores.ts';
import { findProfile, profileContact, removeItems } from './table.ts';

/** Why a person is not erased, in a sentence without anything about them. */
export class NotErased extends Error {}

export type Order = {
  /** What time it is for whoever asks; the databases go by their own clocks as well, and the earlier counts. */
  at: Date;
  /** `person_years` of services/catalogue.json. */
  keptYears: number;
  askedBy: string;
  reason: string;
};

export type Outcome = {
  /** `before`: this person was erased earlier, and nothing is left of them. */
  kind: 'erased' | 'before';
  doneAt: Date;
};

/** The stores in the order in which a person leaves them: the source first, so that nothing follows it any more. */
const steps = ['scheduler', 'table', 'notification', 'ehr', 'archive'] as const;
export type Step = (typeof steps)[number];

/** What arrives while a person is removed goes with the next pass; the last one finds nothing. */
const most_passes = 5;

/**
 * Removes a person from every store, or goes on where another run stopped. A second pass that finds nothing ends it.
 * @param onStep is told behind each store
 * @throws NotErased when there was contact with them, or nothing says when: then nothing has changed, unless an
 * earlier run had begun
 */
export async function erasePerson(
  stores: Stores,
  person: string,
  order: Order,
  onStep: (step: Step, removed: number) => void = () => undefined,
): Promise<Outcome> {
  // One run at a time for each person. The lock of a run that fails or is killed goes with its connection.
  const lock = `hashtextextended('erasing ' || $1, 0)`;
  await stores.scheduler.query(`select pg_advisory_lock(${lock})`, [person]);
  const outcome = await eraseAlone(stores, person, order, onStep);
  await stores.scheduler.query(`select pg_advisory_unlock(${lock})`, [person]);
  return outcome;
}

async function eraseAlone(
  stores: Stores,
  person: string,
  order: Order,
  onStep: (step: Step, removed: number) => void,
): Promise<Outcome> {
  const isBegun = (await answerOf(stores.scheduler, 'open_erasure($1)', [person])) !== null;
  const isKnown = await checkErasable(stores, person, order);
  if (!isBegun && !isKnown) {
    const doneAt = await answerOf<Date>(stores.scheduler, 'erased_at($1)', [person]);
    if (doneAt === null) throw new NotErased('Nothing says when there was contact with anybody of this id.');
    return { kind: 'before', doneAt };
  }
  for (let pass = 1; pass <= most_passes; pass += 1) {
    let removed = 0;
    for (const step of steps) {
      const counts = Object.values(await told(removeFrom(step, stores, person, order)));
      const gone = counts.reduce((sum, count) => sum + count, 0);
      onStep(step, gone);
      removed += gone;
    }
    if (removed > 0) continue;
    await stores.scheduler.query('select finish_erasure($1, $2)', [person, order.at]);
    const doneAt = await answerOf<Date>(stores.scheduler, 'erased_at($1)', [person]);
    if (doneAt === null) throw new Error('the erasure was finished and is not written down');
    return { kind: 'erased', doneAt };
  }
  throw new NotErased('Something about this person keeps arriving: the erasure is begun and not finished.');
}

/** Removes a person from one store, and writes that down. How many rows or items went, by what they are. */
async function removeFrom(
  step: Step,
  stores: Stores,
  person: string,
  { at, keptYears, askedBy, reason }: Order,
): Promise<Record<string, number>> {
  const { scheduler } = stores;
  if (step === 'scheduler') {
    const values = [person, at, keptYears, askedBy, reason];
    return (await answerOf(scheduler, 'erase_person($1, $2, $3, $4, $5)', values)) ?? {};
  }
  const subjects = (await answerOf<string[]>(scheduler, 'open_erasure($1)', [person])) ?? [];
  const counts = await removeFollowing(step, stores, { person, subjects, at, keptYears });
  await scheduler.query('select note_erased($1, $2, $3)', [person, step, counts]);
  return counts;
}

/** Removes a person from a store that follows the scheduler's database. */
async function removeFollowing(
  step: Exclude<Step, 'scheduler'>,
  { scheduler, ehr, notification, table, archive }: Stores,
  {
    person,
    subjects,
    at,
    keptYears,
  }: { person: string; subjects: string[] } & Pick<Order, 'at' | 'keptYears'>,
): Promise<Record<string, number>> {
  switch (step) {
    case 'table':
      return removeItems(table, person);
    case 'notification': {
      const values = [person, subjects, at, keptYears];
      return (await answerOf(notification, 'erase_person($1, $2, $3, $4)', values)) ?? {};
    }
    case 'ehr':
      return (await answerOf(ehr, 'erase_person($1, $2, $3)', [person, at, keptYears])) ?? {};
    case 'archive':
      return { decision: await removeArchived(scheduler, archive, subjects) };
  }
}

/**
 * Asks every store before any of them is changed; whether one of them says when there was contact. Rows that say no time may be of
 * somebody who came yesterday.
 * @throws NotErased when there was contact with them
 */
export async function checkErasable(
  { scheduler, ehr, notification, table }: Stores,
  person: string,
  { at, keptYears }: Pick<Order, 'at' | 'keptYears'>,
): Promise<boolean> {
  let isKnown = false;
  for (const client of [scheduler, ehr, notification]) {
    const values = [person, at, keptYears];
    const last = await told(answerOf<string>(client, 'check_erasable($1, $2, $3)::text', values));
    isKnown ||= last !== null && last !== '-infinity';
  }
  const profile = await findProfile(table, person);
  if (profile === undefined) return isKnown;
  if (profile.role !== 'patient') throw new NotErased('This person works here.');
  const changed = profileContact(profile);
  const before = await answerOf<Date>(scheduler, 'erasable_before($1, $2)', [at, keptYears]);
  if (changed !== undefined && (before === null || changed >= before)) {
    throw new NotErased(`Their profile was changed in the last ${keptYears} years.`);
  }
  // A profile that never changed does not say how old it is.
  return isKnown || changed !== undefined;
}

/** Those who may be erased, each once, in the order of their ids, and first those whose erasure is begun. */
export async function* dueFor(
  stores: Stores,
  order: Pick<Order, 'at' | 'keptYears'>,
): AsyncGenerator<{ person: string; isBegun: boolean }> {
  const { rows } = await stores.scheduler.query<{ person_id: string }>(
    'select person_id from erasure where done_at is null order by begun_at',
  );
  const seen = new Set(rows.map(({ person_id }) => person_id));
  for (const person of seen) yield { person, isBegun: true };
  const over = `select person_id as id from person_contact group by person_id 
    having max(at) > '-infinity' and max(at) < erasable_before($1, $2)`;
  for (const client of [stores.scheduler, stores.ehr]) {
    for await (const ids of keysOf(client, over, [order.at, order.keptYears])) {
      for (const person of ids) {
        if (seen.has(person)) continue;
        seen.add(person);
        if (await isErasable(stores, person, order)) yield { person, isBegun: false };
      }
    }
  }
}

async function isErasable(
  stores: Stores,
  person: string,
  order: Pick<Order, 'at' | 'keptYears'>,
): Promise<boolean> {
  try {
    return await checkErasable(stores, person, order);
  } catch (error) {
    if (error instanceof NotErased) return false;
    throw error;
  }
}

/** Not so now: a function refuses what is not due. */
const not_due = '55000';
/** invalid_parameter_value: a rule that is too short. */
const too_short = '22023';

/** What a function of a database refuses, as a sentence. */
async function told<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || ![not_due, too_short].includes(error.code ?? '')) throw error;
    const { message } = error;
    throw new NotErased(`${message.charAt(0).toUpperCase()}${message.slice(1)}.`, { cause: error });
  }
}
