import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '@healthbooker/runtime/errors';
import {
  aPatient,
  aReceptionist,
  START,
  startScheduler,
  type TestScheduler,
  theProvider,
  wanting,
} from '../test/service.ts';

let scheduler: TestScheduler;
before(async () => {
  scheduler = await startScheduler();
});
afterEach(() => {
  scheduler.clock.now = START;
});
after(() => scheduler.close());

async function stateOf(slotId: string | undefined): Promise<string> {
  const { rows } = await scheduler.pool.query('select state from slot where id = $1', [slotId]);
  return rows[0].state;
}

async function untilState(slotId: string | undefined, state: string): Promise<void> {
  for (const end = Date.now() + 5000; (await stateOf(slotId)) !== state; ) {
    if (Date.now() > end) throw new Error(`the slot is ${await stateOf(slotId)}, not ${state}`);
    await sleep(25);
  }
}

test('a hold keeps the slot from others for five minutes; a second hold gives the first back', async () => {
  const [patient, other] = await Promise.all([aPatient(), aPatient()]);
  const [first, second] = await scheduler.freeSlots('cardiology', '2026-12-03');
  const { hold } = await scheduler.call(
    'HoldSlot',
    { patientId: patient.id, slotId: first ?? '' },
    patient.as(),
  );
  assert.equal(hold?.expiresAt, '2026-12-01T08:05:00Z');
  const again = await scheduler.call(
    'HoldSlot',
    { patientId: patient.id, slotId: first ?? '' },
    patient.as(),
  );
  assert.equal(again.hold?.id, hold?.id);
  for (const call of [
    () => scheduler.call('HoldSlot', { patientId: other.id, slotId: first ?? '' }, other.as()),
    () => scheduler.call('Reserve', wanting(other, first, { holdId: hold?.id ?? '' }), other.as()),
  ]) {
    await assert.rejects(call, (error: ServiceError) => {
      assert.equal(error.kind, 'slot-taken');
      assert.equal(JSON.parse(error.details?.['alternatives'] ?? '').length, 3);
      return true;
    });
  }
  await scheduler.call('HoldSlot', { patientId: patient.id, slotId: second ?? '' }, patient.as());
  await untilState(first, 'free');
  await scheduler.call('Reserve', wanting(patient, second), patient.as());
  assert.deepEqual(await scheduler.broken(), []);
});

test('an expired hold may be used until somebody else has the slot', async () => {
  const [patient, other] = await Promise.all([aPatient(), aPatient()]);
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-04');
  const { hold } = await scheduler.call(
    'HoldSlot',
    { patientId: patient.id, slotId: slotId ?? '' },
    patient.as(),
  );
  scheduler.clock.now = new Date(START.getTime() + 301_000);
  await untilState(slotId, 'free');
  const request = wanting(patient, slotId, { holdId: hold?.id ?? '' });
  await scheduler.call('Reserve', wanting(other, slotId), other.as());
  await assert.rejects(scheduler.call('Reserve', request, patient.as()), { kind: 'slot-taken' });
  assert.deepEqual(await scheduler.broken(), []);
});

test('what was found out in one specialty does not go over to a time of another', async () => {
  const patient = await aPatient();
  const symptoms = { emergencySigns: false, gettingWorse: true, limitsDailyLife: true, longStanding: false };
  const need = { specialtyId: 'cardiology', visitTypeId: 'heart-visit', regionIds: ['london'], symptoms };
  const proposed = await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  assert.equal(proposed.urgency, 'URGENCY_URGENT');
  const hold = (slotId: string | undefined) =>
    scheduler.call('HoldSlot', { patientId: patient.id, slotId: slotId ?? '' }, patient.as());
  const skin = await scheduler.pool.query(
    `select id, reserved_for from slot where specialty_id = 'dermatology' and start_at > '2026-12-20'
     order by start_at limit 2`,
  );
  const [open, kept] = skin.rows;
  assert.deepEqual([open.reserved_for, kept.reserved_for], [null, 'urgent']);
  await assert.rejects(hold(kept.id), { kind: 'slot-taken' });
  await scheduler.pool.query(
    `with ordered as (
       insert into referral(id, patient_id, kind, specialty_id, urgency, due_date, ordered_by, ordered_at, op_key)
       values ($1, $2, 'referral', 'cardiology', 'soon', '2026-12-11', $3, '2026-11-30', 'its-order-key')
       returning id, patient_id)
     update hold set referral_id = ordered.id from ordered where hold.patient_id = ordered.patient_id`,
    [randomUUID(), patient.id, scheduler.hospital.heart.provider],
  );
  await hold(open.id);
  const { rows } = await scheduler.pool.query(
    "select urgency, referral_id, proposal from hold where patient_id = $1 and state = 'open'",
    [patient.id],
  );
  assert.deepEqual(rows, [{ urgency: 'routine', referral_id: null, proposal: null }]);
  assert.deepEqual(await scheduler.broken(), []);
});

test('nothing is held for somebody who has been told that the time is up', async () => {
  const patient = await aPatient();
  const [first, second] = await scheduler.freeSlots('cardiology', '2027-01-08');
  const hold = (slotId: string | undefined, ms: number) =>
    scheduler.call('HoldSlot', { patientId: patient.id, slotId: slotId ?? '' }, patient.as(ms));
  const client = await scheduler.pool.connect();
  await client.query('begin');
  await client.query("select pg_advisory_xact_lock(hashtextextended('patient ' || $1, 0))", [patient.id]);
  await assert.rejects(hold(first, 400), { kind: 'deadline' });
  await client.query('commit');
  client.release();
  // Waits for the patient as the one before did, and so comes after it.
  await hold(second, 10_000);
  const { rows } = await scheduler.pool.query('select slot_id from hold where patient_id = $1', [patient.id]);
  assert.deepEqual(rows, [{ slot_id: second }]);
});

test('releasing', async () => {
  const [patient, other, receptionist] = await Promise.all([aPatient(), aPatient(), aReceptionist()]);
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-05');
  const wish = { patientId: patient.id, slotId: slotId ?? '' };
  const { hold } = await scheduler.call('HoldSlot', wish, receptionist.as());
  const release = { patientId: patient.id, holdId: hold?.id ?? '' };
  await assert.rejects(scheduler.call('ReleaseHold', release, other.as()), { kind: 'forbidden' });
  await assert.rejects(scheduler.call('ReleaseHold', { ...release, patientId: other.id }, other.as()), {
    kind: 'not-found',
  });
  await scheduler.call('ReleaseHold', release, patient.as());
  await scheduler.call('ReleaseHold', release, patient.as());
  await untilState(slotId, 'free');
});

test('what cannot be held', async () => {
  const patient = await aPatient();
  const hold = (slotId: string | undefined) =>
    scheduler.call('HoldSlot', { patientId: patient.id, slotId: slotId ?? '' }, patient.as());
  await assert.rejects(hold(randomUUID()), { kind: 'not-found' });
  const [soon] = await scheduler.freeSlots('cardiology');
  await assert.rejects(hold(soon), { kind: 'too-soon' });
  const { rows } = await scheduler.pool.query(
    "select id from slot where reserved_for = 'urgent' and state = 'free' and start_at > '2026-12-20' limit 1",
  );
  await assert.rejects(hold(rows[0].id), { kind: 'slot-taken' });
  const both = await scheduler.pool.query(
    "select id from slot where state = 'free' and start_at = '2026-12-06T09:00:00Z' order by id",
  );
  await scheduler.call('Reserve', wanting(patient, both.rows[0].id), patient.as());
  await assert.rejects(hold(both.rows[1].id), { kind: 'conflict' });
});

test('holds, bookings and expiry racing for a few slots break nothing', async () => {
  const patients = await Promise.all(Array.from({ length: 16 }, aPatient));
  const slots = await scheduler.freeSlots('cardiology', '2026-12-08');
  const few = slots.slice(0, 4);
  for (let round = 1; round <= 6; round += 1) {
    const results = await Promise.allSettled(
      patients.map((patient, i) => {
        const slotId = few[(i + round) % few.length] ?? '';
        return i % 3 === 0
          ? scheduler.call('Reserve', wanting(patient, slotId), patient.as())
          : scheduler.call('HoldSlot', { patientId: patient.id, slotId }, patient.as());
      }),
    );
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      assert.ok(result.reason instanceof ServiceError);
      assert.ok(['slot-taken', 'conflict'].includes(result.reason.kind), result.reason.message);
    }
    scheduler.clock.now = new Date(START.getTime() + round * 200_000);
  }
  scheduler.clock.now = new Date(START.getTime() + 3_600_000);
  assert.deepEqual(await scheduler.broken(), []);
});

test('a hold is kept ten minutes longer, once', async () => {
  const [patient, other] = await Promise.all([aPatient(), aPatient()]);
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-09');
  const { hold } = await scheduler.call(
    'HoldSlot',
    { patientId: patient.id, slotId: slotId ?? '' },
    patient.as(),
  );
  assert.equal(hold?.canExtend, true);
  const wish = { patientId: patient.id, holdId: hold?.id ?? '' };
  await assert.rejects(scheduler.call('ExtendHold', wish, other.as()), { kind: 'forbidden' });
  await assert.rejects(scheduler.call('ExtendHold', { ...wish, patientId: other.id }, other.as()), {
    kind: 'not-found',
  });
  scheduler.clock.now = new Date(START.getTime() + 200_000);
  const extended = await scheduler.call('ExtendHold', wish, patient.as());
  assert.deepEqual(extended.hold, { ...hold, expiresAt: '2026-12-01T08:15:00Z', canExtend: false });
  await assert.rejects(scheduler.call('ExtendHold', wish, patient.as()), (error: ServiceError) => {
    assert.equal(error.kind, 'conflict');
    assert.equal(error.details?.['reason'], 'extended');
    return true;
  });
  const again = await scheduler.call(
    'HoldSlot',
    { patientId: patient.id, slotId: slotId ?? '' },
    patient.as(),
  );
  assert.deepEqual(again.hold, extended.hold);
  scheduler.clock.now = new Date(START.getTime() + 880_000);
  assert.equal(await stateOf(slotId), 'held');
  scheduler.clock.now = new Date(START.getTime() + 901_000);
  await untilState(slotId, 'free');
  assert.deepEqual(await scheduler.broken(), []);
});

test('a hold that is over is not kept longer', async () => {
  const patient = await aPatient();
  const [slotId, other] = await scheduler.freeSlots('cardiology', '2026-12-10');
  const held = await scheduler.call(
    'HoldSlot',
    { patientId: patient.id, slotId: slotId ?? '' },
    patient.as(),
  );
  const ended = (error: ServiceError) => {
    assert.equal(error.kind, 'conflict');
    assert.equal(error.details?.['reason'], 'ended');
    return true;
  };
  const extend = (hold: { id?: string } | null | undefined) =>
    scheduler.call('ExtendHold', { patientId: patient.id, holdId: hold?.id ?? '' }, patient.as());
  scheduler.clock.now = new Date(START.getTime() + 300_000);
  await assert.rejects(extend(held.hold), ended);
  await untilState(slotId, 'free');
  await assert.rejects(extend(held.hold), ended);
  const used = await scheduler.call('HoldSlot', { patientId: patient.id, slotId: other ?? '' }, patient.as());
  await scheduler.call('Reserve', wanting(patient, other), patient.as());
  await assert.rejects(extend(used.hold), ended);
  assert.deepEqual(await scheduler.broken(), []);
});

test('staff never take away what a patient holds, by whatever call; what they hold for the patient they may change', async () => {
  const [patient, reception, colleague] = await Promise.all([aPatient(), aReceptionist(), aReceptionist()]);
  const provider = await theProvider(scheduler.hospital.heart.provider);
  const [held = '', other = '', third = ''] = await scheduler.freeSlots('cardiology', '2026-12-07');
  const { hold } = await scheduler.call('HoldSlot', { patientId: patient.id, slotId: held }, patient.as());
  const isHeld = (error: unknown) => {
    assert.ok(error instanceof ServiceError && error.kind === 'conflict');
    assert.deepEqual(error.details, { reason: 'held', until: hold?.expiresAt });
    return true;
  };
  for (const staff of [reception, provider]) {
    for (const call of [
      () => scheduler.call('HoldSlot', { patientId: patient.id, slotId: other }, staff.as()),
      () => scheduler.call('HoldSlot', { patientId: patient.id, slotId: held }, staff.as()),
      () => scheduler.call('Propose', { patientId: patient.id, need: need() }, staff.as()),
      () => scheduler.call('ReleaseHold', { patientId: patient.id, holdId: hold?.id ?? '' }, staff.as()),
    ]) {
      await assert.rejects(call, isHeld);
    }
  }
  assert.deepEqual([await stateOf(held), await stateOf(other)], ['held', 'free']);

  await scheduler.call('ReleaseHold', { patientId: patient.id, holdId: hold?.id ?? '' }, patient.as());
  await scheduler.call('HoldSlot', { patientId: patient.id, slotId: other }, reception.as());
  await assert.rejects(scheduler.call('HoldSlot', { patientId: patient.id, slotId: third }, colleague.as()), {
    kind: 'conflict',
  });
  await scheduler.call('HoldSlot', { patientId: patient.id, slotId: third }, reception.as());
  await untilState(other, 'free');
  // The patient's own choice counts for more than what was held for them.
  await scheduler.call('HoldSlot', { patientId: patient.id, slotId: held }, patient.as());
  await untilState(third, 'free');
  assert.deepEqual(await scheduler.broken(), []);
});

const need = () => ({
  specialtyId: 'cardiology',
  visitTypeId: 'heart-visit',
  regionIds: ['london'],
  symptoms: { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true },
});
