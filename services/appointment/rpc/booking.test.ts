import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { accessToken } from '@healthbooker/local/test/tokens';
import type { BookRequest } from '@healthbooker/protos/gen/healthbooker/appointment/v1/BookRequest';
import { noSymptoms, type RunningAppointment, runningAppointment } from '../test/running-appointment.ts';
import { as, startAppointment } from '../test/service.ts';

let running: RunningAppointment;
before(async () => {
  running = await runningAppointment();
});
after(() => running?.close());

function request(slotId: string, given: BookRequest = {}): BookRequest {
  return { slotId, reason: 'Palpitations', symptoms: noSymptoms, idempotencyKey: randomUUID(), ...given };
}

async function item(patientId: string, appointmentId = ''): Promise<Record<string, unknown> | undefined> {
  const Key = { PK: patientId, SK: `APPOINTMENT#${appointmentId}` };
  const get = new GetCommand({ TableName: running.service.store.table, Key, ConsistentRead: true });
  return (await running.service.store.client.send(get)).Item;
}

/** The item once it has this version, or what there is after 8 s. */
async function itemAt(version: number, patientId: string, appointmentId = '') {
  for (let tries = 0; tries < 160; tries += 1) {
    const found = await item(patientId, appointmentId);
    if (found?.['version'] === version) return found;
    await sleep(50);
  }
  return item(patientId, appointmentId);
}

test('a booking is committed, in the table when the reply comes, and on the timeline', async () => {
  const { sub, call } = await running.patient();
  const [slotId = ''] = await running.slots(1);
  const { appointment } = await running.service.call('Book', request(slotId), call());
  assert.deepEqual(
    [appointment?.patientId, appointment?.version, appointment?.status, appointment?.slot?.id],
    [sub, 1, 'VISIT_STATUS_BOOKED', slotId],
  );
  assert.equal(appointment?.reason, 'Palpitations');
  const stored = await item(sub, appointment?.appointmentId);
  assert.deepEqual(
    [stored?.['version'], stored?.['status'], stored?.['providerId'], stored?.['appointmentDate']],
    [1, 'booked', running.hospital.providers[0], appointment?.slot?.startAt],
  );
  const { appointments } = await running.service.call('ListTimeline', {}, call());
  assert.deepEqual(
    appointments.map(({ appointmentId }) => appointmentId),
    [appointment?.appointmentId],
  );
  const own = { appointmentId: appointment?.appointmentId ?? '' };
  const found = await running.service.call('GetAppointment', own, call());
  assert.equal(found.appointment?.reason, 'Palpitations');
  assert.equal(found.appointment?.history.length, 1);
});

test('the same request under the same key is the same booking, also at once; another one is refused', async () => {
  const { call } = await running.patient();
  const [slotId = '', another = ''] = await running.slots(2);
  const wanted = request(slotId);
  const replies = await Promise.all(
    Array.from({ length: 6 }, () => running.service.call('Book', wanted, call())),
  );
  const again = await running.service.call('Book', wanted, call());
  const ids = [...replies, again].map(({ appointment }) => appointment?.appointmentId);
  assert.equal(new Set(ids).size, 1);
  for (const other of [{ slotId: another }, { reason: 'Something else' }])
    await assert.rejects(running.service.call('Book', { ...wanted, ...other }, call()), {
      kind: 'idempotency-mismatch',
    });
});

test('one key of two people names two appointments', async () => {
  const [one, two, ids] = await Promise.all([running.patient(), running.patient(), running.slots(2)]);
  const idempotencyKey = randomUUID();
  const first = await running.service.call('Book', request(ids[0] ?? '', { idempotencyKey }), one.call());
  const second = await running.service.call('Book', request(ids[1] ?? '', { idempotencyKey }), two.call());
  assert.notEqual(first.appointment?.appointmentId, second.appointment?.appointmentId);
});

test('of sixteen who want one slot one gets it, and the others are told of other times', async () => {
  const [slotId = ''] = await running.slots(4);
  const outcomes = await Promise.allSettled(
    Array.from({ length: 16 }, async () =>
      running.service.call('Book', request(slotId), (await running.patient()).call()),
    ),
  );
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    assert.equal(outcome.reason.kind, 'slot-taken');
    assert.equal(JSON.parse(outcome.reason.details.alternatives).length, 3);
  }
});

test('what cannot be booked is refused before anybody is asked', async () => {
  const { call } = await running.patient();
  const [slotId = ''] = await running.slots(1);
  const refused: [string, BookRequest][] = [
    ['slotId', request('not a slot')],
    ['holdId', request(slotId, { holdId: 'x' })],
    ['reason', request(slotId, { reason: 'x'.repeat(501) })],
    ['reason', request(slotId, { reason: 'bell \u0007' })],
    ['symptoms', request(slotId, { symptoms: null })],
    ['symptoms.emergencySigns', request(slotId, { symptoms: { ...noSymptoms, emergencySigns: true } })],
    ['idempotencyKey', request(slotId, { idempotencyKey: 'short' })],
    ['idempotencyKey', request(slotId, { idempotencyKey: 'with a space' })],
  ];
  for (const [field, wanted] of refused)
    await assert.rejects(
      running.service.call('Book', wanted, call()),
      (err: { kind: string; fields?: { field: string }[] }) => {
        assert.equal(err.kind, 'invalid');
        assert.deepEqual(
          err.fields?.map((each) => each.field),
          [field],
        );
        return true;
      },
    );
  await assert.rejects(running.service.call('Book', request(randomUUID()), call()), { kind: 'not-found' });
  const { rows } = await running.hospital.pool.query('select state from slot where id = $1', [slotId]);
  assert.deepEqual(rows, [{ state: 'free' }]);
});

test('moving and cancelling need the current version; the table follows each', async () => {
  const { sub, call } = await running.patient();
  const [first = '', second = '', third = ''] = await running.slots(3);
  const { appointment } = await running.service.call('Book', request(first), call());
  const appointmentId = appointment?.appointmentId ?? '';
  const change = (expectedVersion: number) => ({
    appointmentId,
    expectedVersion,
    idempotencyKey: randomUUID(),
  });
  const toSecond = { ...change(1), slotId: second };
  const moved = await running.service.call('Move', toSecond, call());
  assert.deepEqual([moved.appointment?.version, moved.appointment?.slot?.id], [2, second]);
  assert.equal((await item(sub, appointmentId))?.['slotId'], second);
  const repeated = await running.service.call('Move', toSecond, call());
  assert.equal(repeated.appointment?.version, 2);
  await assert.rejects(running.service.call('Move', { ...toSecond, slotId: third }, call()), {
    kind: 'idempotency-mismatch',
  });
  await assert.rejects(running.service.call('Move', { ...change(1), slotId: third }, call()), {
    kind: 'conflict',
  });
  await assert.rejects(running.service.call('Cancel', change(1), call()), { kind: 'conflict' });
  const last = change(2);
  const cancelled = await running.service.call('Cancel', last, call());
  assert.deepEqual(
    [cancelled.appointment?.version, cancelled.appointment?.status, cancelled.late],
    [3, 'VISIT_STATUS_CANCELLED', false],
  );
  assert.deepEqual(await running.service.call('Cancel', last, call()), cancelled);
  assert.equal((await item(sub, appointmentId))?.['status'], 'cancelled');
  await assert.rejects(running.service.call('Cancel', change(0), call()), { kind: 'invalid' });
});

test('a cancellation with less than a day to go is done and marked late', async () => {
  const { call } = await running.patient();
  const [slotId = ''] = await running.hospital.addSlots(new Date(Date.now() + 5 * 36e5), 1);
  const { appointment } = await running.service.call('Book', request(slotId), call());
  const cancellation = {
    appointmentId: appointment?.appointmentId ?? '',
    expectedVersion: 1,
    idempotencyKey: randomUUID(),
  };
  assert.equal((await running.service.call('Cancel', cancellation, call())).late, true);
});

test('checking in is for the day of the visit', async () => {
  const { sub, call } = await running.patient();
  const [slotId = ''] = await running.slots(1);
  const { appointment } = await running.service.call('Book', request(slotId), call());
  const arrival = {
    appointmentId: appointment?.appointmentId ?? '',
    expectedVersion: 1,
    idempotencyKey: randomUUID(),
  };
  await assert.rejects(running.service.call('CheckIn', arrival, call()), { kind: 'too-soon' });

  const begin = `tstzrange(now(), now() + interval '30 minutes')`;
  await running.hospital.pool.query(
    `update slot set start_at = now(), end_at = now() + interval '30 minutes', blocks = ${begin} where id = $1`,
    [slotId],
  );
  await running.hospital.pool.query(`update reservation set during = ${begin} where slot_id = $1`, [slotId]);
  const { appointment: arrived } = await running.service.call(
    'CheckIn',
    { ...arrival, idempotencyKey: randomUUID() },
    call(),
  );
  assert.deepEqual([arrived?.version, arrived?.status], [2, 'VISIT_STATUS_ARRIVED']);
  assert.equal((await item(sub, arrival.appointmentId))?.['status'], 'arrived');
});

test('nobody cancels late what the clinic cannot keep, and lists say that it needs a new time', async () => {
  const { sub, call } = await running.patient();
  const [slotId = ''] = await running.slots(1);
  const { appointment } = await running.service.call('Book', request(slotId), call());
  const appointmentId = appointment?.appointmentId ?? '';
  const soon = `tstzrange(now() + interval '1 hour', now() + interval '90 minutes')`;
  await running.hospital.pool.query(
    `update slot set start_at = lower(${soon}), end_at = upper(${soon}), blocks = ${soon} where id = $1`,
    [slotId],
  );
  await running.hospital.pool.query(`update reservation set during = ${soon} where slot_id = $1`, [slotId]);
  assert.equal((await running.service.call('GetAppointment', { appointmentId }, call())).late, true);
  await running.hospital.pool.query(
    "update reservation set standing = 'unplaced', version = 2, sequence = 1, changed_xid = pg_current_xact_id() where appointment_id = $1",
    [appointmentId],
  );
  const seen = await running.service.call('GetAppointment', { appointmentId }, call());
  assert.deepEqual([seen.late, seen.appointment?.standing], [false, 'VISIT_STANDING_UNPLACED']);
  assert.equal((await itemAt(2, sub, appointmentId))?.['standing'], 'unplaced');
  const { appointments } = await running.service.call('ListTimeline', {}, call());
  assert.deepEqual(
    appointments.map(({ needsNewTime }) => needsNewTime),
    [true],
  );
  const change = { appointmentId, expectedVersion: 2, idempotencyKey: randomUUID() };
  const cancelled = await running.service.call('Cancel', change, call());
  assert.deepEqual([cancelled.late, cancelled.appointment?.status], [false, 'VISIT_STATUS_CANCELLED']);
  const after = await running.service.call('ListTimeline', {}, call());
  assert.deepEqual(
    after.appointments.map(({ needsNewTime }) => needsNewTime),
    [false],
  );
});

test('somebody else’s appointment does not exist', async () => {
  const [owner, other, provider] = [await running.patient(), await running.patient(), randomUUID()];
  const [slotId = '', free = ''] = await running.slots(2);
  const { appointment } = await running.service.call('Book', request(slotId), owner.call());
  const appointmentId = appointment?.appointmentId ?? '';
  const change = () => ({ appointmentId, expectedVersion: 1, idempotencyKey: randomUUID() });
  const attempts = [
    running.service.call('GetAppointment', { appointmentId }, other.call()),
    running.service.call('GetAppointment', { appointmentId: randomUUID() }, other.call()),
    running.service.call('Move', { ...change(), slotId: free }, other.call()),
    running.service.call('Cancel', change(), other.call()),
    running.service.call('CheckIn', change(), other.call()),
  ];
  for (const outcome of await Promise.allSettled(attempts)) {
    assert.equal(outcome.status === 'rejected' && outcome.reason.kind, 'not-found');
  }
  const staff = () => accessToken({ sub: provider, groups: ['Providers'] });
  await assert.rejects(running.service.call('Book', request(free), as(await staff())), { kind: 'forbidden' });
  await assert.rejects(running.service.call('Cancel', change(), as(await staff())), { kind: 'forbidden' });
});

test('without DynamoDB everything is booked, and the items appear when it is back', async () => {
  const { sub, call } = await running.patient();
  const [slotId = '', later = ''] = await running.slots(2);
  const ready = await running.service.call('Book', request((await running.slots(1))[0] ?? ''), call());
  running.dynamodb.cut();
  const begun = performance.now();
  const { appointment } = await running.service.call('Book', request(slotId), call());
  assert.ok(performance.now() - begun < 1500);
  const appointmentId = appointment?.appointmentId ?? '';
  const idempotencyKey = randomUUID();
  const move = { appointmentId, expectedVersion: 1, slotId: later, idempotencyKey };
  await running.service.call('Move', move, call());
  const cancellation = {
    appointmentId: ready.appointment?.appointmentId ?? '',
    expectedVersion: 1,
    idempotencyKey: randomUUID(),
  };
  await running.service.call('Cancel', cancellation, call());
  const found = await running.service.call('GetAppointment', { appointmentId }, call());
  assert.equal(found.appointment?.version, 2);
  const asked = performance.now();
  await assert.rejects(running.service.call('ListTimeline', {}, call()), {
    kind: 'unavailable',
    retryAfterMs: 1000,
  });
  assert.ok(performance.now() - asked < 2000);
  running.dynamodb.mend();
  assert.equal((await itemAt(2, sub, appointmentId))?.['slotId'], later);
  assert.equal((await itemAt(2, sub, cancellation.appointmentId))?.['status'], 'cancelled');
});

test('a table that never answers costs a booking a moment, and a reader less than two seconds', async () => {
  const { sub, call } = await running.patient();
  const [slotId = ''] = await running.slots(1);
  running.dynamodb.hang();
  const begun = performance.now();
  const { appointment } = await running.service.call('Book', request(slotId), call());
  assert.ok(performance.now() - begun < 800);
  const asked = performance.now();
  await assert.rejects(running.service.call('ListTimeline', {}, call()), { kind: 'unavailable' });
  assert.ok(performance.now() - asked < 2000);
  running.dynamodb.mend();
  assert.equal((await itemAt(1, sub, appointment?.appointmentId))?.['slotId'], slotId);
});

test('without the scheduler nothing is booked, and appointments are shown from the table', async () => {
  const { call } = await running.patient();
  const other = await running.patient();
  const [slotId = '', another = ''] = await running.slots(2);
  const { appointment } = await running.service.call('Book', request(slotId), call());
  running.toScheduler.cut();
  const begun = performance.now();
  await assert.rejects(running.service.call('Book', request(another), call()), { kind: 'unavailable' });
  assert.ok(performance.now() - begun < 2000);
  const own = { appointmentId: appointment?.appointmentId ?? '' };
  const found = await running.service.call('GetAppointment', own, call());
  assert.deepEqual(
    [found.appointment?.version, found.appointment?.slot?.startAt, found.appointment?.reason],
    [1, appointment?.slot?.startAt, ''],
  );
  await assert.rejects(running.service.call('GetAppointment', own, other.call()), { kind: 'unavailable' });
  running.toScheduler.mend();
  await sleep(1200);
  await running.service.call('Book', request(another), call());
});

test('a new table fills itself from the scheduler', async () => {
  const { sub, call } = await running.patient();
  const [slotId = ''] = await running.slots(1);
  const { appointment } = await running.service.call('Book', request(slotId), call());
  const rebuilt = await startAppointment({ SCHEDULER_ADDRESS: running.schedulerAddress });
  const { appointmentId = '' } = appointment ?? {};
  for (let tries = 0; tries < 100; tries += 1) {
    const token = await accessToken({ sub, groups: ['Patients'] });
    const { appointments } = await rebuilt.call('ListTimeline', {}, as(token));
    if (appointments.length === 1) {
      assert.equal(appointments[0]?.appointmentId, appointmentId);
      await rebuilt.close();
      return;
    }
    await sleep(50);
  }
  await rebuilt.close();
  assert.fail('the item did not appear');
});
