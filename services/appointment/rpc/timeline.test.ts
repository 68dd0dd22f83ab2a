import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { accessToken, vouched } from '@healthbooker/local/test/tokens';
import { projectAppointment } from '../tables/project-appointment.ts';
import { aReservation } from '../test/reservation.ts';
import { as, startAppointment, type TestService } from '../test/service.ts';

let service: TestService;
before(async () => {
  service = await startAppointment();
});
after(() => service.close());

async function token(sub: string, group = 'Patients'): Promise<string> {
  return accessToken({ sub, groups: [group] });
}

function changed(reservation: ReturnType<typeof aReservation>) {
  const { reason: _, history: __, ...data } = reservation;
  return {
    id: randomUUID(),
    type: 'appointment.changed',
    version: reservation.version,
    occurredAt: new Date().toISOString(),
    data,
  };
}

function added(patientId: string, given: Record<string, unknown> = {}) {
  const data = {
    patientId,
    entryId: randomUUID(),
    version: 1,
    kind: 'condition',
    recordedAt: '2026-11-20T10:00:00.123Z',
    authorId: randomUUID(),
    visible: true,
    ...given,
  };
  return {
    id: randomUUID(),
    type: 'record.added',
    version: data.version,
    occurredAt: new Date().toISOString(),
    data,
  };
}

/** Asks again until the answer passes the check, at most 8 s. */
async function eventually<T>(ask: () => Promise<T>, check: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 8000;
  for (;;) {
    const answer = await ask();
    if (check(answer) || Date.now() > deadline) return answer;
    await sleep(50);
  }
}

test('a timeline is one list of appointments and headlines, newest first, in pages', async () => {
  const patientId = randomUUID();
  const startAts = ['2026-12-03T14:15:00Z', '2026-01-05T09:00:00Z', '2027-02-01T08:00:00Z'];
  for (const startAt of startAts)
    await projectAppointment(service.store, aReservation({ patientId, startAt }));
  await service.publish(added(patientId));
  const patient = await token(patientId);
  await service.call(
    'EnsureProfile',
    { name: 'Ada Lovelace', birthDate: '1985-12-10' },
    vouched(as(patient)),
  );
  const whole = await eventually(
    () => service.call('ListTimeline', {}, as(patient)),
    ({ recordHeadlines }) => recordHeadlines.length === 1,
  );
  assert.deepEqual(
    whole.appointments.map(({ startAt }) => startAt),
    [startAts[2], startAts[0], startAts[1]],
  );
  assert.equal(whole.recordHeadlines[0]?.kind, 'condition');
  assert.equal(whole.nextPageToken, '');

  const seen: string[] = [];
  let pageToken = '';
  do {
    const page = await service.call('ListTimeline', { pageSize: 1, pageToken }, as(patient));
    seen.push(...page.appointments.map(({ startAt }) => startAt));
    seen.push(...page.recordHeadlines.map(({ recordedAt }) => recordedAt));
    pageToken = page.nextPageToken;
  } while (pageToken !== '');
  assert.deepEqual(seen, [startAts[2], startAts[0], '2026-11-20T10:00:00.123Z', startAts[1]]);
});

test('events in the wrong order and more than once end in the newest version', async () => {
  const patientId = randomUUID();
  const first = aReservation({ patientId });
  const third = { ...first, version: 3, status: 'VISIT_STATUS_CANCELLED' } as const;
  const versions = [third, first, { ...first, version: 2 }, third, first];
  for (const version of versions) await service.publish(changed(version));
  // The queue keeps no order across messages, so one more appointment tells when all have come.
  const last = aReservation({ patientId });
  await service.publish(changed(last));
  const patient = await token(patientId);
  const { appointments } = await eventually(
    () => service.call('ListTimeline', {}, as(patient)),
    ({ appointments }) =>
      appointments.length === 2 && appointments.some(({ status }) => status === 'VISIT_STATUS_CANCELLED'),
  );
  const shown = appointments.find(({ appointmentId }) => appointmentId === first.appointmentId);
  assert.deepEqual([shown?.version, shown?.status], [3, 'VISIT_STATUS_CANCELLED']);
});

test('an event that is malformed stops nothing behind it', async () => {
  const patientId = randomUUID();
  const reservation = aReservation({ patientId });
  await service.publish({ type: 'appointment.changed', nonsense: true });
  await service.publish({ ...changed(reservation), data: { appointmentId: 'x' } });
  await service.publish({ ...changed(reservation), type: 'something.new' });
  await service.publish(changed(reservation));
  const patient = await token(patientId);
  const { appointments } = await eventually(
    () => service.call('ListTimeline', {}, as(patient)),
    ({ appointments }) => appointments.length === 1,
  );
  assert.equal(appointments[0]?.appointmentId, reservation.appointmentId);
});

test('a headline shows the newest version of an entry, and nothing the patient may not know of', async () => {
  const patientId = randomUUID();
  const [amended, hidden, withdrawn] = [randomUUID(), randomUUID(), randomUUID()];
  const events = [
    added(patientId, { entryId: amended, version: 2, recordedAt: '2026-11-21T10:00:00Z' }),
    added(patientId, { entryId: amended, version: 1 }),
    added(patientId, { entryId: hidden, visible: false }),
    added(patientId, { entryId: withdrawn }),
    added(patientId, {
      entryId: withdrawn,
      version: 2,
      visible: false,
      recordedAt: '2026-11-21T11:00:00Z',
    }),
  ];
  for (const event of events) await service.publish(event);
  const patient = await token(patientId);
  const { recordHeadlines } = await eventually(
    () => service.call('ListTimeline', {}, as(patient)),
    ({ recordHeadlines }) => recordHeadlines.length === 1 && recordHeadlines[0]?.version === 2,
  );
  assert.deepEqual(
    recordHeadlines.map(({ entryId, version }) => [entryId, version]),
    [[amended, 2]],
  );
});

test('reception sees anybody’s appointments and no headlines', async () => {
  const patientId = randomUUID();
  await projectAppointment(service.store, aReservation({ patientId }));
  await service.publish(added(patientId));
  await eventually(
    async () => service.call('ListTimeline', {}, as(await token(patientId))),
    ({ recordHeadlines }) => recordHeadlines.length === 1,
  );
  const reception = as(await token(randomUUID(), 'Receptionists'));
  const seen = await service.call('ListTimeline', { personId: patientId }, reception);
  assert.deepEqual([seen.appointments.length, seen.recordHeadlines.length], [1, 0]);
  const provider = as(await token(randomUUID(), 'Providers'));
  await assert.rejects(service.call('ListTimeline', { personId: patientId }, provider), {
    kind: 'forbidden',
  });
});

test('page tokens and sizes that were never handed out are refused', async () => {
  const patient = await token(randomUUID());
  const crafted = Buffer.from(JSON.stringify({ at: 'yesterday', key: {} })).toString('base64url');
  for (const request of [
    { pageToken: 'nonsense' },
    { pageToken: crafted },
    { pageToken: 'A'.repeat(5000) },
    { pageSize: 101 },
    { pageSize: -1 },
    { personId: '../etc' },
  ])
    await assert.rejects(service.call('ListTimeline', request, as(patient)), { kind: 'invalid' });
});

test('a provider pages through their own schedule; a page token leads into nobody else’s', async () => {
  const providerId = randomUUID();
  const another = randomUUID();
  for (const hour of ['09', '10', '11'])
    await projectAppointment(
      service.store,
      aReservation({ providerId, startAt: `2026-12-03T${hour}:00:00Z` }),
    );
  const provider = await token(providerId, 'Providers');
  const first = await service.call(
    'ListProviderSchedule',
    { fromAt: '2026-12-03T09:00:00Z', toAt: '2026-12-03T11:00:00Z', pageSize: 1 },
    as(provider),
  );
  assert.deepEqual(
    first.appointments.map(({ startAt }) => startAt),
    ['2026-12-03T09:00:00Z'],
  );
  const rest = await service.call(
    'ListProviderSchedule',
    {
      fromAt: '2026-12-03T09:00:00Z',
      toAt: '2026-12-03T11:00:00Z',
      pageToken: first.nextPageToken,
    },
    as(provider),
  );
  assert.deepEqual(
    rest.appointments.map(({ startAt }) => startAt),
    ['2026-12-03T10:00:00Z'],
  );
  const all = await service.call('ListProviderSchedule', {}, as(provider));
  assert.equal(all.appointments.length, 3);
  const stranger = await token(another, 'Providers');
  const stolen = await service.call('ListProviderSchedule', { pageToken: first.nextPageToken }, as(stranger));
  assert.deepEqual(stolen.appointments, []);
  await assert.rejects(service.call('ListProviderSchedule', { providerId }, as(stranger)), {
    kind: 'not-found',
  });
  const reception = as(await token(randomUUID(), 'Receptionists'));
  const seen = await service.call('ListProviderSchedule', { providerId }, reception);
  assert.equal(seen.appointments.length, 3);
  await assert.rejects(
    service.call(
      'ListProviderSchedule',
      { fromAt: '2026-12-03T11:00:00Z', toAt: '2026-12-03T09:00:00Z' },
      as(provider),
    ),
    { kind: 'invalid' },
  );
  await assert.rejects(service.call('ListProviderSchedule', { fromAt: 'soon' }, as(provider)), {
    kind: 'invalid',
  });
});
