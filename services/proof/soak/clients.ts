import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { Hospital } from '@healthbooker/scheduler/test/hospital';
import { aPatient, type SchedulerClients } from '@healthbooker/scheduler/test/service';
import { makePatient } from './patient.ts';
import type { Schedulers } from './schedulers.ts';
import { isOver, type Tally } from './tally.ts';

/** The few slots that everybody wants, and whose they are. */
export type Scene = {
  schedulers: Schedulers;
  tally: Tally;
  hospital: Hospital;
  slots: readonly string[];
  /** Dates of the slots, YYYY-MM-DD. */
  days: readonly string[];
};

/** A patient does so much, then somebody new comes. */
const STEPS_PER_PATIENT = 60;
/** A machine that is busy with other things may keep everybody waiting for long. */
const GIVE_UP_AFTER_MS = 300_000;

/** Does random things to the slots as one patient after the other, until the operations of the run are used up. */
export async function runClient(scene: Scene): Promise<void> {
  while (!isOver(scene.tally)) {
    const patient = makePatient(scene, await aPatient());
    for (let step = 0; step < STEPS_PER_PATIENT && !isOver(scene.tally); step += 1) await patient.step();
    await patient.leave();
  }
}

/** Asks a living scheduler until there is an answer: what was cut off by a kill is asked again, with the same key. */
export async function ask<Reply>(
  { schedulers, tally }: Scene,
  request: (clients: SchedulerClients) => Promise<Reply>,
): Promise<Reply> {
  const end = Date.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    try {
      return await request(schedulers.next());
    } catch (error) {
      const isOpen = error instanceof ServiceError && ['unavailable', 'deadline'].includes(error.kind);
      if (!isOpen || Date.now() > end) throw error;
      tally.askedAgain += 1;
      await sleep(20 + Math.random() * 60);
    }
  }
}

export function anyOf<Value>(values: readonly Value[]): Value {
  const value = values[Math.floor(Math.random() * values.length)];
  if (value === undefined) throw new Error('there is nothing to choose from');
  return value;
}
