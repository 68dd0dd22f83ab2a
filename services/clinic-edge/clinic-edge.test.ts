import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import { type Answer, callEdge, startSystem, type TestSystem } from '@healthbooker/local/test/system';
import { accessToken } from '@healthbooker/local/test/tokens';
import { Appointment } from '@healthbooker/protos/json/appointment';
import { Entry } from '@healthbooker/protos/json/entry';
import { Leave, LeaveVisit } from '@healthbooker/protos/json/leave';
import { WaitingPatient } from '@healthbooker/protos/json/waitlist-staff';
import { z } from 'zod';

const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
const Booked = z.object({ appointment: Appointment });
const Changed = z.object({ impact: z.object({ slotsAdded: z.int32(), slotsRetired: z.int32() }) });
const Added = z.object({ entry: Entry });
const Problem = z.object({
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
const Day = z.object({
  date: z.string(),
  timeZone: z.string(),
  visits: z.array(z.object({ appointment: Appointment, patient: z.unknown() })),
});
type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

/** A date so many days ahead, YYYY-MM-DD. */
const date = (days: number) => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10);

let system: TestSystem;
let hospital: TestHospital;
let provider: Call;
let otherTeam: Call;
let reception: Call;
let admin: Call;
const patientId = randomUUID();
let appointment: z.output<typeof Appointment>;

before(async () => {
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  const start = new Date(Math.floor(Date.now() / 864e5) * 864e5 + 3 * 864e5 + 9 * 36e5);
  const [slotId] = await hospital.addSlots(start, 4);
  [provider, otherTeam] = [
    await as(hospital.providers[0], 'Providers'),
    await as(hospital.providers[1], 'Providers'),
  ];
  [reception, admin] = [await as(randomUUID(), 'Receptionists'), await as(randomUUID(), 'Admins')];
  const patient = await as(patientId, 'Patients', 'patient-edge');
  const booked = await patient('POST', '/v1/appointments', { slotId, reason: 'Private words', symptoms });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  appointment = Booked.parse(booked.body).appointment;
});
after(async () => {
  await hospital?.close();
  await system?.stop();
});

async function as(
  sub: string,
  group: string,
  edge: 'clinic-edge' | 'patient-edge' = 'clinic-edge',
): Promise<Call> {
  const token = await accessToken({ sub, groups: [group] });
  return (method, path, body, headers) =>
    callEdge(system.services[edge], method, path, {
      token,
      ...(body !== undefined && { body }),
      ...(headers && { headers }),
    });
}

test('a provider’s day shows the visit with its reason, reception’s without', async () => {
  const date = appointment.slot.startAt.slice(0, 10);
  const own = await provider('GET', `/clinic/v1/day?date=${date}`);
  assert.equal(own.status, 200, JSON.stringify(own.body));
  const day = Day.parse(own.body);
  assert.equal(day.timeZone, 'Europe/London');
  assert.equal(day.visits.length, 1);
  assert.equal(day.visits[0]?.appointment.reason, 'Private words');
  const path = `/clinic/v1/day?date=${date}&providerId=${hospital.providers[0]}`;
  const seen = Day.parse((await reception('GET', path)).body);
  assert.equal(seen.visits[0]?.appointment.reason, '');
  const unnamed = await reception('GET', `/clinic/v1/day?date=${date}`);
  assert.equal(unnamed.status, 400);
  assert.equal(Problem.parse(unnamed.body).errors?.[0]?.field, 'providerId');
  const empty = Day.parse((await provider('GET', '/clinic/v1/day?date=2020-01-01')).body);
  assert.deepEqual(empty.visits, []);
  assert.equal((await provider('GET', '/clinic/v1/day?date=2020-02-30')).status, 400);
  assert.equal((await reception('GET', `/clinic/v1/day?providerId=${randomUUID()}`)).status, 404);
});

test('whose day and status it is decides the scheduler: another team finds nothing', async () => {
  const date = appointment.slot.startAt.slice(0, 10);
  const day = await otherTeam('GET', `/clinic/v1/day?date=${date}&providerId=${hospital.providers[0]}`);
  assert.ok([403, 404].includes(day.status), String(day.status));
  const status = await otherTeam('POST', `/clinic/v1/appointments/${appointment.id}/status`, {
    version: 1,
    status: 'arrived',
  });
  assert.equal(status.status, 404, JSON.stringify(status.body));
});

test('the provider’s schedule lists the appointment', async () => {
  const answer = await provider('GET', '/clinic/v1/schedule?limit=10');
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const { appointments } = z
    .object({ appointments: z.array(z.looseObject({ id: z.string(), patientId: z.string() })) })
    .parse(answer.body);
  assert.deepEqual(
    appointments.map(({ id, patientId: whose }) => [id, whose]),
    [[appointment.id, patientId]],
  );
});

test('an entry is added, read, amended with its reason, and seen by the patient', async () => {
  const entries = `/clinic/v1/patients/${patientId}/entries`;
  const allergy = {
    kind: 'allergy',
    substance: 'Penicillin',
    reaction: 'Rash',
    severity: 'moderate',
    clinicalStatus: 'active',
  };
  const key = { 'idempotency-key': randomUUID() };
  const added = await provider('POST', entries, { body: allergy, release: 'now' }, key);
  assert.equal(added.status, 201, JSON.stringify(added.body));
  const { entry } = Added.parse(added.body);
  assert.equal(entry.authorName, 'Dr Test 1');
  assert.equal(added.headers.get('location'), `${entries}/${entry.id}`);
  const retried = await provider('POST', entries, { body: allergy, release: 'now' }, key);
  assert.equal(Added.parse(retried.body).entry.id, entry.id);

  const amended = await provider('POST', `${entries}/${entry.id}/amend`, {
    version: 1,
    release: 'now',
    reason: 'Anaphylaxis reported',
    body: { ...allergy, severity: 'severe' },
  });
  assert.equal(amended.status, 200, JSON.stringify(amended.body));
  assert.equal(Added.parse(amended.body).entry.version, 2);
  const stale = await provider('POST', `${entries}/${entry.id}/amend`, {
    version: 1,
    release: 'now',
    reason: 'Late',
    body: allergy,
  });
  assert.equal(stale.status, 409);

  const chart = await provider('GET', `/clinic/v1/patients/${patientId}/chart`);
  assert.equal(chart.status, 200, JSON.stringify(chart.body));
  const history = await provider('GET', `${entries}/${entry.id}`);
  const { versions } = z.object({ versions: z.array(Entry) }).parse(history.body);
  assert.deepEqual(
    versions.map(({ version, amendReason }) => [version, amendReason]),
    [
      [1, ''],
      [2, 'Anaphylaxis reported'],
    ],
  );
  const patient = await as(patientId, 'Patients', 'patient-edge');
  const record = z.object({ entries: z.array(Entry) }).parse((await patient('GET', '/v1/record')).body);
  assert.equal(record.entries[0]?.authorName, 'Dr Test 1');
  const access = z
    .object({ events: z.array(z.object({ readerName: z.string(), why: z.string() })) })
    .parse((await patient('GET', '/v1/record/access')).body);
  assert.ok(
    access.events.some(({ readerName, why }) => readerName === 'Dr Test 1' && why === 'care-relationship'),
  );
});

test('a patient asks for a correction once, a clinician answers, and both stand in the record', async () => {
  const patient = await as(patientId, 'Patients', 'patient-edge');
  const record = async () =>
    z.object({ entries: z.array(Entry) }).parse((await patient('GET', '/v1/record')).body).entries;
  const [about] = await record();
  const ask = (text: string) =>
    patient('POST', `/v1/record/entries/${about?.id}/corrections`, { version: about?.version, text });
  assert.deepEqual(
    Problem.parse((await ask('  ')).body).errors?.map(({ field }) => field),
    ['text'],
  );
  const asked = await ask('I only had a rash');
  assert.equal(asked.status, 201, JSON.stringify(asked.body));
  const { entry: request } = Added.parse(asked.body);
  assert.equal((await ask('Again')).status, 409, 'one open request about an entry');
  const ofRequest = `/v1/record/entries/${request.id}/corrections`;
  assert.equal((await patient('POST', ofRequest, { version: 1, text: 'Of the request' })).status, 404);

  const path = `/clinic/v1/patients/${patientId}/corrections/${request.id}/answer`;
  const answer = { version: 1, state: 'declined', answer: 'The hospital saw anaphylaxis' };
  assert.equal((await otherTeam('POST', path, answer)).status, 404);
  assert.equal((await provider('POST', path, { ...answer, state: 'open' })).status, 400);
  const answered = await provider('POST', path, answer);
  assert.equal(answered.status, 200, JSON.stringify(answered.body));
  assert.equal((await provider('POST', path, answer)).status, 409, 'answered already');
  const shown = (await record()).find(({ id }) => id === request.id);
  assert.ok(shown?.kind === 'correction-request');
  assert.deepEqual(shown.body, { ...request.body, state: 'declined' });
  assert.deepEqual([shown.authorName, shown.amendReason], ['Dr Test 1', answer.answer]);
  assert.equal((await ask('Once more')).status, 201, 'what is answered can be asked again');
});

test('what makes no sense in an entry is named as it was sent', async () => {
  const entries = `/clinic/v1/patients/${patientId}/entries`;
  const shapeless = await provider('POST', entries, {
    body: { kind: 'allergy', colour: 'red' },
    release: 'now',
  });
  assert.deepEqual(
    Problem.parse(shapeless.body).errors?.map(({ field }) => field),
    ['body.colour'],
  );
  const unknown = await provider('POST', entries, { body: { kind: 'poem' }, release: 'now' });
  assert.deepEqual(
    Problem.parse(unknown.body).errors?.map(({ field }) => field),
    ['body.kind'],
  );
  const senseless = await provider('POST', entries, {
    body: { kind: 'allergy', clinicalStatus: 'active' },
    release: 'now',
  });
  assert.equal(senseless.status, 400);
  assert.deepEqual(
    Problem.parse(senseless.body).errors?.map(({ field }) => field),
    ['body.substance'],
  );
});

test('a text that no store takes, and a version beyond 32 bits, are refused wherever they come', async () => {
  const entry = { body: { kind: 'encounter-note', text: 'Seen', plan: 'a\0b' }, release: 'now' };
  const closure = { locationId: null, firstDate: '2031-12-24', lastDate: '2031-12-24', note: 'a\0b' };
  const wide = 2 ** 32 + 1;
  for (const [call, method, path, body, field] of [
    [provider, 'POST', `/clinic/v1/patients/${patientId}/entries`, entry, 'body.plan'],
    [admin, 'PUT', `/clinic/v1/closures/${randomUUID()}`, { ...closure, dryRun: false }, 'note'],
    [admin, 'GET', '/clinic/v1/slots?specialtyId=a%00b', undefined, 'specialtyId'],
    [admin, 'GET', '/clinic/v1/slots?specialtyId=a&visitTypeId=%00', undefined, 'visitTypeId'],
    [admin, 'GET', '/clinic/v1/slots?specialtyId=a&locationId=%00', undefined, 'locationId'],
    [
      provider,
      'POST',
      `/clinic/v1/appointments/${appointment.id}/status`,
      { version: wide, status: 'arrived' },
      'version',
    ],
    [admin, 'GET', `/clinic/v1/decisions/${appointment.id}/${wide}`, undefined, 'version'],
    [admin, 'GET', `/clinic/v1/decisions/${appointment.id}/1e0`, undefined, 'version'],
    [admin, 'GET', `/clinic/v1/decisions/${appointment.id}/01`, undefined, 'version'],
    [admin, 'GET', `/clinic/v1/decisions/${appointment.id}/%201`, undefined, 'version'],
  ] as const) {
    const answer = await call(method, path, body);
    assert.equal(answer.status, 400, `${path} ${JSON.stringify(answer.body)}`);
    assert.deepEqual(
      Problem.parse(answer.body).errors?.map((error) => error.field),
      [field],
      path,
    );
  }
});

test('a chart without a care relationship looks like one that does not exist', async () => {
  const refused = await otherTeam('GET', `/clinic/v1/patients/${patientId}/chart`);
  const absent = await otherTeam('GET', `/clinic/v1/patients/${randomUUID()}/chart`);
  assert.deepEqual([refused.status, absent.status], [404, 404]);
  assert.equal(refused.body['detail'], absent.body['detail']);
  assert.equal((await reception('GET', `/clinic/v1/patients/${patientId}/chart`)).status, 403);
  assert.equal((await admin('GET', `/clinic/v1/patients/${patientId}/chart`)).status, 403);
});

test('messages are for reception and administrators', async () => {
  for (let tries = 0; ; tries += 1) {
    const answer = await reception('GET', `/clinic/v1/messages?appointmentId=${appointment.id}`);
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    const { messages } = z
      .object({ messages: z.array(z.object({ personId: z.string(), appointmentVersion: z.int32() })) })
      .parse(answer.body);
    if (messages.length > 0) {
      assert.deepEqual(messages, [{ personId: patientId, appointmentVersion: 1 }]);
      break;
    }
    assert.ok(tries < 100, 'no message after 10 s');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal((await provider('GET', '/clinic/v1/messages')).status, 403);
});

test('a visit advances and goes back, with a key and a version', async () => {
  const path = `/clinic/v1/appointments/${appointment.id}/status`;
  const impossible = await reception('POST', path, { version: 1, status: 'cancelled' });
  assert.equal(impossible.status, 400);
  const stale = await reception('POST', path, { version: 7, status: 'arrived' });
  assert.equal(stale.status, 409, JSON.stringify(stale.body));
});

test('reception records contact with who waits, a clinician changes the urgency, and the list shows both', async () => {
  const waiting = await as(randomUUID(), 'Patients', 'patient-edge');
  const need = { specialtyId: 'cardiology', visitTypeId: 'heart-first', earliestDate: date(70), symptoms };
  const joined = await waiting('POST', '/v1/waitlist', { need, reason: 'Private words', autoAccept: false });
  assert.equal(joined.status, 201, JSON.stringify(joined.body));
  const { id } = z.object({ entry: z.object({ id: z.string() }) }).parse(joined.body).entry;
  const listed = async (call: Call) => {
    const answer = await call('GET', '/clinic/v1/waitlist?specialtyId=cardiology');
    const { entries } = z.object({ entries: z.array(WaitingPatient) }).parse(answer.body);
    return entries.find((entry) => entry.id === id);
  };
  const contact = { version: 1, outcome: 'message-left', note: 'Call after five' };
  const called = await reception('POST', `/clinic/v1/waitlist/${id}/contact`, contact);
  assert.equal(called.status, 200, JSON.stringify(called.body));
  const after = await listed(reception);
  assert.deepEqual([after?.lastContact?.outcome, after?.lastContact?.note], ['message-left', contact.note]);
  assert.equal(after?.reason, '', 'reception does not read why');

  const change = { version: after?.version, urgency: 'urgent', reason: 'Worse since Monday' };
  const path = `/clinic/v1/waitlist/${id}/retriage`;
  assert.equal((await reception('POST', path, change)).status, 403);
  assert.equal((await provider('POST', path, { ...change, reason: '' })).status, 400);
  assert.equal((await provider('POST', path, change)).status, 200);
  const changed = await listed(provider);
  assert.deepEqual([changed?.urgency, changed?.reason], ['urgent', 'Private words']);
  assert.equal((await provider('POST', path, { ...change, urgency: 'soon' })).status, 409, 'another version');
});

test('a clinician adds an extra clinic of their own, and an administrator takes it back', async () => {
  const id = randomUUID();
  const session = {
    providerId: hospital.providers[0],
    locationId: 'north',
    visitTypeId: 'heart-first',
    seats: 1,
    mode: 'in-person',
    weekday: new Date(date(40)).getUTCDay() || 7,
    starts: '20:00',
    ends: '22:00',
    firstDate: date(40),
    lastDate: date(40),
    carveOut: null,
  };
  const path = `/clinic/v1/sessions/${id}`;
  const listed = async () => {
    const answer = await admin('GET', `/clinic/v1/sessions?providerId=${hospital.providers[0]}`);
    return z
      .object({ sessions: z.array(z.object({ id: z.string() })) })
      .parse(answer.body)
      .sessions.some((one) => one.id === id);
  };
  const tried = await provider('PUT', path, { session, version: 0, dryRun: true });
  assert.equal(Changed.parse(tried.body).impact.slotsAdded, 4);
  assert.equal(await listed(), false, 'trying saves nothing');
  const weekly = await provider('PUT', path, { session: { ...session, lastDate: null }, version: 0 });
  assert.ok([400, 403].includes(weekly.status), 'clinicians add single dates only');
  assert.equal((await provider('PUT', path, { session, version: 0 })).status, 200);
  assert.equal(await listed(), true);

  const end = { version: 1, lastDate: date(39) };
  const shown = await admin('POST', `${path}/end`, { ...end, dryRun: true });
  assert.equal(Changed.parse(shown.body).impact.slotsRetired, 4);
  assert.equal(await listed(), true);
  assert.equal((await admin('POST', `${path}/end`, { ...end, version: 7 })).status, 409);
  assert.equal((await admin('POST', `${path}/end`, end)).status, 200);
  assert.equal(await listed(), false);
});

test('a visit that leave met is settled by a time agreed with the patient; then the leave is called off', async () => {
  const at = (days: number) => new Date(`${date(days)}T09:00:00Z`);
  const [slotId] = await hospital.addSlots(at(20), 1);
  const [agreed] = await hospital.addSlots(at(24), 1);
  const patient = await as(randomUUID(), 'Patients', 'patient-edge');
  const booked = await patient('POST', '/v1/appointments', { slotId, reason: '', symptoms });
  const { id: appointmentId } = Booked.parse(booked.body).appointment;

  const leave = `/clinic/v1/leave/${randomUUID()}`;
  const saved = await admin('PUT', leave, {
    providerId: hospital.providers[0],
    note: 'Course',
    period: { firstDate: date(20), lastDate: date(20), fromTime: null, toTime: null },
    moves: [{ appointmentId, version: 1, toSlotId: null }],
  });
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  const worklist = async () => {
    const { body } = await reception('GET', '/clinic/v1/worklist');
    return z
      .object({ visits: z.array(LeaveVisit) })
      .parse(body)
      .visits.map((visit) => visit.appointmentId);
  };
  assert.deepEqual(await worklist(), [appointmentId]);
  const path = `${leave}/visits/${appointmentId}/settle`;
  assert.equal((await reception('POST', path, { version: 9, slotId: agreed })).status, 409);
  // The second version told the patient that the time cannot be kept.
  const settled = await reception('POST', path, { version: 2, slotId: agreed });
  assert.equal(settled.status, 200, JSON.stringify(settled.body));
  assert.deepEqual(await worklist(), []);
  const moved = Booked.parse((await patient('GET', `/v1/appointments/${appointmentId}`)).body).appointment;
  assert.deepEqual([moved.slot.id, moved.version], [agreed, 3]);

  const cancelled = await admin('POST', `${leave}/cancel`, { version: 1 });
  assert.equal(cancelled.status, 200, JSON.stringify(cancelled.body));
  assert.ok(z.object({ leave: Leave }).parse(cancelled.body).leave.endedAt);
  const { body } = await admin('GET', `/clinic/v1/leave?providerId=${hospital.providers[0]}`);
  assert.deepEqual(body['leave'], [], 'what was called off is not listed');
});

test('patients have no business here', async () => {
  const patient = await as(patientId, 'Patients');
  for (const [method, path, body] of [
    ['POST', '/clinic/v1/session', {}],
    ['GET', '/clinic/v1/directory', undefined],
    ['GET', '/clinic/v1/day', undefined],
    ['GET', `/clinic/v1/patients/${patientId}/chart`, undefined],
    ['GET', '/clinic/v1/live', undefined],
  ] as const) {
    assert.equal((await patient(method, path, body)).status, 403, path);
  }
});
