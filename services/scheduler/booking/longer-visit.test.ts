import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServiceError } from '@healthbooker/runtime/errors';
import {
  aPatient,
  type Person,
  START,
  startScheduler,
  type TestScheduler,
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

const longer = ['ACCESS_NEED_LONGER_VISIT' as const];
const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

/** Dr Heart's starts of a day: 09:00 to 11:30 and 13:00 to 14:30, every half hour. */
async function dayOf(date: string): Promise<string[]> {
  const { rows } = await scheduler.pool.query(
    'select id from slot where provider_id = $1 and local_start::date = $2 order by start_at',
    [scheduler.hospital.heart.provider, date],
  );
  return rows.map(({ id }) => id);
}

async function slot(id: string | undefined) {
  const { rows } = await scheduler.pool.query(
    `select state, to_char(end_at at time zone 'UTC', 'HH24:MI') as ends, own_end_at is not null as is_longer, merged_into
     from slot where id = $1`,
    [id],
  );
  return rows[0];
}

async function untilFree(...ids: (string | undefined)[]): Promise<void> {
  for (const end = Date.now() + 5000; ; await sleep(25)) {
    const states = await Promise.all(ids.map(async (id) => (await slot(id)).state));
    if (states.every((state) => state === 'free')) return;
    if (Date.now() > end) throw new Error(`the slots are ${states}`);
  }
}

const isTooShort = (error: ServiceError) => {
  assert.equal(error.kind, 'slot-taken');
  assert.equal(error.details?.['reason'], 'too-short');
  return true;
};

function reserve(patient: Person, slotId: string | undefined, accessNeeds = longer) {
  return scheduler.call('Reserve', { ...wanting(patient, slotId), accessNeeds }, patient.as());
}

test('a longer visit takes in the next slot, and cancelling gives both back', async () => {
  const patient = await aPatient();
  const [, nine30, ten] = await dayOf('2026-12-03');
  const { reservation } = await reserve(patient, nine30);
  assert.equal(reservation?.slot?.startAt, '2026-12-03T09:30:00Z');
  assert.equal(reservation?.slot?.endAt, '2026-12-03T10:30:00Z');
  assert.deepEqual(reservation?.accessNeeds, longer);
  assert.deepEqual(await slot(ten), {
    state: 'closed',
    ends: '10:30',
    is_longer: false,
    merged_into: nine30,
  });
  const other = await aPatient();
  await assert.rejects(scheduler.call('Reserve', wanting(other, ten), other.as()), { kind: 'slot-taken' });
  const seen = await scheduler.call(
    'GetReservation',
    { appointmentId: reservation?.appointmentId ?? '' },
    patient.as(),
  );
  assert.equal(seen.reservation?.slot?.endAt, '2026-12-03T10:30:00Z');
  assert.deepEqual(await scheduler.broken(), []);
  const cancel = {
    appointmentId: reservation?.appointmentId ?? '',
    expectedVersion: 1,
    operationKey: 'cancel-it-please',
  };
  await scheduler.call('CancelReservation', cancel, patient.as());
  await untilFree(nine30, ten);
  assert.deepEqual(await slot(nine30), { state: 'free', ends: '10:00', is_longer: false, merged_into: null });
  await scheduler.call('Reserve', wanting(other, ten), other.as());
  assert.deepEqual(await scheduler.broken(), []);
});

test('no room for a longer visit: the next one is taken, or the session ends', async () => {
  const [patient, other] = await Promise.all([aPatient(), aPatient()]);
  const [nine, nine30, , , , eleven30] = await dayOf('2026-12-04');
  await scheduler.call('Reserve', wanting(other, nine30), other.as());
  await assert.rejects(reserve(patient, nine), (error: ServiceError) => {
    isTooShort(error);
    const alternatives = JSON.parse(error.details?.['alternatives'] ?? '');
    assert.equal(alternatives.length, 3);
    assert.ok(!alternatives.some(({ id }: { id: string }) => id === nine || id === eleven30));
    return true;
  });
  await assert.rejects(reserve(patient, eleven30), isTooShort);
  const [first] = await dayOf('2026-12-05');
  const mine = await dayOf('2026-12-05');
  await scheduler.call('Reserve', wanting(patient, mine[1]), patient.as());
  // Free, but the patient is somewhere else during the second half.
  await assert.rejects(reserve(patient, first), isTooShort);
  assert.deepEqual(await scheduler.broken(), []);
});

test('a hold is longer as well: proposed, changed, extended, expired and booked', async () => {
  const patient = await aPatient();
  const need = {
    specialtyId: 'cardiology',
    visitTypeId: 'heart-visit',
    regionIds: ['london'],
    symptoms,
    accessNeeds: longer,
    earliestDate: '2026-12-07',
    latestDate: '2026-12-07',
    providerId: scheduler.hospital.heart.provider,
  };
  const others = await dayOf('2026-12-07');
  const proposed = await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  const offered = proposed.offer?.slot;
  const minutes = (Date.parse(offered?.endAt ?? '') - Date.parse(offered?.startAt ?? '')) / 60_000;
  assert.equal(minutes, 60);
  const next = others[others.indexOf(offered?.id ?? '') + 1];
  assert.equal((await slot(next)).merged_into, offered?.id);
  // Chosen freely afterwards: the need goes over.
  const [nine, nine30, , , , , one, one30] = others;
  const isEarly = others.indexOf(offered?.id ?? '') < 6;
  const [other, following] = isEarly ? [one, one30] : [nine, nine30];
  const ends = isEarly ? '2026-12-07T14:00:00Z' : '2026-12-07T10:00:00Z';
  const wish = { patientId: patient.id, slotId: other ?? '' };
  const { hold } = await scheduler.call('HoldSlot', wish, patient.as());
  assert.equal(hold?.slot?.endAt, ends);
  await untilFree(offered?.id, next);
  await scheduler.call('ExtendHold', { patientId: patient.id, holdId: hold?.id ?? '' }, patient.as());
  assert.deepEqual(await scheduler.broken(), []);
  scheduler.clock.now = new Date(START.getTime() + 901_000);
  await untilFree(other, following);
  const again = await scheduler.call('HoldSlot', { ...wish, accessNeeds: longer }, patient.as());
  const { reservation } = await scheduler.call(
    'Reserve',
    wanting(patient, other, { holdId: again.hold?.id ?? '' }),
    patient.as(),
  );
  assert.deepEqual(reservation?.accessNeeds, longer);
  assert.equal(reservation?.slot?.endAt, ends);
  assert.deepEqual(await scheduler.broken(), []);
});

test('a move keeps the visit long, or is refused', async () => {
  const [patient, other] = await Promise.all([aPatient(), aPatient()]);
  const [nine, nine30, , , , eleven30, one, one30] = await dayOf('2026-12-08');
  const { reservation } = await reserve(patient, nine);
  const move = (slotId: string | undefined) => {
    const request = {
      appointmentId: reservation?.appointmentId ?? '',
      expectedVersion: 1,
      slotId: slotId ?? '',
    };
    return scheduler.call('MoveReservation', { ...request, operationKey: `move-to-${slotId}` }, patient.as());
  };
  await assert.rejects(move(eleven30), (error: ServiceError) => {
    isTooShort(error);
    // Dr Colleague's last start has nothing behind it either.
    const alternatives: { startAt: string }[] = JSON.parse(error.details?.['alternatives'] ?? '');
    assert.equal(alternatives.length, 3);
    assert.ok(alternatives.every(({ startAt }) => !/T(11:30|14:30)/.test(startAt)));
    return true;
  });
  const moved = await move(one);
  assert.equal(moved.reservation?.slot?.endAt, '2026-12-08T14:00:00Z');
  assert.equal((await slot(one30)).state, 'closed');
  await untilFree(nine, nine30);
  await scheduler.call('Reserve', wanting(other, nine30), other.as());
  assert.deepEqual(await scheduler.broken(), []);
});

test('the best slot for a longer visit has room, also when many want it', async () => {
  const patients = await Promise.all(Array.from({ length: 12 }, aPatient));
  const need = {
    specialtyId: 'cardiology',
    visitTypeId: 'heart-visit',
    regionIds: ['london'],
    symptoms,
    accessNeeds: longer,
    earliestDate: '2026-12-14',
    latestDate: '2026-12-15',
  };
  const replies = await Promise.allSettled(
    patients.map((patient) =>
      scheduler.call('Reserve', { ...wanting(patient, undefined), need }, patient.as()),
    ),
  );
  // Five pairs at Dr Heart's and two at Dr Colleague's a day: 14 in two days, if they were paired well.
  const done = replies.filter(({ status }) => status === 'fulfilled').length;
  assert.ok(done >= 8, `${done} of 12`);
  for (const reply of replies) {
    if (reply.status === 'rejected') assert.equal(reply.reason.details?.reason, 'nothing-fits');
  }
  assert.deepEqual(await scheduler.broken(), []);
});

test('races of longer and short visits for the same slots break nothing', async () => {
  const patients = await Promise.all(Array.from({ length: 24 }, aPatient));
  const day = await dayOf('2026-12-17');
  const results = await Promise.allSettled(
    patients.map((patient, i) => reserve(patient, day[i % 6], i % 3 === 0 ? [] : longer)),
  );
  const done = results.filter(({ status }) => status === 'fulfilled').length;
  assert.ok(done >= 3 && done <= 6, `${done} booked`);
  for (const result of results) {
    if (result.status === 'rejected') assert.equal(result.reason.kind, 'slot-taken');
  }
  assert.deepEqual(await scheduler.broken(), []);
});

test('video is a wish: nothing but video is proposed or booked for it', async () => {
  const patient = await aPatient();
  const [, , ten] = await dayOf('2026-12-18');
  await scheduler.pool.query("update slot set mode = 'video' where id = $1", [ten]);
  const need = {
    specialtyId: 'cardiology',
    visitTypeId: 'heart-visit',
    regionIds: ['london'],
    symptoms,
    mode: 'VISIT_MODE_VIDEO' as const,
    earliestDate: '2026-12-18',
    latestDate: '2026-12-18',
  };
  const proposed = await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  assert.equal(proposed.offer?.slot?.id, ten);
  await scheduler.call(
    'ReleaseHold',
    { patientId: patient.id, holdId: proposed.offer?.id ?? '' },
    patient.as(),
  );
  await untilFree(ten);
  const { reservation } = await scheduler.call(
    'Reserve',
    { ...wanting(patient, undefined), need },
    patient.as(),
  );
  assert.equal(reservation?.slot?.mode, 'VISIT_MODE_VIDEO');
  const other = await aPatient();
  await assert.rejects(scheduler.call('Reserve', { ...wanting(other, undefined), need }, other.as()), {
    kind: 'conflict',
  });
});

test('a longer visit does not take in what is kept for urgent needs, unless it is urgent', async () => {
  const patient = await aPatient();
  const wishes = {
    specialtyId: 'dermatology',
    visitTypeId: 'skin-visit',
    regionIds: ['karachi'],
    accessNeeds: longer,
  };
  // Each second start is kept until a day before.
  const need = { ...wishes, symptoms, earliestDate: '2026-12-20', latestDate: '2026-12-20' };
  const { offer } = await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  assert.equal(offer, null);
  await assert.rejects(scheduler.call('Reserve', { ...wanting(patient, undefined), need }, patient.as()), {
    kind: 'conflict',
  });
  const worse = { ...need, symptoms: { ...symptoms, gettingWorse: true, limitsDailyLife: true } };
  const urgent = await scheduler.call('Propose', { patientId: patient.id, need: worse }, patient.as());
  assert.ok(urgent.offer);
  const { reservation } = await scheduler.call(
    'Reserve',
    wanting(patient, urgent.offer.slot?.id, { holdId: urgent.offer.id }),
    patient.as(),
  );
  assert.equal(reservation?.slot?.endAt, urgent.offer.slot?.endAt);
  assert.deepEqual(await scheduler.broken(), []);
});
