/** Who is about to change something is waited for: locked as a transaction under way would have it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '@healthbooker/runtime/errors';
import { aPatient, type Person, startScheduler, type TestScheduler, wanting } from '../test/service.ts';
import { answerTo, isOffered, join, joining, until, waitlistOf } from '../test/waiting.ts';

let scheduler: TestScheduler;
before(async () => {
  scheduler = await startScheduler();
});
after(() => scheduler?.close());

/** Runs statements in a transaction that stays open until the returned function commits it. */
async function underWay(statements: string): Promise<() => Promise<void>> {
  const client = await scheduler.pool.connect();
  await client.query('begin');
  await client.query(statements);
  return async () => {
    await client.query('commit');
    client.release();
  };
}

const nameLocked = (name: string) => underWay(`select pg_advisory_xact_lock(hashtextextended('${name}', 0))`);

/** Waits until somebody waits for a lock of this kind. */
async function untilWaiting(kind: 'advisory' | 'transactionid'): Promise<void> {
  for (const end = Date.now() + 5000; ; await sleep(20)) {
    const { rows } = await scheduler.pool.query(
      `select count(*) as n from pg_locks join pg_stat_activity using (pid)
       where not granted and locktype = $1 and datname = current_database()`,
      [kind],
    );
    if (rows[0].n > 0) return;
    if (Date.now() > end) throw new Error('nobody waits');
  }
}

async function booked(patient: Person, slotId: string | undefined) {
  const request = wanting(patient, slotId);
  await scheduler.call('Reserve', request, patient.as());
  return { appointmentId: request.appointmentId, expectedVersion: 1, operationKey: randomUUID() };
}

/** Prepares a change of a patient's; the returned function asks for it, each time in the same words. */
type Prepare = (patient: Person, slots: string[]) => Promise<() => Promise<unknown>>;

const changes: Readonly<Record<string, Prepare>> = {
  booking: async (patient, [slotId]) => {
    const request = wanting(patient, slotId);
    return () => scheduler.call('Reserve', request, patient.as());
  },
  holding: async (patient, [slotId = '']) => {
    return () => scheduler.call('HoldSlot', { patientId: patient.id, slotId }, patient.as());
  },
  moving: async (patient, [slotId, to = '']) => {
    const request = { ...(await booked(patient, slotId)), slotId: to };
    return () => scheduler.call('MoveReservation', request, patient.as());
  },
  joining: async (patient) => {
    const request = joining(patient);
    return () => waitlistOf(scheduler)('JoinWaitlist', request, patient.as());
  },
  'accepting an offer': async (patient) => {
    const waitlist = waitlistOf(scheduler);
    const { appointmentId } = await join(waitlist, patient);
    const request = answerTo(await until(waitlist, patient, appointmentId, isOffered));
    return () => waitlist('AcceptOffer', request, patient.as());
  },
};

for (const [index, [name, prepare]] of Object.entries(changes).entries()) {
  test(`${name} waits for what else changes for the patient`, async () => {
    const patient = await aPatient();
    const slots = await scheduler.freeSlots('cardiology', `2026-12-0${3 + index}`);
    const change = await prepare(patient, slots);
    const commit = await nameLocked(`patient ${patient.id}`);
    const done = change().catch((error: unknown) => {
      // A busy machine may have let it wait for longer than a statement may take.
      if (error instanceof ServiceError && error.kind === 'unavailable') return change();
      throw error;
    });
    await untilWaiting('advisory').finally(commit);
    await done;
  });
}

test('settling and joining wait for who settles the specialty', async () => {
  const [one, two] = await Promise.all([aPatient(), aPatient()]);
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-10');
  const visit = await booked(one, slotId);
  const stateNow = async () =>
    (await scheduler.pool.query('select state from slot where id = $1', [slotId])).rows[0].state;
  const commit = await nameLocked('specialty cardiology');
  try {
    await scheduler.call('CancelReservation', visit, one.as());
    await untilWaiting('advisory');
    assert.equal(await stateNow(), 'settling');
    const day = { fromAt: '2026-12-10T00:00:00Z', toAt: '2026-12-11T00:00:00Z' };
    const found = await scheduler.call(
      'SearchSlots',
      { specialtyId: 'cardiology', regionIds: ['london'], ...day },
      two.as(),
    );
    assert.ok(
      found.slots.every(({ id }) => id !== slotId),
      'what settles is not shown',
    );
  } finally {
    await commit();
  }
  assert.deepEqual(await scheduler.broken(), []);
  assert.equal(await stateNow(), 'free');
  const commitAgain = await nameLocked('specialty cardiology');
  const entry = join(waitlistOf(scheduler), two);
  await untilWaiting('advisory').finally(commitAgain);
  await entry;
});

for (const [name, call] of Object.entries({
  booking: (patient: Person, slotId: string) =>
    scheduler.call('Reserve', wanting(patient, slotId), patient.as()),
  moving: async (patient: Person, slotId: string) => {
    const [from] = await scheduler.freeSlots('cardiology', '2026-12-20');
    const visit = await booked(patient, from);
    return scheduler.call('MoveReservation', { ...visit, slotId }, patient.as());
  },
})) {
  test(`${name} waits for who is about to take the slot, and hears that it is gone`, async () => {
    const [patient, slots] = await Promise.all([aPatient(), scheduler.freeSlots('cardiology', '2026-12-15')]);
    const [slotId = ''] = slots;
    const commit = await underWay(`update slot set state = 'closed' where id = '${slotId}'`);
    const outcome = call(patient, slotId).then(
      () => 'done',
      (error: unknown) => (error instanceof ServiceError ? error.kind : String(error)),
    );
    await untilWaiting('transactionid').finally(commit);
    assert.equal(await outcome, 'slot-taken');
  });
}
