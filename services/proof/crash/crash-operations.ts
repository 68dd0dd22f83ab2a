import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import {
  anAdmin,
  aPatient,
  type SchedulerClients,
  START,
  type TestBed,
  type TestScheduler,
  wanting,
} from '@healthbooker/scheduler/test/service';

/** One request; made again, it is the same request. Checks the reply. */
export type Attempt = (clients: SchedulerClients) => Promise<void>;

export type Operation = {
  name: string;
  /** Fewer statements than this would mean that the recording missed some. */
  leastBoundaries: number;
  /** Prepares what the operation needs. */
  prepare(scheduler: TestScheduler, bed: TestBed): Promise<Attempt>;
};

let day = 0;

/** From here on the days of a fresh bed are used. */
export function firstDay(): void {
  day = 0;
}

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

const waitlist = 'healthbooker.scheduler.v1.WaitlistService';

/** The one visit of a day, and somebody who waits for that day; everything else on it is booked. */
async function waitedFor(scheduler: TestScheduler, autoAccept: boolean) {
  const waiting = await aPatient();
  const [slot = '', ...others] = await ownDay(scheduler);
  const patient = await aPatient();
  const request = wanting(patient, slot);
  await scheduler.call('Reserve', request, patient.as());
  for (const other of others) {
    const somebody = await aPatient();
    await scheduler.call('Reserve', wanting(somebody, other), somebody.as());
  }
  const { rows } = await scheduler.pool.query(
    'select local_start::date::text as day from slot where id = $1',
    [slot],
  );
  const date = rows[0].day as string;
  const { entry } = await scheduler.service<WaitlistServiceDefinition>(waitlist)(
    'JoinWaitlist',
    {
      patientId: waiting.id,
      need: {
        specialtyId: 'cardiology',
        visitTypeId: 'heart-visit',
        regionIds: ['london'],
        earliestDate: date,
        latestDate: date,
        symptoms: { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true },
      },
      autoAccept,
      operationKey: randomUUID(),
    },
    waiting.as(),
  );
  return { patient, appointmentId: request.appointmentId, waiting, entryId: entry?.appointmentId ?? '' };
}

/** Every free slot of a day that no other attempt uses. */
async function ownDay(scheduler: TestScheduler): Promise<string[]> {
  const slots = await ownSlots(scheduler);
  const { rows } = await scheduler.pool.query(
    `select id from slot where id = any ($1)
       and local_start::date = (select min(local_start::date) from slot where id = any ($1)) order by start_at, id`,
    [slots],
  );
  return rows.map(({ id }) => id);
}

const leave = 'healthbooker.scheduler.v1.LeaveService';

/** A visit, and its provider's leave of that day as it was planned. */
async function plannedLeave(scheduler: TestScheduler) {
  const admin = await anAdmin();
  const { appointmentId } = await booked(scheduler);
  const { rows } = await scheduler.pool.query(
    `select s.provider_id, s.local_start::date::text as day
     from reservation r join slot s on s.id = r.slot_id where r.appointment_id = $1`,
    [appointmentId],
  );
  const { provider_id: providerId, day: date } = rows[0];
  const ask = { providerId, period: { firstDate: date, lastDate: date, fromTime: '', toTime: '' } };
  const { moves } = await scheduler.service<LeaveServiceDefinition>(leave)('PlanLeave', ask, admin.as());
  const request = {
    ...ask,
    leaveId: randomUUID(),
    note: 'Away',
    onlyIfUnchanged: true,
    operationKey: randomUUID(),
    moves: moves.map((move) => ({
      appointmentId: move.appointmentId,
      expectedVersion: move.version,
      toSlotId: move.to?.id ?? '',
    })),
  };
  return { admin, request, visits: moves.length };
}

async function entryState(scheduler: TestScheduler, entryId: string): Promise<string | undefined> {
  const { rows } = await scheduler.pool.query('select state from waitlist_entry where appointment_id = $1', [
    entryId,
  ]);
  return rows[0]?.state;
}

/** Operations that take slots and give them back. */
export const bookingOperations: readonly Operation[] = [
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
        appointmentId,
        expectedVersion: 1,
        slotId: otherSlot,
        holdId: '',
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

/** Operations that pass slots on, and those that change many visits at once. */
export const settlingOperations: readonly Operation[] = [
  {
    name: 'cancelling a visit that somebody waits for',
    leastBoundaries: 10,
    async prepare(scheduler) {
      const { patient, appointmentId } = await waitedFor(scheduler, false);
      const request = { appointmentId, expectedVersion: 1, operationKey: randomUUID() };
      return async ({ call }) => {
        const { reservation } = await call('CancelReservation', request, patient.as());
        assert.equal(reservation?.status, 'VISIT_STATUS_CANCELLED');
      };
    },
  },
  {
    name: 'cancelling a visit that somebody takes at once',
    leastBoundaries: 10,
    async prepare(scheduler) {
      const { patient, appointmentId } = await waitedFor(scheduler, true);
      const request = { appointmentId, expectedVersion: 1, operationKey: randomUUID() };
      return async ({ call }) => {
        const { reservation } = await call('CancelReservation', request, patient.as());
        assert.equal(reservation?.status, 'VISIT_STATUS_CANCELLED');
      };
    },
  },
  {
    name: 'accepting an offer',
    leastBoundaries: 8,
    async prepare(scheduler) {
      const { patient, appointmentId, waiting, entryId } = await waitedFor(scheduler, false);
      const cancelled = { appointmentId, expectedVersion: 1, operationKey: randomUUID() };
      await scheduler.call('CancelReservation', cancelled, patient.as());
      for (
        const end = Date.now() + 5000;
        (await entryState(scheduler, entryId)) !== 'offered';
        await sleep(20)
      ) {
        assert.ok(Date.now() < end, 'the freed slot was not offered');
      }
      const ask = scheduler.service<WaitlistServiceDefinition>(waitlist);
      const { entry } = await ask('GetWaitlistEntry', { appointmentId: entryId }, waiting.as());
      const request = {
        appointmentId: entryId,
        expectedVersion: entry?.version ?? 0,
        holdId: entry?.offer?.holdId ?? '',
        operationKey: randomUUID(),
      };
      return async ({ service }) => {
        const accept = service<WaitlistServiceDefinition>(waitlist);
        const { reservation } = await accept('AcceptOffer', request, waiting.as());
        assert.equal(reservation?.version, request.expectedVersion + 1);
      };
    },
  },
  {
    name: 'applying a leave',
    leastBoundaries: 15,
    async prepare(scheduler) {
      const { admin, request, visits } = await plannedLeave(scheduler);
      return async ({ service }) => {
        const apply = service<LeaveServiceDefinition>(leave);
        const reply = await apply('ApplyLeave', request, admin.as());
        assert.deepEqual([reply.leave?.awaitingAnswer, reply.leave?.unplaced], [visits, 0]);
      };
    },
  },
];
