/** The patient's list of who looked, as the whole system makes it, through the doors that people use. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import { profilesOf, type TestProfiles } from '@healthbooker/local/test/profiles';
import { callEdge, startSystem, type TestSystem } from '@healthbooker/local/test/system';
import { accessToken } from '@healthbooker/local/test/tokens';
import { verify } from '@healthbooker/local/verify/verify';
import type { EhrServiceDefinition } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EhrService';
import type { Group } from '@healthbooker/runtime/context';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import pg from 'pg';
import { as, connect } from '../test/running-ehr.ts';

let system: TestSystem;
let hospital: TestHospital;
let store: pg.Pool;
let ehr: GrpcClient<EhrServiceDefinition>;
let profiles: Pick<TestProfiles, 'call' | 'close'>;
let doctorId: string;
let strangerId: string;
const receptionId = randomUUID();

before(async () => {
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  store = new pg.Pool({ connectionString: system.databases.ehr });
  ehr = connect(system.services.ehr);
  profiles = profilesOf(system.table);
  [doctorId, strangerId] = hospital.providers;
  await profiles.call(receptionId, 'Grace Desk');
});
after(async () => {
  profiles?.close();
  ehr?.close();
  await store?.end();
  await hospital?.close();
  await system?.stop();
});

async function call(
  edge: 'patient-edge' | 'clinic-edge',
  who: { id: string; group: Group },
  method: string,
  path: string,
  body?: unknown,
) {
  const token = await accessToken({ sub: who.id, groups: [who.group] });
  return callEdge(system.services[edge], method, path, { token, body });
}

const patient = (id: string) => ({ id, group: 'Patients' as const });
const doctor = () => ({ id: doctorId, group: 'Providers' as const });

let visits = 0;
/** A patient with a profile and a visit on a day of its own, booked with a reason. */
async function inCare(): Promise<{ id: string; appointmentId: string; date: string }> {
  const id = randomUUID();
  await profiles.call(id, 'Ada Patient');
  visits += 1;
  const start = new Date(Date.now() + (5 + visits) * 864e5);
  start.setUTCHours(11, 0, 0, 0);
  const [slotId] = await hospital.addSlots(start, 1);
  const booking = {
    slotId,
    reason: 'It hurts when I run',
    symptoms: { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true },
  };
  const booked = await call('patient-edge', patient(id), 'POST', '/v1/appointments', booking);
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  const { id: appointmentId } = booked.body['appointment'] as { id: string };
  return { id, appointmentId, date: start.toISOString().slice(0, 10) };
}

type Event = Record<'at' | 'readerId' | 'readerName' | 'role' | 'action' | 'what' | 'why', string>;

/** What the patient is shown, newest first. */
async function listOf(id: string, query = ''): Promise<Event[]> {
  const { status, body } = await call('patient-edge', patient(id), 'GET', `/v1/record/access${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  return (body as { events: Event[] }).events;
}

const inWords = ({ readerName, role, action, what, why }: Event) =>
  `${readerName} (${role}) ${action} ${what}: ${why}`;

test('who acted for a patient stays in the list as they were, whatever becomes of link, name and profile', async () => {
  const { id, appointmentId } = await inCare();
  const proxyId = randomUUID();
  await profiles.call(proxyId, 'Pat Helper');
  await hospital.pool.query(
    'insert into proxy(id, patient_id, proxy_id, granted_by, since) values ($1, $2, $3, $2, now())',
    [randomUUID(), id, proxyId],
  );
  const proxy = patient(proxyId);
  assert.equal((await call('patient-edge', proxy, 'GET', `/v1/record?patientId=${id}`)).status, 200);
  assert.equal((await call('patient-edge', proxy, 'GET', `/v1/appointments/${appointmentId}`)).status, 200);
  await listOf(id);
  await hospital.pool.query('update proxy set ended_at = now() where proxy_id = $1', [proxyId]);
  await profiles.call(proxyId, 'Somebody Else');
  const seen = (await listOf(id, '?others=true')).filter(({ readerId }) => readerId === proxyId);
  assert.deepEqual(seen.map(inWords), [
    'Pat Helper (proxy) read visit-reason: proxy',
    'Pat Helper (proxy) read chart: proxy',
  ]);
});

test('a clinician stays in the list and on their entries as they were called', async () => {
  const { id, date } = await inCare();
  const entries = `/clinic/v1/patients/${id}/entries`;
  const note = {
    body: { kind: 'encounter-note', text: 'A sprain', plan: '', appointmentId: '' },
    release: 'now',
  };
  const added = await call('clinic-edge', doctor(), 'POST', entries, note);
  assert.equal(added.status, 201, JSON.stringify(added.body));
  assert.equal((await call('clinic-edge', doctor(), 'GET', `/clinic/v1/day?date=${date}`)).status, 200);
  const name = `update provider set name = $2, is_active = $3 where id = $1`;
  await listOf(id);
  await hospital.pool.query(name, [doctorId, 'Dr Married', false]);
  try {
    const seen = (await listOf(id, '?others=true')).map(inWords);
    assert.deepEqual(seen, [
      'Dr Test 1 (Providers) read visit-reason: own-visit',
      'Dr Test 1 (Providers) write entry: care-relationship',
    ]);
    const record = await call('patient-edge', patient(id), 'GET', '/v1/record');
    const { entries: shown } = record.body as { entries: { authorName: string }[] };
    assert.deepEqual(
      shown.map(({ authorName }) => authorName),
      ['Dr Test 1'],
    );
  } finally {
    await hospital.pool.query(name, [doctorId, 'Dr Test 1', true]);
  }
});

test('a person without a profile has no name, and hides nobody', async () => {
  const { id, appointmentId } = await inCare();
  const nobody = patient(randomUUID());
  assert.equal((await call('patient-edge', nobody, 'GET', `/v1/appointments/${appointmentId}`)).status, 404);
  const timeline = await call('patient-edge', nobody, 'GET', `/v1/appointments?patientId=${id}`);
  assert.equal(timeline.status, 404, JSON.stringify(timeline.body));
  assert.deepEqual((await listOf(id, '?others=true')).map(inWords), [
    ' (Patients) try visit: none',
    ' (Patients) try visit-reason: none',
  ]);
});

test('whoever works at the clinic and may not open a chart is refused as ever, and on record', async () => {
  const { id } = await inCare();
  const reception = { id: receptionId, group: 'Receptionists' as const };
  const stranger = { id: strangerId, group: 'Providers' as const };
  const chart = `/clinic/v1/patients/${id}/chart`;
  const unknown = `/clinic/v1/patients/${randomUUID()}/chart`;
  assert.equal((await call('clinic-edge', reception, 'GET', chart)).status, 403);
  assert.equal(
    (await call('clinic-edge', reception, 'GET', `/clinic/v1/patients/${id}/referrals`)).status,
    403,
  );
  const [known, made] = [
    await call('clinic-edge', stranger, 'GET', chart),
    await call('clinic-edge', stranger, 'GET', unknown),
  ];
  assert.deepEqual([known.status, made.status], [404, 404]);
  const { instance: _, ...told } = known.body;
  const { instance: __, ...toldOfNobody } = made.body;
  assert.deepEqual(told, toldOfNobody);
  assert.deepEqual((await listOf(id, '?others=true')).map(inWords).sort(), [
    'Dr Test 2 (Providers) try chart: none',
    'Grace Desk (Receptionists) try chart: none',
    'Grace Desk (Receptionists) try referral: none',
  ]);
});

test('every door to reasons, referrals and decisions leaves its line, the patient’s own as well', async () => {
  const { id, appointmentId, date } = await inCare();
  const own = patient(id);
  const admin = { id: randomUUID(), group: 'Admins' as const };
  await profiles.call(admin.id, 'Robert Office');
  const referral = { kind: 'follow-up', specialtyId: 'cardiology', urgency: 'soon', dueDate: date };
  const steps: [string, () => ReturnType<typeof call>][] = [
    [
      'Ada Patient (Patients) read visit-reason: own-record',
      () => get('patient-edge', own, `/v1/appointments/${appointmentId}`),
    ],
    [
      'Ada Patient (Patients) read decision: own-record',
      () => get('patient-edge', own, `/v1/appointments/${appointmentId}/why`),
    ],
    ['Ada Patient (Patients) read referral: own-record', () => get('patient-edge', own, '/v1/referrals')],
    [
      'Ada Patient (Patients) read waiting-reason: own-record',
      () => get('patient-edge', own, '/v1/waitlist'),
    ],
    [
      'Dr Test 1 (Providers) read visit-reason: own-visit',
      () => get('clinic-edge', doctor(), `/clinic/v1/day?date=${date}`),
    ],
    [
      'Dr Test 1 (Providers) read visit-reason: own-visit',
      () => get('clinic-edge', doctor(), `/clinic/v1/week?from=${date}`),
    ],
    [
      'Dr Test 1 (Providers) read referral: care-relationship',
      () => get('clinic-edge', doctor(), `/clinic/v1/patients/${id}/referrals`),
    ],
    [
      'Dr Test 1 (Providers) write referral: care-relationship',
      () => call('clinic-edge', doctor(), 'POST', `/clinic/v1/patients/${id}/referrals`, referral),
    ],
    [
      'Robert Office (Admins) read decision: office',
      () => get('clinic-edge', admin, `/clinic/v1/decisions/${appointmentId}/1`),
    ],
  ];
  for (const [expected, step] of steps) {
    const before = (await listOf(id)).length;
    const { status, body } = await step();
    assert.ok(status === 200 || status === 201, `${expected}: ${status} ${JSON.stringify(body)}`);
    const list = await listOf(id);
    assert.deepEqual(list.slice(0, list.length - before).map(inWords), [expected]);
  }
});

const get = (edge: 'patient-edge' | 'clinic-edge', who: { id: string; group: Group }, path: string) =>
  call(edge, who, 'GET', path);

test('the list is paged in order of time, and no page repeats or leaves out a line', async () => {
  const { id, date } = await inCare();
  for (let looks = 0; looks < 4; looks++) {
    await get('clinic-edge', doctor(), `/clinic/v1/day?date=${date}`);
    await get('patient-edge', patient(id), '/v1/record');
  }
  const whole = await listOf(id, '?limit=100');
  assert.ok(whole.length >= 9, `${whole.length}`);
  assert.deepEqual(
    whole,
    whole.toSorted((a, b) => b.at.localeCompare(a.at)),
  );
  const paged: Event[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await get('patient-edge', patient(id), `/v1/record/access?limit=2${cursor}`);
    const page = body as { events: Event[]; nextCursor?: string };
    paged.push(...page.events);
    if (page.nextCursor === undefined) break;
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
  assert.deepEqual(paged, whole);
});

test('who looked is listed in pages', async () => {
  const caller = await as('Patients', randomUUID());
  for (let reads = 0; reads < 5; reads++) await ehr.call('GetChart', {}, caller);
  const first = await ehr.call('ListAccess', { pageSize: 3 }, caller);
  const second = await ehr.call('ListAccess', { pageSize: 3, pageToken: first.nextPageToken }, caller);
  assert.deepEqual([first.events.length, second.events.length, second.nextPageToken], [3, 2, '']);
  await assert.rejects(ehr.call('ListAccess', { pageSize: 101 }, caller), { kind: 'invalid' });
  await assert.rejects(ehr.call('ListAccess', { pageToken: 'abc' }, caller), { kind: 'invalid' });
});

test('while names cannot be looked up, patients and clinicians read on, and who acts for somebody does not', async () => {
  const { id } = await inCare();
  const proxyId = randomUUID();
  await hospital.pool.query(
    'insert into proxy(id, patient_id, proxy_id, granted_by, since) values ($1, $2, $3, $2, now())',
    [randomUUID(), id, proxyId],
  );
  await verifySettled();
  process.kill(system.services.appointment.pid, 'SIGSTOP');
  try {
    assert.equal((await get('clinic-edge', doctor(), `/clinic/v1/patients/${id}/chart`)).status, 200);
    assert.equal((await get('patient-edge', patient(id), '/v1/record')).status, 200);
    assert.equal((await get('patient-edge', patient(proxyId), `/v1/record?patientId=${id}`)).status, 503);
    const { rows } = await store.query('select from access where reader_id = $1', [proxyId]);
    assert.equal(rows.length, 0);
  } finally {
    process.kill(system.services.appointment.pid, 'SIGCONT');
  }
});

/** Fails unless everything on record in the scheduler is shown within some seconds. */
async function verifySettled(): Promise<void> {
  const count = async (on: pg.Pool, sql: string) => Number((await on.query<{ n: string }>(sql)).rows[0]?.n);
  for (const end = Date.now() + 10_000; ; await sleep(100)) {
    const missing =
      (await count(hospital.pool, 'select count(*) as n from access')) -
      (await count(store, 'select count(*) as n from access where source_id is not null'));
    if (missing === 0) return;
    assert.ok(Date.now() < end, `${missing} rows are not shown`);
  }
}

test('what the scheduler has put on record and nobody is shown is found by verify', async () => {
  await verifySettled();
  await hospital.pool.query(
    `insert into access(xid, at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
     values ('1', now() - interval '1 hour', $1, $1, '', 'Patients', 'read', 'visit', 'own-record', '')`,
    [randomUUID()],
  );
  const { scheduler, ehr } = system.databases;
  const findings = await verify({ databases: { scheduler, ehr } }, { settle_ms: 0 });
  assert.deepEqual(
    findings.filter(({ broken }) => broken === 'a look is not shown').length,
    1,
    JSON.stringify(findings),
  );
});
