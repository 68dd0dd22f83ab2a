import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type RawService, rawService } from './access/raw-call.ts';
import { datesWithoutSlots, type TestHospital, testHospital } from './hospital.ts';
import { addToPool, testPool } from './pool.ts';
import { signIn } from './sign-in.ts';
import { callEdge, startSystem, type TestSystem } from './system.ts';
import { accessToken, workloadToken } from './tokens.ts';

const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

let system: TestSystem;
let hospital: TestHospital;
let slots: string[];
let raw: Record<'scheduler' | 'appointment' | 'ehr', RawService>;

before(async () => {
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  slots = await hospital.addSlots(new Date(Math.ceil(Date.now() / 864e5 + 5) * 864e5 + 9 * 36e5), 24);
  const open = (name: keyof typeof raw, titles: string[]) =>
    rawService(name, titles, system.services[name].address);
  raw = {
    scheduler: open('scheduler', ['SchedulerService', 'WaitlistService', 'SeriesService', 'ReferralService']),
    appointment: open('appointment', ['AppointmentService', 'IdentityService']),
    ehr: open('ehr', ['EhrService']),
  };
});
after(async () => {
  for (const service of Object.values(raw ?? {})) service.close();
  await hospital?.close();
  await system?.stop();
});

const freeSlot = () => slots.shift() ?? assert.fail('there are no slots left');
const need = () => ({ specialtyId: hospital.specialtyId, visitTypeId: hospital.visitTypeId, symptoms });

/** One account in both groups, acting at the patients' edge and at the clinic's. */
async function twoRoles(sub: string, group: 'Providers' | 'Receptionists') {
  const groups = ['Patients', group];
  const tokens = {
    patient: await accessToken({ sub, groups, capacity: 'patient' }),
    staff: await accessToken({ sub, groups, capacity: 'staff' }),
  };
  const call =
    (edge: 'patient-edge' | 'clinic-edge', token: string) => (method: string, path: string, body?: unknown) =>
      callEdge(system.services[edge], method, path, { token, ...(body !== undefined && { body }) });
  return {
    sub,
    tokens,
    asPatient: call('patient-edge', tokens.patient),
    asStaff: call('clinic-edge', tokens.staff),
  };
}

for (const [who, group] of [
  ['a clinician', 'Providers'],
  ['a receptionist', 'Receptionists'],
] as const) {
  test(`${who} who is a patient too does nothing for a stranger at the patients’ edge`, async () => {
    const own = group === 'Providers' ? hospital.providers[0] : randomUUID();
    const { asPatient, asStaff } = await twoRoles(own, group);
    const stranger = randomUUID();
    const slotId = freeSlot();
    const tries = {
      booking: ['/v1/appointments', { patientId: stranger, slotId, reason: 'x', symptoms }],
      hold: ['/v1/holds', { patientId: stranger, slotId: freeSlot() }],
      proposal: ['/v1/proposals', { patientId: stranger, ...need() }],
      'waiting list': ['/v1/waitlist', { patientId: stranger, need: need(), reason: '', autoAccept: false }],
      series: [
        '/v1/series',
        { patientId: stranger, everyWeeks: 1, slotIds: [freeSlot(), freeSlot()], reason: 'x' },
      ],
    } as const;
    const done: string[] = [];
    for (const [what, [path, body]] of Object.entries(tries)) {
      const { status } = await asPatient('POST', path, body);
      if (status !== 403) done.push(`${what}: ${status}`);
    }
    assert.deepEqual(done, []);
    const chart = await asStaff('GET', `/clinic/v1/patients/${stranger}/chart`);
    assert.equal(chart.status, group === 'Providers' ? 404 : 403);
  });
}

test('nobody acts as staff for themselves: not for their own visit, chart, referral or place on a list', async () => {
  const [own] = hospital.providers;
  const me = await twoRoles(own, 'Providers');
  const desk = await twoRoles(randomUUID(), 'Receptionists');
  const refused: Record<string, number> = {};
  const note = async (what: string, asked: ReturnType<typeof me.asStaff>) => {
    refused[what] = (await asked).status;
  };
  await note('chart', me.asStaff('GET', `/clinic/v1/patients/${own}/chart`));
  await note('referrals', me.asStaff('GET', `/clinic/v1/patients/${own}/referrals`));
  await note(
    'a referral',
    me.asStaff('POST', `/clinic/v1/patients/${own}/referrals`, {
      kind: 'follow-up',
      specialtyId: hospital.specialtyId,
      urgency: 'urgent',
    }),
  );
  const entry = { body: { kind: 'encounter-note', text: 'Well', plan: 'None' }, release: 'now' };
  await note('an entry', me.asStaff('POST', `/clinic/v1/patients/${own}/entries`, entry));

  const waiting = { need: { ...need(), ...datesWithoutSlots() } };
  const joined = await me.asPatient('POST', '/v1/waitlist', { ...waiting, reason: '', autoAccept: false });
  assert.equal(joined.status, 201, JSON.stringify(joined.body));
  const { id, version } = joined.body['entry'] as { id: string; version: number };
  const more = { version, urgency: 'urgent', reason: 'I know best' };
  await note('urgency', me.asStaff('POST', `/clinic/v1/waitlist/${id}/retriage`, more));
  const contact = { version, outcome: 'reached', note: '' };
  await note('contact', me.asStaff('POST', `/clinic/v1/waitlist/${id}/contact`, contact));

  const booked = await desk.asPatient('POST', '/v1/appointments', {
    slotId: freeSlot(),
    reason: 'My own',
    symptoms,
  });
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  const visit = booked.body['appointment'] as { id: string; version: number };
  const status = { version: visit.version, status: 'arrived' };
  await note('status', desk.asStaff('POST', `/clinic/v1/appointments/${visit.id}/status`, status));
  assert.deepEqual(refused, {
    chart: 403,
    referrals: 403,
    'a referral': 403,
    'an entry': 403,
    urgency: 403,
    contact: 403,
    status: 403,
  });
  const cancelled = await desk.asPatient('POST', `/v1/appointments/${visit.id}/cancel`, {
    version: visit.version,
  });
  assert.equal(cancelled.status, 200);
  assert.equal((await me.asPatient('GET', '/v1/record')).status, 200);
});

for (const group of ['Providers', 'Receptionists'] as const) {
  test(`no RPC lets one of the ${group} act as staff for themselves`, async () => {
    const own = group === 'Providers' ? hospital.providers[1] : randomUUID();
    const { tokens } = await twoRoles(own, group);
    const voucher = await workloadToken('patient-edge', 'appointment');
    const account = { email: `${own}@example.com`, name: 'Nina Hall', birthDate: '1985-12-10', phone: '' };
    await raw.appointment.call('EnsureProfile', account, tokens.patient, voucher);
    const wish = { wanted: { name: 'Nina Stone' }, reason: 'Married' };
    const asked = await raw.appointment.call('RequestIdentityChange', wish, tokens.patient);
    const requestId = (asked['request'] as { id: string }).id;
    const key = () => ({ operationKey: randomUUID() });
    const visit = { appointmentId: randomUUID(), expectedVersion: 1 };
    const what = { patientId: own, reason: '', urgency: 'URGENCY_ROUTINE' };
    const reserve = { ...what, appointmentId: visit.appointmentId, slotId: freeSlot(), ...key() };
    await raw.scheduler.call('Reserve', reserve, tokens.patient);
    const held = await raw.scheduler.call('HoldSlot', { patientId: own, slotId: freeSlot() }, tokens.patient);
    const holdId = (held['hold'] as { id: string }).id;
    const waitingNeed = { ...need(), ...datesWithoutSlots() };
    const wait = { patientId: own, need: waitingNeed, reason: '', ...key() };
    const joined = await raw.scheduler.call('JoinWaitlist', wait, tokens.patient);
    const { appointmentId } = joined['entry'] as { appointmentId: string };
    const place = { appointmentId, expectedVersion: 1 };
    const contact = { outcome: 'CONTACT_OUTCOME_REACHED', note: '' };
    const about = { personId: own, requestId };
    const tries: readonly (readonly [keyof typeof raw, string, object])[] = [
      ['scheduler', 'Reserve', { ...reserve, appointmentId: randomUUID(), ...key() }],
      ['scheduler', 'Propose', { patientId: own, need: need() }],
      ['scheduler', 'HoldSlot', { patientId: own, slotId: reserve.slotId }],
      ['scheduler', 'ExtendHold', { patientId: own, holdId }],
      ['scheduler', 'ReleaseHold', { patientId: own, holdId }],
      ['scheduler', 'MoveReservation', { ...visit, slotId: freeSlot(), ...key() }],
      ['scheduler', 'CancelReservation', { ...visit, ...key() }],
      ['scheduler', 'ChangeVisitStatus', { ...visit, status: 'VISIT_STATUS_ARRIVED', ...key() }],
      ['scheduler', 'GetReservation', { appointmentId: visit.appointmentId }],
      ['scheduler', 'JoinWaitlist', { ...wait, ...key() }],
      ['scheduler', 'ChangeWaitlistEntry', { ...place, need: waitingNeed, reason: '', ...key() }],
      ['scheduler', 'LeaveWaitlist', { ...place, ...key() }],
      ['scheduler', 'GetWaitlistEntry', { appointmentId }],
      ['scheduler', 'Retriage', { ...place, urgency: 'URGENCY_URGENT', reason: 'I know best', ...key() }],
      ['scheduler', 'RecordContact', { ...place, ...contact, ...key() }],
      ['scheduler', 'ProposeSeries', { patientId: own, need: need(), everyWeeks: 1, count: 2 }],
      ['scheduler', 'ListReferrals', { patientId: own }],
      ['ehr', 'GetChart', { patientId: own }],
      ['appointment', 'GetIdentity', { personId: own }],
      ['appointment', 'ConfirmIdentityRequest', { ...about, evidence: 'Passport' }],
      ['appointment', 'RefuseIdentityRequest', { ...about, refusal: 'Not so' }],
    ];
    const outcomes: string[] = [];
    for (const [service, method, request] of tries) {
      const outcome = await raw[service].call(method, request, tokens.staff).then(
        () => 'done',
        (err: { kind?: string }) => err.kind,
      );
      if (outcome !== 'forbidden') outcomes.push(`${method}: ${outcome}`);
    }
    assert.deepEqual(outcomes, []);
  });
}

test('open pages of one who is both hear of their own care as a patient, of their work as staff', async () => {
  const [own] = hospital.providers;
  const both = await twoRoles(own, 'Providers');
  const visitor = await accessToken({ sub: randomUUID(), groups: ['Patients'] });
  const stop = new AbortController();
  const listen = async (edge: 'patient-edge' | 'clinic-edge', path: string, token: string) => {
    const { body } = await fetch(`${system.services[edge].url}${path}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: stop.signal,
    });
    let text = '';
    const reading = (async () => {
      for await (const chunk of body ?? []) text += Buffer.from(chunk).toString('utf8');
    })();
    reading.catch(() => undefined);
    return async (part: string) => {
      while (!text.includes(part)) await new Promise((resolve) => setTimeout(resolve, 20));
      return text;
    };
  };
  const atHome = await listen('patient-edge', '/v1/live', both.tokens.patient);
  const atWork = await listen('clinic-edge', '/clinic/v1/live', both.tokens.staff);
  await Promise.all([atHome('event: resumed'), atWork('event: resumed')]);
  const book = (token: string, slotId: string) =>
    callEdge(system.services['patient-edge'], 'POST', '/v1/appointments', {
      token,
      body: { slotId, reason: '', symptoms },
    });
  const theirs = (await book(visitor, freeSlot())).body['appointment'] as { id: string };
  const heard = await atWork(theirs.id);
  const waiting = { need: { ...need(), ...datesWithoutSlots() } };
  const { body } = await both.asPatient('GET', '/v1/waitlist');
  const [entry] = body['entries'] as { id: string; version: number }[];
  if (entry) await both.asPatient('POST', `/v1/waitlist/${entry.id}/leave`, { version: entry.version });
  const joined = await both.asPatient('POST', '/v1/waitlist', { ...waiting, reason: '', autoAccept: false });
  const place = joined.body['entry'] as { id: string };
  const ownNews = await atHome(place.id);
  stop.abort();
  assert.ok(!ownNews.includes(theirs.id), 'the patients’ page heard of a visit at work');
  assert.ok(!heard.includes('event: waitlist'), heard);
});

test('an id in capitals is the same id: for rights, for what is stored, for what is listed', async () => {
  const [own] = hospital.providers;
  const me = await twoRoles(own, 'Providers');
  const chart = await me.asStaff('GET', `/clinic/v1/patients/${own.toUpperCase()}/chart`);
  assert.equal(chart.status, 403, 'one’s own, whatever way it is written');
  const patient = await twoRoles(randomUUID(), 'Receptionists');
  const capitals = patient.sub.toUpperCase();
  const wanted = { patientId: capitals, slotId: freeSlot().toUpperCase(), reason: '', symptoms };
  const booked = await patient.asPatient('POST', '/v1/appointments', wanted);
  assert.equal(booked.status, 201, JSON.stringify(booked.body));
  for (const patientId of [patient.sub, capitals]) {
    const { body } = await patient.asPatient('GET', `/v1/appointments?patientId=${patientId}`);
    assert.equal((body['appointments'] as unknown[]).length, 1, patientId);
  }
});

test('who works here becomes a patient when they say so, and not before', async () => {
  const account = {
    sub: randomUUID(),
    email: `nina.${randomUUID()}@example.com`,
    password: 'correct horse 7',
  };
  const attributes = { name: 'Nina Hall', birthdate: '1980-02-01' };
  addToPool([{ ...account, groups: ['Receptionists'], attributes }]);
  const session = async () => {
    const token = await signIn(testPool(), account.email, account.password, 'patient');
    const answer = await callEdge(system.services['patient-edge'], 'POST', '/v1/session', {
      token,
      body: {},
    });
    const { profile, refreshToken, worksHere } = answer.body as Record<string, unknown>;
    return { token, profile: profile as { medicalRecordNumber: string } | null, refreshToken, worksHere };
  };
  for (const _ of ['asked', 'asked again while the answer is out']) {
    const { profile, refreshToken, worksHere } = await session();
    assert.deepEqual([profile, refreshToken, worksHere], [null, false, true]);
  }
  const { token } = await session();
  const agreed = await callEdge(system.services['patient-edge'], 'PUT', '/v1/me/patient', { token });
  assert.equal(agreed.status, 204);
  const stale = await callEdge(system.services['patient-edge'], 'POST', '/v1/session', { token, body: {} });
  assert.deepEqual([stale.body['refreshToken'], stale.body['worksHere']], [true, false]);
  const { profile, worksHere } = await session();
  assert.equal(worksHere, false);
  assert.notEqual(profile?.medicalRecordNumber ?? '', '');
  const atWork = await signIn(testPool(), account.email, account.password, 'staff');
  const clinic = await callEdge(system.services['clinic-edge'], 'POST', '/clinic/v1/session', {
    token: atWork,
    body: {},
  });
  assert.deepEqual(clinic.body['groups'], ['Receptionists']);
});

test('a link is made between two patients only, not with somebody who only works here', async () => {
  const everybody = ['patient', 'other'].map((name) => ({
    sub: randomUUID(),
    email: `${name}.${randomUUID()}@example.com`,
    password: 'correct horse 8',
  }));
  const staff = { sub: randomUUID(), email: `dana.${randomUUID()}@example.com`, password: 'correct horse 9' };
  const attributes = { name: 'Dana Hall', birthdate: '1980-02-01' };
  addToPool([
    ...everybody.map((account) => ({ ...account, groups: ['Patients' as const], attributes })),
    { ...staff, groups: ['Receptionists' as const], attributes },
  ]);
  for (const [account, edge, path, capacity] of [
    ...everybody.map((one) => [one, 'patient-edge', '/v1/session', 'patient'] as const),
    [staff, 'clinic-edge', '/clinic/v1/session', 'staff'] as const,
  ]) {
    const token = await signIn(testPool(), account.email, account.password, capacity);
    assert.equal((await callEdge(system.services[edge], 'POST', path, { token, body: {} })).status, 200);
  }
  const [patient, other] = everybody.map(({ sub }) => sub);
  const token = await accessToken({ sub: randomUUID(), groups: ['Receptionists'], capacity: 'staff' });
  const link = async (patientId: string | undefined, proxyId: string | undefined) => {
    const path = `/clinic/v1/patients/${patientId}/proxies/${proxyId}`;
    const body = { scope: 'bookings', evidence: 'Passports', reason: 'Cannot use a computer' };
    return (await callEdge(system.services['clinic-edge'], 'PUT', path, { token, body })).status;
  };
  assert.deepEqual(
    [await link(patient, staff.sub), await link(staff.sub, other), await link(patient, other)],
    [404, 404, 200],
  );
});
