import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import { addToPool, testPool } from '@healthbooker/local/test/pool';
import { signIn } from '@healthbooker/local/test/sign-in';
import { callEdge, startSystem, type TestSystem } from '@healthbooker/local/test/system';
import { accessToken } from '@healthbooker/local/test/tokens';
import { Appointment, AppointmentSummary } from '@healthbooker/protos/json/appointment';
import { Directory } from '@healthbooker/protos/json/directory';
import { Profile } from '@healthbooker/protos/json/profile';
import { Hold, Slot } from '@healthbooker/protos/json/slot';
import { z } from 'zod';

const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };
const Proposal = z.object({
  urgency: z.string(),
  offer: Hold.nullable(),
  others: z.array(Slot),
  why: z.string(),
});
const Booked = z.object({ appointment: Appointment });
const Problem = z.object({
  type: z.string().transform((type) => type.replace(/^.*\//, '')),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  alternatives: z.array(Slot).optional(),
});

let system: TestSystem;
let hospital: TestHospital;

before(async () => {
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  await hospital.addSlots(inDays(3), 12);
  await hospital.addSlots(inDays(10), 12);
});
after(async () => {
  await hospital?.close();
  await system?.stop();
});

/** Nine in the morning, UTC. */
function inDays(days: number): Date {
  return new Date(Math.floor(Date.now() / 864e5) * 864e5 + days * 864e5 + 9 * 36e5);
}

async function newPatient() {
  const token = await accessToken({ sub: randomUUID(), groups: ['Patients'] });
  return (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
    callEdge(system.services['patient-edge'], method, path, {
      token,
      ...(body !== undefined && { body }),
      ...(headers && { headers }),
    });
}
type Patient = Awaited<ReturnType<typeof newPatient>>;

test('both edges tell anybody which system this is and what it was built from', async () => {
  const tells = z.object({ environment: z.literal('local'), commit: z.string().regex(/^([0-9a-f]{40})?$/) });
  for (const [edge, path] of [
    ['patient-edge', '/v1/config'],
    ['clinic-edge', '/clinic/v1/config'],
  ] as const) {
    const { status, body } = await callEdge(system.services[edge], 'GET', path);
    assert.equal(status, 200);
    tells.parse(body);
  }
});

async function propose(patient: Patient, answers = symptoms) {
  const { specialtyId, visitTypeId } = hospital;
  const need = {
    specialtyId,
    visitTypeId,
    timesOfDay: ['morning', 'afternoon'],
    daysOfWeek: [1, 2, 3, 4, 5, 6, 7],
  };
  const answer = await patient('POST', '/v1/proposals', { ...need, symptoms: answers });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return Proposal.parse(answer.body);
}

async function book(patient: Patient, slotId: string, holdId?: string) {
  const answer = await patient('POST', '/v1/appointments', {
    slotId,
    reason: 'Palpitations',
    symptoms,
    ...(holdId && { holdId }),
  });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return { ...Booked.parse(answer.body), headers: answer.headers };
}

test('from a need to a booking, a move, a calendar entry and a cancellation', async () => {
  const patient = await newPatient();
  const { offer, others, urgency } = await propose(patient);
  assert.equal(urgency, 'routine');
  assert.ok(offer);
  const { appointment, headers } = await book(patient, offer.slot.id, offer.id);
  assert.equal(headers.get('location'), `/v1/appointments/${appointment.id}`);
  assert.equal(headers.get('etag'), '"1"');
  assert.deepEqual(appointment.slot, offer.slot);
  assert.equal(appointment.reason, 'Palpitations');

  const page = await patient('GET', `/v1/appointments/${appointment.id}`);
  assert.equal(page.status, 200);
  assert.equal(page.headers.get('cache-control'), 'no-store');
  assert.deepEqual(
    z
      .object({
        late: z.boolean(),
        location: z.object({ stepFreeRoute: z.string() }),
        visitType: z.object({ preparation: z.string() }),
      })
      .parse(page.body),
    {
      late: false,
      location: { stepFreeRoute: 'Ramp at the side door' },
      visitType: { preparation: 'Bring your medicines' },
    },
  );

  const target = others.at(-1);
  assert.ok(target);
  const path = `/v1/appointments/${appointment.id}`;
  const moved = await patient('POST', `${path}/move`, { version: 1, slotId: target.id });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
  assert.equal(Booked.parse(moved.body).appointment.version, 2);
  const stale = await patient('POST', `${path}/cancel`, { version: 1 });
  assert.equal(stale.status, 409);
  assert.equal(Problem.parse(stale.body).type, 'conflict');

  const calendar = await patient('GET', `${path}/calendar`);
  assert.equal(calendar.status, 200);
  assert.equal(calendar.headers.get('content-type'), 'text/calendar; charset=utf-8');
  assert.match(calendar.headers.get('content-disposition') ?? '', /^attachment/);
  assert.match(String(calendar.body['text']), /BEGIN:VCALENDAR/);

  const cancelled = await patient('POST', `${path}/cancel`, { version: 2 });
  assert.equal(cancelled.status, 200, JSON.stringify(cancelled.body));
  assert.equal(cancelled.body['late'], false);

  const list = await patient('GET', '/v1/appointments?limit=5');
  const [summary] = z.object({ appointments: z.array(AppointmentSummary) }).parse(list.body).appointments;
  assert.equal(summary?.id, appointment.id);
  assert.equal(summary?.status, 'cancelled');
  assert.equal(summary?.version, 3);
});

test('a retry with its key answers the same, another body under that key is refused', async () => {
  const patient = await newPatient();
  const slots = await freeSlots(patient);
  const key = { 'idempotency-key': randomUUID() };
  const booking = { slotId: slots[0]?.id, reason: '', symptoms };
  const first = await patient('POST', '/v1/appointments', booking, key);
  const again = await patient('POST', '/v1/appointments', booking, key);
  assert.deepEqual([first.status, again.status], [201, 201], JSON.stringify(again.body));
  assert.equal(Booked.parse(first.body).appointment.id, Booked.parse(again.body).appointment.id);
  const other = await patient('POST', '/v1/appointments', { ...booking, reason: 'Other' }, key);
  assert.equal(other.status, 422, JSON.stringify(other.body));
});

async function freeSlots(patient: Patient): Promise<z.output<typeof Slot>[]> {
  const answer = await patient('GET', `/v1/slots?specialtyId=${hospital.specialtyId}&limit=100`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return z.object({ slots: z.array(Slot) }).parse(answer.body).slots;
}

test('slots come in pages, and a taken one answers with three others', async () => {
  const [patient, rival] = [await newPatient(), await newPatient()];
  const first = await patient('GET', `/v1/slots?specialtyId=${hospital.specialtyId}&limit=2`);
  const page = z.object({ slots: z.array(Slot), nextCursor: z.string() }).parse(first.body);
  assert.equal(page.slots.length, 2);
  const next = await patient(
    'GET',
    `/v1/slots?specialtyId=${hospital.specialtyId}&limit=2&cursor=${encodeURIComponent(page.nextCursor)}`,
  );
  const second = z.object({ slots: z.array(Slot) }).parse(next.body);
  assert.ok((second.slots[0]?.startAt ?? '') > (page.slots[1]?.startAt ?? ''));

  const slotId = page.slots[0]?.id ?? '';
  await book(rival, slotId);
  const taken = await patient('POST', '/v1/appointments', { slotId, reason: '', symptoms });
  assert.equal(taken.status, 409);
  const problem = Problem.parse(taken.body);
  assert.equal(problem.type, 'slot-taken');
  assert.equal(problem.alternatives?.length, 3);
  const held = await patient('POST', '/v1/holds', { slotId });
  assert.equal(held.status, 409);
});

test('a hold keeps a slot from others until it is given back', async () => {
  const [patient, rival] = [await newPatient(), await newPatient()];
  const slotId = (await freeSlots(patient)).at(-1)?.id ?? '';
  const held = await patient('POST', '/v1/holds', { slotId });
  assert.equal(held.status, 201, JSON.stringify(held.body));
  const hold = Hold.parse(held.body);
  assert.equal(held.headers.get('location'), `/v1/holds/${hold.id}`);
  assert.equal((await rival('POST', '/v1/holds', { slotId })).status, 409);
  assert.equal((await patient('DELETE', `/v1/holds/${hold.id}`)).status, 204);
  assert.ok([204, 404].includes((await rival('DELETE', `/v1/holds/${hold.id}`)).status));
});

test('signs of an emergency are never booked', async () => {
  const patient = await newPatient();
  const { offer, urgency } = await propose(patient, { ...symptoms, emergencySigns: true });
  assert.equal(urgency, 'emergency');
  assert.equal(offer, null);
  const slotId = (await freeSlots(patient))[0]?.id;
  const answer = await patient('POST', '/v1/appointments', {
    slotId,
    reason: '',
    symptoms: { ...symptoms, emergencySigns: true },
  });
  assert.equal(answer.status, 400);
  assert.equal(Problem.parse(answer.body).errors?.[0]?.field, 'symptoms.emergencySigns');
});

test('somebody else’s appointment does not exist', async () => {
  const [owner, stranger] = [await newPatient(), await newPatient()];
  const { appointment } = await book(owner, (await freeSlots(owner))[0]?.id ?? '');
  const path = `/v1/appointments/${appointment.id}`;
  const answers = [
    await stranger('GET', path),
    await stranger('GET', `${path}/calendar`),
    await stranger('POST', `${path}/cancel`, { version: 1 }),
    await stranger('POST', `${path}/check-in`, { version: 1 }),
    await stranger('POST', `${path}/move`, { version: 1, slotId: (await freeSlots(stranger))[0]?.id }),
  ];
  const nowhere = await stranger('GET', `/v1/appointments/${randomUUID()}`);
  for (const answer of answers) {
    assert.equal(answer.status, 404, JSON.stringify(answer.body));
    assert.equal(Problem.parse(answer.body).type, Problem.parse(nowhere.body).type);
  }
});

test('the directory is rendered once and revalidated by its tag', async () => {
  const patient = await newPatient();
  const answer = await patient('GET', '/v1/directory');
  assert.equal(answer.headers.get('cache-control'), 'private, max-age=60');
  assert.match(answer.headers.get('etag') ?? '', /^W\//);
  const { providers, locations } = Directory.parse(answer.body);
  assert.equal(providers.length, 2);
  assert.deepEqual(
    locations.map(({ id }) => id),
    ['north'],
  );
});

test('fields that services refuse have the names their callers use', async () => {
  const patient = await newPatient();
  const bad = await patient('GET', '/v1/appointments?cursor=nonsense');
  assert.equal(bad.status, 400, JSON.stringify(bad.body));
  assert.deepEqual(
    Problem.parse(bad.body).errors?.map(({ field }) => field),
    ['cursor'],
  );
  const unconditional = await patient('PATCH', '/v1/me', { name: 'Ann' });
  assert.equal(unconditional.status, 428);
  const weak = await patient('PATCH', '/v1/me', { name: 'Ann' }, { 'if-match': 'W/"1"' });
  assert.equal(weak.status, 412);
});

test('a text that no store takes, and a version beyond 32 bits, change nothing', async () => {
  const patient = await newPatient();
  const [slot] = await freeSlots(patient);
  const { appointment } = await book(patient, slot?.id ?? '');
  const { specialtyId, visitTypeId } = hospital;
  const need = { specialtyId, visitTypeId, symptoms };
  const at = `/v1/appointments/${appointment.id}`;
  for (const [path, body, field] of [
    [`${at}/cancel`, { version: 2 ** 32 + 1 }, 'version'],
    [`${at}/lateness`, { version: 2 ** 32 + 1, lateMinutes: 5 }, 'version'],
    ['/v1/proposals', { ...need, specialtyId: 'a\0' }, 'specialtyId'],
    ['/v1/proposals', { ...need, visitTypeId: '\ud800' }, 'visitTypeId'],
    ['/v1/proposals', { ...need, locationId: '\0' }, 'locationId'],
    ['/v1/waitlist', { need, reason: 'a\0b', autoAccept: false }, 'reason'],
    ['/v1/appointments', { slotId: slot?.id, reason: 'a\udc00b', symptoms }, 'reason'],
  ] as const) {
    const answer = await patient('POST', path, body);
    assert.equal(answer.status, 400, `${path} ${JSON.stringify(answer.body)}`);
    assert.deepEqual(
      Problem.parse(answer.body).errors?.map((error) => error.field),
      [field],
      path,
    );
  }
  const page = await patient('GET', at);
  assert.equal(z.object({ appointment: Appointment }).parse(page.body).appointment.version, 1);
});

test('an own record is empty at first, and looking at it is on record', async () => {
  const patient = await newPatient();
  const record = await patient('GET', '/v1/record');
  assert.equal(record.status, 200, JSON.stringify(record.body));
  assert.deepEqual(record.body['entries'], []);
  const access = await patient('GET', '/v1/record/access');
  const { events } = z
    .object({ events: z.array(z.object({ what: z.string(), why: z.string() })) })
    .parse(access.body);
  assert.deepEqual(events, [{ what: 'chart', why: 'own-record' }]);
  assert.equal((await patient('GET', `/v1/record/entries/${randomUUID()}`)).status, 404);
});

test('staff are sent to their own portal', async () => {
  const token = await accessToken({ sub: randomUUID(), groups: ['Providers'] });
  const answer = await callEdge(system.services['patient-edge'], 'POST', '/v1/session', { token, body: {} });
  assert.equal(answer.status, 403);
});

test('an account of which no profile can be made is asked for what is wrong, once', async () => {
  const email = `zoe.${randomUUID()}@example.com`;
  const password = 'correct horse 7';
  const attributes = { name: '\u200b', birthdate: '2023-02-29' };
  addToPool([{ sub: randomUUID(), email, password, groups: ['Patients'], attributes }]);
  const token = await signIn(testPool(), email, password, 'patient');
  const session = (body: unknown) =>
    callEdge(system.services['patient-edge'], 'POST', '/v1/session', { token, body });
  const asked = (answer: { body: Record<string, unknown> }) =>
    z
      .array(z.object({ field: z.string() }))
      .parse(answer.body['wrong'])
      .map(({ field }) => field);

  const first = await session({});
  assert.deepEqual([first.status, first.body['profile'], asked(first)], [200, null, ['name', 'birthDate']]);
  const half = await session({ name: 'Zoë Smith', birthDate: '2999-01-01' });
  assert.deepEqual([half.status, asked(half)], [200, ['birthDate']]);
  const whole = await session({ name: 'Zoë Smith', birthDate: '1996-02-29' });
  const { profile } = z.object({ profile: Profile }).parse(whole.body);
  assert.deepEqual([profile.name, profile.birthDate, asked(whole)], ['Zoë Smith', '1996-02-29', []]);
  const later = z.object({ profile: Profile }).parse((await session({ name: 'Eve' })).body);
  assert.equal(later.profile.name, 'Zoë Smith');
});

test('a booking is told to the person’s open pages', async () => {
  const sub = randomUUID();
  const account = { email: `${sub}@example.org`, password: 'correct horse 7' };
  // The stream of an account that the pool does not know ends.
  addToPool([{ sub, ...account, groups: ['Patients'], attributes: { name: 'Ada' } }]);
  const token = await signIn(testPool(), account.email, account.password, 'patient');
  const { url } = system.services['patient-edge'];
  const stop = new AbortController();
  const response = await fetch(`${url}/v1/live`, {
    headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'gzip, br' },
    signal: stop.signal,
  });
  assert.equal(response.headers.get('content-type'), 'text/event-stream; charset=utf-8');
  assert.equal(response.headers.get('content-encoding'), null);
  assert.ok(response.body);
  let text = '';
  const seen = (async () => {
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString('utf8');
      if (text.includes('event: appointment')) return;
    }
  })();
  const patient: Patient = (method, path, body) =>
    callEdge(system.services['patient-edge'], method, path, { token, ...(body !== undefined && { body }) });
  const { appointment } = await book(patient, (await freeSlots(patient))[0]?.id ?? '');
  await seen;
  stop.abort();
  assert.match(text, /event: resumed/);
  assert.ok(text.includes(`event: appointment\ndata: {"id":"${appointment.id}","version":1}`), text);
});

test('a code links two people; whoever tries codes is slowed down', async () => {
  const [giver, taker] = await Promise.all([newPatient(), newPatient()]);
  const made = await giver('POST', '/v1/proxies/codes');
  assert.equal(made.status, 201);
  const { code } = z.object({ code: z.string() }).parse(made.body);
  const entered = await taker('POST', '/v1/proxies', { code });
  assert.equal(entered.status, 201, JSON.stringify(entered.body));
  const { personId } = z.object({ personId: z.string() }).parse(entered.body);
  const links = z.object({ actsFor: z.array(z.object({ personId: z.string() })) });
  const listed = await taker('GET', '/v1/proxies');
  assert.deepEqual(links.parse(listed.body).actsFor, [{ personId }]);
  assert.equal((await taker('GET', `/v1/appointments?patientId=${personId}`)).status, 200);
  assert.equal((await giver('GET', `/v1/appointments?patientId=${randomUUID()}`)).status, 404);
  assert.equal((await taker('DELETE', `/v1/acting-for/${personId}`)).status, 204);
  assert.equal((await taker('GET', `/v1/appointments?patientId=${personId}`)).status, 404);

  const guesser = await newPatient();
  const tried = [];
  for (let tries = 0; tries < 11; tries += 1) {
    tried.push(await guesser('POST', '/v1/proxies', { code: `AAAAA-AAAA${tries % 8 || 2}` }));
  }
  assert.deepEqual(
    tried.map(({ status }) => status),
    [...Array<number>(10).fill(404), 429],
  );
  assert.ok(Number(tried.at(-1)?.headers.get('retry-after')) > 0);
});
