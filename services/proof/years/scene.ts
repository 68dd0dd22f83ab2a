import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '@healthbooker/runtime/errors';
import { counted, type Tally } from '../soak/tally.ts';
import type { Chance } from './chance.ts';
import type { People } from './hospital.ts';
import type { Journal } from './journal.ts';
import type { Person } from './people.ts';
import type { Running } from './running.ts';

/** Whom everybody plays, and where. */
export type Scene = People & {
  running: Running;
  journal: Journal;
  tally: Tally;
  /** Drawn anew for each moment. */
  chance: Chance;
};

export const clinics = [
  { specialtyId: 'cardiology', visitTypeId: 'heart-visit', regionIds: ['london'] },
  { specialtyId: 'dermatology', visitTypeId: 'skin-visit', regionIds: ['karachi'] },
];

/** One thing that somebody tries: counted, and a refusal is an answer. Undefined: it was refused. */
export async function tried<Result>(
  { tally }: Scene,
  kind: string,
  send: () => Promise<Result>,
): Promise<Result | undefined> {
  const outcome = await counted(tally, kind, () => patiently(send));
  return 'result' in outcome ? outcome.result : undefined;
}

const most_times = 5;
const pause_ms = 500;

/** A machine that is busy with other things may answer too late: whoever got no answer asks again, as every caller does. */
export async function patiently<Result>(send: () => Promise<Result>): Promise<Result> {
  for (let times = 1; ; times += 1) {
    try {
      return await send();
    } catch (error) {
      const isOpen = error instanceof ServiceError && ['unavailable', 'deadline'].includes(error.kind);
      if (!isOpen || times >= most_times) throw error;
      await sleep(times * pause_ms);
    }
  }
}

/** Rows of the scheduler as its owner sees them: who does what next is chosen among them. */
export async function rowsOf<Row extends object>(
  { running }: Scene,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await running.owners.scheduler.query<Row>(sql, values)).rows;
}

export const personOf = (people: ReadonlyMap<string, Person>, id: string): Person => {
  const found = people.get(id);
  if (found === undefined) throw new Error(`nobody here has the id ${id}`);
  return found;
};
