import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { ServiceError } from '@healthbooker/runtime/errors';
import {
  aPatient,
  aReceptionist,
  type Person,
  startScheduler,
  type TestScheduler,
  wanting,
} from '../test/service.ts';

let scheduler: TestScheduler;
before(async () => {
  scheduler = await startScheduler();
});
after(() => scheduler.close());

async function booked(patient: Person, slotId: string | undefined): Promise<string> {
  const request = wanting(patient, slotId);
  await scheduler.call('Reserve', request, patient.as());
  return request.appointmentId;
}

function move(appointmentId: string, expectedVersion: number, slotId: string | undefined) {
  return { appointmentId, expectedVersion, slotId: slotId ?? '', operationKey: randomUUID() };
}

async function stateOf(slotId: string | undefined): Promise<string> {
  const { rows } = await scheduler.pool.query('select state from slot where id = $1', [slotId]);
  return rows[0].state;
}

test('a move takes the new slot, frees the old one and raises version and sequence', async () => {
  const patient = await aPatient();
  const [first, second, third = ''] = await scheduler.freeSlots('cardiology', '2026-12-03');
  const id = await booked(patient, first);
  const request = move(id, 1, second);
  const { reservation } = await scheduler.call('MoveReservation', request, patient.as());
  assert.equal(reservation?.version, 2);
  assert.equal(reservation?.sequence, 1);
  assert.equal(reservation?.slot?.id, second);
  assert.deepEqual(await scheduler.call('MoveReservation', request, patient.as()), { reservation });
  await assert.rejects(scheduler.call('MoveReservation', { ...request, slotId: third }, patient.as()), {
    kind: 'idempotency-mismatch',
  });
  assert.deepEqual(await scheduler.broken(), []);
  assert.equal(await stateOf(first), 'free');
  const found = await scheduler.call('GetReservation', { appointmentId: id }, patient.as());
  assert.deepEqual(
    found.reservation?.history.map(({ version, change }) => [version, change]),
    [
      [1, 'booked'],
      [2, 'moved'],
    ],
  );
});

test('a move to a time that overlaps only the visit itself is fine', async () => {
  const patient = await aPatient();
  const { rows } = await scheduler.pool.query(
    "select id from slot where state = 'free' and start_at = '2026-12-04T09:00:00Z' order by id",
  );
  const id = await booked(patient, rows[0].id);
  await scheduler.call('MoveReservation', move(id, 1, rows[1].id), patient.as());
  assert.deepEqual(await scheduler.broken(), []);
});

test('a move that cannot be leaves everything as it was', async () => {
  const [patient, other, receptionist] = await Promise.all([aPatient(), aPatient(), aReceptionist()]);
  const [first, second, third] = await scheduler.freeSlots('cardiology', '2026-12-05T09:30:00Z');
  const id = await booked(patient, first);
  await booked(other, second);
  await assert.rejects(
    scheduler.call('MoveReservation', move(id, 1, second), patient.as()),
    (error: ServiceError) => {
      assert.equal(error.kind, 'slot-taken');
      assert.equal(JSON.parse(error.details?.['alternatives'] ?? '').length, 3);
      return true;
    },
  );
  await assert.rejects(scheduler.call('MoveReservation', move(id, 2, third), patient.as()), {
    kind: 'conflict',
    details: { currentVersion: '1' },
  });
  await assert.rejects(scheduler.call('MoveReservation', move(id, 1, first), patient.as()), {
    kind: 'invalid',
  });
  await assert.rejects(scheduler.call('MoveReservation', move(id, 1, third), other.as()), {
    kind: 'not-found',
  });
  await assert.rejects(scheduler.call('MoveReservation', move(randomUUID(), 1, third), patient.as()), {
    kind: 'not-found',
  });
  const [skin] = await scheduler.freeSlots('dermatology', '2026-12-06');
  await assert.rejects(scheduler.call('MoveReservation', move(id, 1, skin), receptionist.as()), {
    kind: 'invalid',
  });
  assert.equal(await stateOf(first), 'booked');
  assert.deepEqual(await scheduler.broken(), []);
});

test('a patient cannot move onto another visit of theirs', async () => {
  const patient = await aPatient();
  const { rows } = await scheduler.pool.query(
    "select id from slot where state = 'free' and start_at = '2026-12-09T10:00:00Z' order by id",
  );
  const other = await booked(patient, rows[0].id);
  const [elsewhere] = await scheduler.freeSlots('cardiology', '2026-12-10');
  const id = await booked(patient, elsewhere);
  await assert.rejects(scheduler.call('MoveReservation', move(id, 1, rows[1].id), patient.as()), {
    kind: 'conflict',
    details: { reason: 'overlap', appointmentId: other },
  });
});

test('racing changes of one version: one passes', async () => {
  const patient = await aPatient();
  const slots = await scheduler.freeSlots('cardiology', '2026-12-11');
  const id = await booked(patient, slots[0]);
  const calls = [
    ...slots
      .slice(1, 7)
      .map((slotId) => scheduler.call('MoveReservation', move(id, 1, slotId), patient.as())),
    ...[1, 2].map(() =>
      scheduler.call(
        'CancelReservation',
        { appointmentId: id, expectedVersion: 1, operationKey: randomUUID() },
        patient.as(),
      ),
    ),
  ];
  const results = await Promise.allSettled(calls);
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
  assert.ok(results.every((result) => result.status === 'fulfilled' || result.reason.kind === 'conflict'));
  assert.deepEqual(await scheduler.broken(), []);
});

test('two who swap their slots at once do not block each other', async () => {
  const [one, two] = await Promise.all([aPatient(), aPatient()]);
  const [a, b, c, d] = await scheduler.freeSlots('cardiology', '2026-12-12');
  const [first, second] = [await booked(one, a), await booked(two, b)];
  for (let version = 1; version <= 5; version += 1) {
    const [to, from] = version % 2 === 1 ? [c, d] : [a, b];
    const results = await Promise.allSettled([
      scheduler.call('MoveReservation', move(first, version, to), one.as()),
      scheduler.call('MoveReservation', move(second, version, from), two.as()),
    ]);
    assert.ok(results.every(({ status }) => status === 'fulfilled'));
    assert.deepEqual(await scheduler.broken(), []);
  }
});

test('a cancelled slot is free again and the visit is over', async () => {
  const patient = await aPatient();
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-13');
  const id = await booked(patient, slotId);
  const cancel = { appointmentId: id, expectedVersion: 1, operationKey: randomUUID() };
  const { reservation } = await scheduler.call('CancelReservation', cancel, patient.as());
  assert.equal(reservation?.status, 'VISIT_STATUS_CANCELLED');
  assert.equal(reservation?.sequence, 1);
  assert.deepEqual(await scheduler.call('CancelReservation', cancel, patient.as()), { reservation });
  const again = { ...cancel, expectedVersion: 2, operationKey: randomUUID() };
  await assert.rejects(scheduler.call('CancelReservation', again, patient.as()), { kind: 'conflict' });
  assert.deepEqual(await scheduler.broken(), []);
  assert.equal(await stateOf(slotId), 'free');
  await booked(await aPatient(), slotId);
});

test('a slot that no rule gives any more closes when it is given back', async () => {
  const patient = await aPatient();
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-14');
  const id = await booked(patient, slotId);
  await scheduler.pool.query('update slot set is_retired = true where id = $1', [slotId]);
  const cancel = { appointmentId: id, expectedVersion: 1, operationKey: randomUUID() };
  await scheduler.call('CancelReservation', cancel, patient.as());
  assert.deepEqual(await scheduler.broken(), []);
  assert.equal(await stateOf(slotId), 'closed');
});
