import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Need } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Need';
import { ServiceError } from '@healthbooker/runtime/errors';
import { replays } from '../engine/replay.ts';
import { aPatient, aReceptionist, startScheduler, type TestScheduler, wanting } from '../test/service.ts';

let scheduler: TestScheduler;
before(async () => {
  scheduler = await startScheduler();
});
after(() => scheduler.close());

const calm = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: false };
const need: Need = {
  specialtyId: 'cardiology',
  visitTypeId: 'heart-visit',
  regionIds: ['london'],
  symptoms: calm,
};

test('offers the best slot, holds it and says why', async () => {
  const patient = await aPatient();
  const reply = await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  assert.equal(reply.urgency, 'URGENCY_ROUTINE');
  assert.equal(reply.targetDate, '2027-01-12');
  assert.equal(reply.offer?.expiresAt, '2026-12-01T08:05:00Z');
  // Two hours' notice: nothing before 10:00.
  assert.ok((reply.offer?.slot?.startAt ?? '') >= '2026-12-01T10:00:00Z');
  assert.ok((reply.offer?.slot?.startAt ?? '') < '2026-12-02T08:00:00Z');
  assert.match(
    reply.why,
    /^Your answers ask for a visit by 12 January 2027; this is (the|one of the) earliest/,
  );
  assert.equal(reply.others.length, 40);
  assert.deepEqual(
    reply.others.map(({ startAt }) => startAt),
    reply.others.map(({ startAt }) => startAt).toSorted(),
  );
  assert.ok(reply.others.every(({ id }) => id !== reply.offer?.slot?.id));
  const again = await scheduler.call('Propose', { patientId: patient.id, need }, patient.as());
  const { rows } = await scheduler.pool.query(
    "select id from hold where patient_id = $1 and state = 'open'",
    [patient.id],
  );
  assert.deepEqual(rows, [{ id: again.offer?.id }]);
  assert.deepEqual(await scheduler.broken(), []);
});

test('signs of an emergency are answered with advice and no slot', async () => {
  const patient = await aPatient();
  const symptoms = { ...calm, emergencySigns: true };
  const reply = await scheduler.call(
    'Propose',
    { patientId: patient.id, need: { ...need, symptoms } },
    patient.as(),
  );
  assert.equal(reply.urgency, 'URGENCY_EMERGENCY');
  assert.equal(reply.offer, null);
  assert.match(reply.why, /emergency number/);
});

test('wishes are met, or the nearest outside them are shown', async () => {
  const patient = await aPatient();
  const wish: Need = {
    ...need,
    providerId: scheduler.hospital.heart.provider,
    locationId: 'london',
    earliestDate: '2026-12-10',
    latestDate: '2026-12-20',
    timesOfDay: ['TIME_OF_DAY_AFTERNOON'],
    daysOfWeek: [3],
  };
  const { offer } = await scheduler.call('Propose', { patientId: patient.id, need: wish }, patient.as());
  assert.match(offer?.slot?.startAt ?? '', /^2026-12-16T1[34]:/);
  const never: Need = { ...wish, timesOfDay: ['TIME_OF_DAY_EVENING'] };
  const reply = await scheduler.call('Propose', { patientId: patient.id, need: never }, patient.as());
  assert.equal(reply.offer, null);
  assert.equal(reply.outsidePreferences.length, 3);
  assert.match(reply.why, /nearest/);
});

test('one is not offered a time at which one is elsewhere', async () => {
  const patient = await aPatient();
  const { rows } = await scheduler.pool.query(
    "select id from slot where state = 'free' and start_at = '2026-12-03T09:00:00Z' and provider_id = $1",
    [scheduler.hospital.heart.provider],
  );
  await scheduler.call('Reserve', wanting(patient, rows[0].id), patient.as());
  const wish: Need = { ...need, earliestDate: '2026-12-03', latestDate: '2026-12-03' };
  const { offer, others } = await scheduler.call(
    'Propose',
    { patientId: patient.id, need: wish },
    patient.as(),
  );
  for (const slot of [offer?.slot, ...others]) assert.notEqual(slot?.startAt, '2026-12-03T09:00:00Z');
});

test('many who want the same at once each get a slot of their own', async () => {
  const patients = await Promise.all(Array.from({ length: 12 }, aPatient));
  const wish: Need = { ...need, earliestDate: '2026-12-07', latestDate: '2026-12-08' };
  const replies = await Promise.all(
    patients.map((patient) => scheduler.call('Propose', { patientId: patient.id, need: wish }, patient.as())),
  );
  assert.equal(new Set(replies.map(({ offer }) => offer?.slot?.id)).size, 12);
  const { rows } = await scheduler.pool.query(
    'select proposal, slot_id from hold where proposal is not null',
  );
  for (const { proposal, slot_id } of rows) assert.ok(replays(proposal) && proposal.chosen === slot_id);
  assert.deepEqual(await scheduler.broken(), []);
});

test('many tabs of one patient each get an answer, and one slot is held', async () => {
  const patient = await aPatient();
  const wish: Need = { ...need, earliestDate: '2026-12-10', latestDate: '2026-12-14' };
  const ask = () => scheduler.call('Propose', { patientId: patient.id, need: wish }, patient.as());
  const insist = () =>
    ask().catch((error: unknown) => {
      // They take turns, on a busy machine for longer than a statement may wait.
      if (error instanceof ServiceError && error.kind === 'unavailable') return ask();
      throw error;
    });
  const replies = await Promise.all(Array.from({ length: 8 }, insist));
  const { rows } = await scheduler.pool.query(
    "select id from hold where patient_id = $1 and state = 'open'",
    [patient.id],
  );
  assert.equal(rows.length, 1);
  assert.ok(replies.some(({ offer }) => offer?.id === rows[0].id));
  assert.deepEqual(await scheduler.broken(), []);
});

test('what is asked wrongly', async () => {
  const [patient, other, receptionist] = await Promise.all([aPatient(), aPatient(), aReceptionist()]);
  const ask = (asked: Need, by = patient) =>
    scheduler.call('Propose', { patientId: patient.id, need: asked }, by.as());
  await assert.rejects(ask(need, other), { kind: 'forbidden' });
  await assert.rejects(ask({ ...need, visitTypeId: 'skin-visit' }), { kind: 'invalid' });
  await assert.rejects(ask({ ...need, symptoms: null }), { kind: 'invalid' });
  await assert.rejects(ask({ ...need, daysOfWeek: [8], earliestDate: 'soon' }), { kind: 'invalid' });
  await assert.rejects(scheduler.call('Propose', { patientId: patient.id }, patient.as()), {
    kind: 'invalid',
  });
  await ask(need, receptionist);
});
