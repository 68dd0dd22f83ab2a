import { randomUUID } from 'node:crypto';
import type { WaitlistEntry__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistEntry';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import { aPatient, type Person, type TestScheduler, wanting } from './service.ts';

export type Waitlist = GrpcClient<WaitlistServiceDefinition>['call'];

const calm = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
/** Answers that make a need routine, soon or urgent. */
export const answers = {
  routine: calm,
  soon: { ...calm, gettingWorse: true, longStanding: false },
  urgent: { ...calm, gettingWorse: true, limitsDailyLife: true, longStanding: false },
};

/** The waiting list of a scheduler. */
export function waitlistOf(scheduler: TestScheduler): Waitlist {
  return scheduler.service<WaitlistServiceDefinition>('healthbooker.scheduler.v1.WaitlistService');
}

/** A JoinWaitlistRequest for the heart clinic, with a fresh key. */
export function joining(patient: Person, need: Record<string, unknown> = {}, autoAccept = false) {
  return {
    patientId: patient.id,
    need: {
      specialtyId: 'cardiology',
      visitTypeId: 'heart-visit',
      regionIds: ['london'],
      symptoms: answers.routine,
      ...need,
    },
    reason: 'My heart beats',
    autoAccept,
    operationKey: randomUUID(),
  };
}

/** Joins and answers with the entry. */
export async function join(
  waitlist: Waitlist,
  patient: Person,
  need: Record<string, unknown> = {},
  autoAccept = false,
): Promise<WaitlistEntry__Output> {
  const { entry } = await waitlist('JoinWaitlist', joining(patient, need, autoAccept), patient.as());
  return entryOf(entry);
}

export function entryOf(entry: WaitlistEntry__Output | null): WaitlistEntry__Output {
  if (entry === null) throw new Error('the scheduler answered without an entry');
  return entry;
}

/** The entry as it is once `is` holds; fails after ten seconds. */
export async function until(
  waitlist: Waitlist,
  patient: Person,
  appointmentId: string,
  is: (entry: WaitlistEntry__Output) => boolean,
): Promise<WaitlistEntry__Output> {
  for (const end = Date.now() + 10_000; ; ) {
    const entry = entryOf((await waitlist('GetWaitlistEntry', { appointmentId }, patient.as())).entry);
    if (is(entry)) return entry;
    if (Date.now() > end) throw new Error(`the entry stays ${entry.state}, version ${entry.version}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export const isOffered = ({ state }: WaitlistEntry__Output) => state === 'WAITLIST_STATE_OFFERED';
export const isWaiting = ({ state }: WaitlistEntry__Output) => state === 'WAITLIST_STATE_WAITING';

/** Books slots for people nobody knows, so that they are not free, and answers how to cancel each. */
export async function fill(
  scheduler: TestScheduler,
  slotIds: readonly string[],
  somebody: () => Promise<Person>,
): Promise<Map<string, () => Promise<void>>> {
  const free = new Map<string, () => Promise<void>>();
  for (const slotId of slotIds) {
    const patient = await somebody();
    const { reservation } = await scheduler.call('Reserve', wanting(patient, slotId), patient.as());
    free.set(slotId, async () => {
      const { appointmentId = '' } = reservation ?? {};
      const request = { appointmentId, expectedVersion: 1, operationKey: randomUUID() };
      await scheduler.call('CancelReservation', request, patient.as());
    });
  }
  return free;
}

/** Books all that is free in the heart clinic on a date: the slots, earliest first, and how to free each. */
export async function fillDay(
  scheduler: TestScheduler,
  date: string,
): Promise<{ slots: string[]; free: (() => Promise<void>)[] }> {
  const { rows } = await scheduler.pool.query<{ id: string }>(
    `select id from slot where state = 'free' and specialty_id = 'cardiology' and local_start::date = $1
     order by start_at, provider_id`,
    [date],
  );
  const slots = rows.map(({ id }) => id);
  const cancel = await fill(scheduler, slots, aPatient);
  return { slots, free: slots.map((slot) => cancel.get(slot) ?? (() => Promise.resolve())) };
}

/** The keys of an answer to the offer that an entry has. */
export function answerTo(entry: WaitlistEntry__Output) {
  return {
    appointmentId: entry.appointmentId,
    expectedVersion: entry.version,
    holdId: entry.offer?.holdId ?? '',
    operationKey: randomUUID(),
  };
}
