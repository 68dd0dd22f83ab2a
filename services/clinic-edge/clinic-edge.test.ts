import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { Appointment } from '@healthbooker/protos/json/appointment';
import { Leave, LeaveVisit } from '@healthbooker/protos/json/leave';
import { WaitingPatient } from '@healthbooker/protos/json/waitlist-staff';
import { z } from 'zod';
import { type As, Booked, type Call, type Clinic, Problem, startClinic, symptoms } from './test/clinic.ts';

const Changed = z.object({ impact: z.object({ slotsAdded: z.int32(), slotsRetired: z.int32() }) });
const Day = z.object({
  date: z.string(),
  timeZone: z.string(),
  visits: z.array(z.object({ appointment: Appointment, patient: z.unknown() })),
});

/** A date so many days ahead, YYYY-MM-DD. */
const date = (days: number) => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10);

let clinic: Clinic;
let hospital: Clinic['hospital'];
let as: As;
let provider: Call;
let otherTeam: Call;
let reception: Call;
let admin: Call;
let patientId: Clinic['patientId'];
let appointment: Clinic['appointment'];

before(async () => {
  clinic = await startClinic();
  ({ hospital, as, provider, otherTeam, reception, admin, patientId, appointment } = clinic);
});
after(() => clinic?.stop());

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
