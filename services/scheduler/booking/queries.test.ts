import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { workloadToken } from '@healthbooker/local/test/tokens';
import type { Slot__Output as Slot } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Slot';
import { newTrace } from '@healthbooker/runtime/trace';
import {
  anAdmin,
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
after(() => scheduler.close());

async function asService(name: string) {
  return { token: await workloadToken(name, 'scheduler'), deadline: Date.now() + 10_000, trace: newTrace() };
}

test('the directory names what can be booked', async () => {
  const patient = await aPatient();
  const directory = await scheduler.call('GetDirectory', {}, patient.as());
  assert.deepEqual(
    directory.specialties.map(({ id, plainName }) => [id, plainName]),
    [
      ['cardiology', 'Heart'],
      ['dermatology', 'Skin'],
    ],
  );
  assert.equal(directory.locations.length, 2);
  assert.equal(directory.visitTypes.find(({ id }) => id === 'heart-visit')?.lengthMinutes, 30);
  const heart = directory.providers.find(({ id }) => id === scheduler.hospital.heart.provider);
  assert.deepEqual([heart?.specialtyIds, heart?.locationIds], [['cardiology'], ['london']]);
});

test('search pages through free slots in order, each once', async () => {
  const patient = await aPatient();
  const wish = {
    specialtyId: 'cardiology',
    regionIds: ['london'],
    fromAt: '2026-12-02T00:00:00Z',
    toAt: '2026-12-05T00:00:00Z',
  };
  const seen: Slot[] = [];
  let pageToken = '';
  do {
    const page = await scheduler.call('SearchSlots', { ...wish, pageSize: 7, pageToken }, patient.as());
    assert.ok(page.slots.length <= 7);
    seen.push(...page.slots);
    pageToken = page.nextPageToken;
  } while (pageToken !== '');
  assert.equal(new Set(seen.map(({ id }) => id)).size, 3 * 14);
  const starts = seen.map(({ startAt }) => startAt);
  assert.equal(starts.length, 3 * 14);
  assert.deepEqual(starts, starts.toSorted());
});

test('search keeps notice and carve-outs, and narrows', async () => {
  const [patient, receptionist] = await Promise.all([aPatient(), aReceptionist()]);
  const both = { regionIds: ['london', 'karachi'], pageSize: 100 };
  const search = async (request: Record<string, string>, by = patient) =>
    (await scheduler.call('SearchSlots', { specialtyId: 'cardiology', ...both, ...request }, by.as())).slots;
  const today = { toAt: '2026-12-02T00:00:00Z' };
  assert.equal((await search(today))[0]?.startAt, '2026-12-01T10:00:00Z');
  assert.equal((await search(today, receptionist))[0]?.startAt, '2026-12-01T09:00:00Z');
  const own = await search({ ...today, providerId: scheduler.hospital.heart.colleague });
  assert.deepEqual([...new Set(own.map(({ providerName }) => providerName))], ['Dr Colleague']);
  assert.deepEqual(await search({ locationId: 'karachi' }), []);
  const skin = { specialtyId: 'dermatology', fromAt: '2026-12-10T00:00:00Z', toAt: '2026-12-11T00:00:00Z' };
  assert.equal((await search(skin)).length, 2);
  assert.equal((await search({ ...skin, urgency: 'URGENCY_SOON' })).length, 2);
  assert.equal((await search({ ...skin, urgency: 'URGENCY_URGENT' })).length, 4);
  for (const wrong of [
    { specialtyId: '' },
    { fromAt: 'tomorrow' },
    { pageToken: 'x' },
    { providerId: 'x' },
  ]) {
    await assert.rejects(search(wrong as Record<string, string>), { kind: 'invalid' });
  }
});

test('a reservation is seen by those it concerns', async () => {
  const [patient, other, admin, receptionist] = await Promise.all([
    aPatient(),
    aPatient(),
    anAdmin(),
    aReceptionist(),
  ]);
  const { heart, skin } = scheduler.hospital;
  const [provider, stranger] = [await theProvider(heart.provider), await theProvider(skin.provider)];
  const { rows } = await scheduler.pool.query(
    "select id from slot where state = 'free' and provider_id = $1 and start_at > '2026-12-03' order by start_at limit 1",
    [heart.provider],
  );
  const request = wanting(patient, rows[0].id);
  await scheduler.call('Reserve', request, patient.as());
  const { appointmentId } = request;
  const reasonFor = async (context: ReturnType<typeof patient.as>) =>
    (await scheduler.call('GetReservation', { appointmentId }, context)).reservation?.reason;
  assert.equal(await reasonFor(patient.as()), 'My heart beats');
  assert.equal(await reasonFor(provider.as()), 'My heart beats');
  assert.equal(await reasonFor(receptionist.as()), '');
  assert.equal(await reasonFor(await asService('notification')), '');
  await assert.rejects(reasonFor(other.as()), { kind: 'not-found' });
  await assert.rejects(reasonFor(stranger.as()), { kind: 'not-found' });
  await assert.rejects(reasonFor(admin.as()), { kind: 'forbidden' });
  const unknown = { appointmentId: randomUUID() };
  await assert.rejects(scheduler.call('GetReservation', unknown, patient.as()), { kind: 'not-found' });
});

test('the day of a provider, for the team and for reception', async () => {
  const { heart, skin } = scheduler.hospital;
  const [patient, receptionist] = await Promise.all([aPatient(), aReceptionist()]);
  const [provider, colleague, stranger] = await Promise.all(
    [heart.provider, heart.colleague, skin.provider].map(theProvider),
  );
  const day = { providerId: heart.provider, fromAt: '2026-12-09T00:00:00Z', toAt: '2026-12-10T00:00:00Z' };
  const { rows } = await scheduler.pool.query(
    'select id from slot where provider_id = $1 and start_at between $2 and $3 order by start_at limit 3',
    [heart.provider, day.fromAt, day.toAt],
  );
  const requests = rows.map(({ id }) => wanting(patient, id));
  for (const request of requests) await scheduler.call('Reserve', request, patient.as());
  const cancel = {
    appointmentId: requests[1]?.appointmentId ?? '',
    expectedVersion: 1,
    operationKey: randomUUID(),
  };
  await scheduler.call('CancelReservation', cancel, patient.as());
  const list = async (by: typeof provider) =>
    (await scheduler.call('ListProviderDay', day, by?.as() ?? patient.as())).reservations;
  const own = await list(provider);
  assert.deepEqual(
    own.map(({ appointmentId }) => appointmentId),
    [requests[0]?.appointmentId, requests[2]?.appointmentId],
  );
  assert.equal(own[0]?.reason, 'My heart beats');
  assert.equal((await list(colleague)).length, 2);
  assert.equal((await list(receptionist))[0]?.reason, '');
  await assert.rejects(list(stranger), { kind: 'not-found' });
  await assert.rejects(list(patient), { kind: 'forbidden' });
  const long = { ...day, toAt: '2027-01-01T00:00:00Z' };
  await assert.rejects(scheduler.call('ListProviderDay', long, receptionist.as()), { kind: 'invalid' });
});

test('a team is related to its patients, from a year back, unless cancelled', async () => {
  const { heart, skin } = scheduler.hospital;
  const [provider, colleague, stranger] = await Promise.all(
    [heart.provider, heart.colleague, skin.provider].map(theProvider),
  );
  const patient = await aPatient();
  const related = async (by: typeof provider) =>
    (await scheduler.call('HasCareRelationship', { patientId: patient.id }, by?.as() ?? patient.as()))
      .related;
  assert.equal(await related(provider), false);
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-11');
  const request = wanting(patient, slotId);
  await scheduler.call('Reserve', request, patient.as());
  assert.deepEqual(
    [await related(provider), await related(colleague), await related(stranger)],
    [true, true, false],
  );
  const isActive = 'update provider set is_active = $2 where id = $1';
  await scheduler.pool.query(isActive, [heart.colleague, false]);
  assert.equal(await related(colleague), false, 'who works here no more');
  await scheduler.pool.query(isActive, [heart.colleague, true]);
  scheduler.clock.now = new Date('2027-12-10T00:00:00Z');
  assert.equal(await related(colleague), true);
  scheduler.clock.now = new Date('2027-12-13T00:00:00Z');
  assert.equal(await related(colleague), false);
  scheduler.clock.now = START;
  const cancel = { appointmentId: request.appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  await scheduler.call('CancelReservation', cancel, patient.as());
  assert.equal(await related(provider), false);
  await assert.rejects(related(patient), { kind: 'forbidden' });
});

test('a follower waits for who may still commit, and sees what changed since', async () => {
  const [one, two] = await Promise.all([aPatient(), aPatient()]);
  const [first, second] = await scheduler.freeSlots('cardiology', '2026-12-18');
  let cursor = '';
  const follow = async () => {
    const seen = new Map<string, number>();
    for (;;) {
      const reply = await scheduler.call(
        'ListChanged',
        { cursor, pageSize: 100 },
        // Each question has its own time: the whole may take longer.
        await asService('appointment'),
      );
      cursor = reply.nextCursor;
      for (const { appointmentId, version } of reply.reservations) seen.set(appointmentId, version);
      if (reply.reservations.length === 0) return seen;
    }
  };
  const [early, late] = [wanting(one, first), wanting(two, second)];
  await scheduler.call('Reserve', early, one.as());
  const client = await scheduler.pool.connect();
  try {
    await client.query('begin');
    // Its place is before that of the booking that is committed meanwhile.
    await client.query(
      'update reservation set version = 2, changed_xid = pg_current_xact_id() where appointment_id = $1',
      [early.appointmentId],
    );
    await scheduler.call('Reserve', late, two.as());
    assert.equal((await follow()).has(late.appointmentId), false);
    await client.query('rollback');
  } finally {
    client.release();
  }
  // Whoever writes in another database of the same server is waited for as well.
  const seen = async () => {
    for (const end = Date.now() + 20_000; ; await sleep(20)) {
      const found = await follow();
      if (found.has(late.appointmentId) || Date.now() > end) return found;
    }
  };
  assert.equal((await seen()).get(late.appointmentId), 1);
  const cancel = { appointmentId: late.appointmentId, expectedVersion: 1, operationKey: randomUUID() };
  await scheduler.call('CancelReservation', cancel, two.as());
  assert.deepEqual([...(await seen())], [[late.appointmentId, 2]]);
});

test('followers page through every change, also while changes go on', async () => {
  const patients = await Promise.all(Array.from({ length: 10 }, aPatient));
  const slots = await scheduler.freeSlots('cardiology', '2026-12-14');
  const service = await asService('appointment');
  const newest = new Map<string, number>();
  let cursor = '';
  const page = async (pageSize: number) => {
    const reply = await scheduler.call('ListChanged', { cursor, pageSize }, service);
    cursor = reply.nextCursor;
    for (const { appointmentId, version, reason } of reply.reservations) {
      assert.equal(reason, '');
      assert.ok(version >= (newest.get(appointmentId) ?? 0));
      newest.set(appointmentId, version);
    }
    return reply.reservations.length;
  };
  const requests = patients.map((patient, i) => ({ patient, request: wanting(patient, slots[i]) }));
  await Promise.all([
    ...requests.map(async ({ patient, request }) => {
      await scheduler.call('Reserve', request, patient.as());
      const cancel = { appointmentId: request.appointmentId, expectedVersion: 1, operationKey: randomUUID() };
      await scheduler.call('CancelReservation', cancel, patient.as());
    }),
    ...[1, 2, 3].map(() => page(3)),
  ]);
  const { rows } = await scheduler.pool.query('select appointment_id, version from reservation');
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    if ((await page(4)) === 0 && newest.size === rows.length) break;
  }
  assert.deepEqual(
    rows.map((row) => newest.get(row.appointment_id)),
    rows.map((row) => row.version),
  );
  const patient = await aPatient();
  await assert.rejects(scheduler.call('ListChanged', {}, patient.as()), { kind: 'forbidden' });
  await assert.rejects(scheduler.call('ListChanged', { cursor: 'x' }, service), { kind: 'invalid' });
});
