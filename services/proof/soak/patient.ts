import { randomUUID } from 'node:crypto';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { type Person, wanting } from '@healthbooker/scheduler/test/service';
import { anyOf, ask, type Scene } from './clients.ts';
import { acknowledge, counted } from './tally.ts';
import { makeWaiting } from './waiting.ts';

/** So many operations go by until the next slot is the one that many want at once. */
const OPERATIONS_PER_RUSH = 60;
/** How often somebody who books wants that one. */
const RUSH_SHARE = 0.3;
/** Others may come in between whenever somebody puts their things in order. */
const MOST_TRIES = 20;

/** Somebody who books, holds, moves, cancels, waits and answers, at random. */
export type Patient = {
  step(): Promise<void>;
  /** Leaves nothing behind that others would have to wait for. */
  leave(): Promise<void>;
};

export function makePatient(scene: Scene, person: Person): Patient {
  const { slots, tally } = scene;
  const visits: Reservation__Output[] = [];
  let hold: { id: string; slotId: string } | undefined;
  const waiting = makeWaiting(scene, person, (booked) => {
    if (!visits.some(({ appointmentId }) => appointmentId === booked.appointmentId))
      visits.push(told(booked));
  });

  function told(reservation: Reservation__Output | null): Reservation__Output {
    if (reservation === null) throw new Error('a change was answered without its reservation');
    acknowledge(tally, reservation.appointmentId, reservation.version);
    return reservation;
  }

  function replace(changed: Reservation__Output): void {
    const index = visits.findIndex(({ appointmentId }) => appointmentId === changed.appointmentId);
    if (changed.status === 'VISIT_STATUS_CANCELLED') visits.splice(index, 1);
    else visits[index] = changed;
  }

  /** Sends a change of a visit; a refusal may mean that the hospital has changed it, so it is looked at again. */
  async function change(
    kind: string,
    { appointmentId }: Reservation__Output,
    send: () => Promise<{ reservation: Reservation__Output | null }>,
  ): Promise<void> {
    const outcome = await counted(tally, kind, send);
    if ('result' in outcome) return replace(told(outcome.result.reservation));
    if (outcome.refusal.kind !== 'conflict') return;
    const { reservation } = await ask(scene, ({ call }) =>
      call('GetReservation', { appointmentId }, person.as()),
    );
    if (reservation !== null) replace(told(reservation));
  }

  const keyed = ({ appointmentId, version: expectedVersion }: Reservation__Output) => ({
    appointmentId,
    expectedVersion,
    operationKey: randomUUID(),
  });

  async function reserve(): Promise<void> {
    const rush = slots[Math.floor(tally.done / OPERATIONS_PER_RUSH) % slots.length];
    const wanted = Math.random() < RUSH_SHARE ? rush : anyOf(slots);
    const request = wanting(person, hold?.slotId ?? wanted, { holdId: hold?.id ?? '' });
    hold = undefined;
    const outcome = await counted(tally, 'reserve', () =>
      ask(scene, ({ call }) => call('Reserve', request, person.as())),
    );
    if ('result' in outcome) visits.push(told(outcome.result.reservation));
  }

  async function holdSlot(): Promise<void> {
    const request = { patientId: person.id, slotId: anyOf(slots) };
    const outcome = await counted(tally, 'hold', () =>
      ask(scene, ({ call }) => call('HoldSlot', request, person.as())),
    );
    if ('result' in outcome && outcome.result.hold !== null) {
      hold = { id: outcome.result.hold.id, slotId: request.slotId };
    }
  }

  function move(visit: Reservation__Output): Promise<void> {
    const request = { ...keyed(visit), slotId: anyOf(slots) };
    return change('move', visit, () =>
      ask(scene, ({ call }) => call('MoveReservation', request, person.as())),
    );
  }

  function cancel(visit: Reservation__Output): Promise<void> {
    const request = keyed(visit);
    return change('cancel', visit, () =>
      ask(scene, ({ call }) => call('CancelReservation', request, person.as())),
    );
  }

  /** The hospital has moved the visit and asks. */
  function answer(visit: Reservation__Output): Promise<void> {
    const answers = ['NEW_TIME_ANSWER_KEEP', 'NEW_TIME_ANSWER_REFUSE'] as const;
    const request = { ...keyed(visit), answer: anyOf(answers) };
    return change('answer-new-time', visit, () =>
      ask(scene, ({ service }) =>
        service<LeaveServiceDefinition>('healthbooker.scheduler.v1.LeaveService')(
          'AnswerNewTime',
          request,
          person.as(),
        ),
      ),
    );
  }

  return {
    async step() {
      const asked = visits.find(({ awaitsAnswer }) => awaitsAnswer);
      if (asked !== undefined) return answer(asked);
      const chosen = Math.random();
      if (chosen < 0.1) return holdSlot();
      if (chosen < 0.22) return waiting.step();
      if (visits.length > 0 && chosen < 0.36) return cancel(anyOf(visits));
      if (visits.length > 0 && chosen < 0.46) return move(anyOf(visits));
      return reserve();
    },
    async leave() {
      await waiting.leave();
      for (let tries = 0; visits.length > 0 && tries < MOST_TRIES; tries += 1) await cancel(anyOf(visits));
    },
  };
}
