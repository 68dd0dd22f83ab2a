import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  aPatient,
  type SchedulerClients,
  START,
  type TestBed,
  type TestScheduler,
  wanting,
} from './service.ts';

/** One request; made again, it is the same request. Checks the reply. */
export type Attempt = (clients: SchedulerClients) => Promise<void>;

export type Operation = {
  name: string;
  /** Fewer statements than this would mean that the recording missed some. */
  leastBoundaries: number;
  /** Brings about what the operation needs. */
  prepare(scheduler: TestScheduler, bed: TestBed): Promise<Attempt>;
};

let day = 0;

/** Free slots of days that no other attempt uses, earliest first. */
async function ownSlots(scheduler: TestScheduler): Promise<string[]> {
  day += 1;
  const from = new Date(START.getTime() + day * 86_400_000);
  return scheduler.freeSlots('cardiology', from.toISOString());
}

async function booked(scheduler: TestScheduler) {
  const patient = await aPatient();
  const [slot, other] = await ownSlots(scheduler);
  const request = wanting(patient, slot);
  await scheduler.call('Reserve', request, patient.as());
  return { patient, appointmentId: request.appointmentId, otherSlot: other ?? '' };
}

export const operations: readonly Operation[] = [
  {
    name: 'booking a free slot',
    leastBoundaries: 6,
    async prepare(scheduler) {
      const patient = await aPatient();
      const request = wanting(patient, (await ownSlots(scheduler))[0]);
      return async ({ call }) => {
        const { reservation } = await call('Reserve', request, patient.as());
        assert.equal(reservation?.version, 1);
      };
    },
  },
  {
    name: 'booking a held slot',
    leastBoundaries: 6,
    async prepare(scheduler) {
      const patient = await aPatient();
      const [slot = ''] = await ownSlots(scheduler);
      const { hold } = await scheduler.call(
        'HoldSlot',
        { patientId: patient.id, slotId: slot },
        patient.as(),
      );
      const request = wanting(patient, slot, { holdId: hold?.id ?? '' });
      return async ({ call }) => {
        const { reservation } = await call('Reserve', request, patient.as());
        assert.equal(reservation?.version, 1);
      };
    },
  },
  {
    name: 'holding a slot',
    leastBoundaries: 3,
    async prepare(scheduler) {
      const patient = await aPatient();
      const [slot = ''] = await ownSlots(scheduler);
      return async ({ call }) => {
        const { hold } = await call('HoldSlot', { patientId: patient.id, slotId: slot }, patient.as());
        assert.equal(hold?.slot?.id, slot);
      };
    },
  },
  {
    name: 'moving a visit',
    leastBoundaries: 8,
    async prepare(scheduler) {
      const { patient, appointmentId, otherSlot } = await booked(scheduler);
      const request = {
        ...{ appointmentId, expectedVersion: 1, slotId: otherSlot, holdId: '' },
        operationKey: randomUUID(),
      };
      return async ({ call }) => {
        const { reservation } = await call('MoveReservation', request, patient.as());
        assert.equal(reservation?.version, 2);
        assert.equal(reservation?.slot?.id, otherSlot);
      };
    },
  },
  {
    name: 'cancelling a visit',
    leastBoundaries: 7,
    async prepare(scheduler) {
      const { patient, appointmentId } = await booked(scheduler);
      const request = { appointmentId, expectedVersion: 1, operationKey: randomUUID() };
      return async ({ call }) => {
        const { reservation } = await call('CancelReservation', request, patient.as());
        assert.equal(reservation?.status, 'VISIT_STATUS_CANCELLED');
      };
    },
  },
];
