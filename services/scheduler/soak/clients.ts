import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import type { WaitlistEntry__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistEntry';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { ServiceError } from '@healthbooker/runtime/errors';
import { aPatient, type Person, wanting } from '../test/service.ts';
import type { Schedulers } from './schedulers.ts';

/** What all clients of a run count together. */
export type Tally = {
  left: number;
  outcomes: Map<string, number>;
  /** The newest version of each appointment that somebody was told of. */
  acknowledged: Map<string, number>;
};

/** A patient of the soak does so much, then somebody new comes. */
const STEPS_PER_PATIENT = 60;
const noSymptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
const refusals = ['slot-taken', 'conflict', 'not-found', 'invalid'];
const GIVE_UP_AFTER_MS = 30_000;

/** Does random things to a few slots until the operations of the run are used up. */
export async function runClient(
  schedulers: Schedulers,
  slots: readonly string[],
  latestDate: string,
  tally: Tally,
): Promise<void> {
  while (tally.left > 0) await runPatient(schedulers, slots, latestDate, tally, await aPatient());
}

async function runPatient(
  schedulers: Schedulers,
  slots: readonly string[],
  latestDate: string,
  tally: Tally,
  patient: Person,
): Promise<void> {
  const visits: Reservation__Output[] = [];
  let hold: { id: string; slotId: string } | undefined;
  const anySlot = () => slots[Math.floor(Math.random() * slots.length)] ?? '';

  const told = (reservation: Reservation__Output | null | undefined) => {
    if (!reservation) throw new Error('a change was answered without its reservation');
    tally.acknowledged.set(reservation.appointmentId, reservation.version);
    return reservation;
  };
  const waitlist = () =>
    schedulers.next().service<WaitlistServiceDefinition>('healthbooker.scheduler.v1.WaitlistService');
  let entry: WaitlistEntry__Output | undefined;
  const keep = (changed: WaitlistEntry__Output | null | undefined) => {
    entry = changed ?? undefined;
  };
  /** The entry as it is; undefined once it is over. */
  async function look(): Promise<WaitlistEntry__Output | undefined> {
    if (entry === undefined) return undefined;
    const { appointmentId } = entry;
    keep((await repeat(() => waitlist()('GetWaitlistEntry', { appointmentId }, patient.as()))).entry);
    if (entry.state === 'WAITLIST_STATE_BOOKED') {
      const { reservation } = await repeat(() =>
        schedulers.next().call('GetReservation', { appointmentId }, patient.as()),
      );
      if (reservation && !visits.some((visit) => visit.appointmentId === appointmentId))
        visits.push(told(reservation));
    }
    if (['WAITLIST_STATE_WAITING', 'WAITLIST_STATE_OFFERED'].includes(entry.state)) return entry;
    entry = undefined;
    return undefined;
  }

  const replace = (changed: Reservation__Output) => {
    const index = visits.findIndex(({ appointmentId }) => appointmentId === changed.appointmentId);
    if (changed.status === 'VISIT_STATUS_CANCELLED') visits.splice(index, 1);
    else visits[index] = changed;
  };

  const steps: (() => Promise<void>)[] = [
    async () => {
      const request = wanting(patient, hold?.slotId ?? anySlot(), { holdId: hold?.id ?? '' });
      hold = undefined;
      const { reservation } = await repeat(() => schedulers.next().call('Reserve', request, patient.as()));
      visits.push(told(reservation));
    },
    async () => {
      const request = { patientId: patient.id, slotId: anySlot() };
      const held = await repeat(() => schedulers.next().call('HoldSlot', request, patient.as()));
      if (held.hold) hold = { id: held.hold.id, slotId: request.slotId };
    },
    async () => {
      const [visit] = visits;
      if (visit === undefined) return;
      const { appointmentId, version: expectedVersion } = visit;
      const request = { appointmentId, expectedVersion, slotId: anySlot(), operationKey: randomUUID() };
      const moved = await repeat(() => schedulers.next().call('MoveReservation', request, patient.as()));
      replace(told(moved.reservation));
    },
    async () => {
      const visit = visits.at(-1);
      if (visit === undefined) return;
      const { appointmentId, version: expectedVersion } = visit;
      const request = { appointmentId, expectedVersion, operationKey: randomUUID() };
      const gone = await repeat(() => schedulers.next().call('CancelReservation', request, patient.as()));
      replace(told(gone.reservation));
    },
    async () => {
      if ((await look()) !== undefined) return;
      const need = {
        specialtyId: 'cardiology',
        visitTypeId: 'heart-visit',
        latestDate,
        symptoms: noSymptoms,
      };
      const autoAccept = Math.random() < 0.3;
      const request = { patientId: patient.id, need, autoAccept, operationKey: randomUUID() };
      keep((await repeat(() => waitlist()('JoinWaitlist', request, patient.as()))).entry);
    },
    async () => {
      const found = await look();
      if (found?.offer == null) return;
      const { appointmentId, version: expectedVersion } = found;
      const request = {
        appointmentId,
        expectedVersion,
        holdId: found.offer.holdId,
        operationKey: randomUUID(),
      };
      if (Math.random() < 0.5) {
        keep((await repeat(() => waitlist()('DeclineOffer', request, patient.as()))).entry);
      } else {
        const { reservation } = await repeat(() => waitlist()('AcceptOffer', request, patient.as()));
        visits.push(told(reservation));
        entry = undefined;
      }
    },
  ];

  for (let step = 0; step < STEPS_PER_PATIENT && tally.left > 0; step++) {
    tally.left -= 1;
    const [book, ...others] = steps;
    const chosen = Math.random() < 0.5 ? book : others[Math.floor(Math.random() * others.length)];
    const outcome = await outcomeOf(chosen);
    tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + 1);
  }
  // Whoever goes leaves nothing behind that others would have to wait for.
  await outcomeOf(async () => {
    const found = await look();
    if (found === undefined) return;
    const { appointmentId, version: expectedVersion } = found;
    const request = { appointmentId, expectedVersion, operationKey: randomUUID() };
    await repeat(() => waitlist()('LeaveWaitlist', request, patient.as()));
  });
  for (const visit of visits) {
    const { appointmentId, version: expectedVersion } = visit;
    const request = { appointmentId, expectedVersion, operationKey: randomUUID() };
    const gone = await repeat(() => schedulers.next().call('CancelReservation', request, patient.as()));
    told(gone.reservation);
  }
}

async function outcomeOf(step: (() => Promise<void>) | undefined): Promise<string> {
  try {
    await step?.();
    return 'done';
  } catch (error) {
    if (error instanceof ServiceError && refusals.includes(error.kind)) {
      return error.kind;
    }
    throw error;
  }
}

/** Asks until there is an answer: what was cut off by a kill is asked again, with the same key. */
async function repeat<Reply>(ask: () => Promise<Reply>): Promise<Reply> {
  const end = Date.now() + GIVE_UP_AFTER_MS;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const open = error instanceof ServiceError && ['unavailable', 'deadline'].includes(error.kind);
      if (!open || Date.now() > end) throw error;
      await sleep(20 + Math.random() * 60);
    }
  }
}
