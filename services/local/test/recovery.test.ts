import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import { seedUsers } from '../cognito/seed.ts';
import { awsEnv, region } from '../stores.ts';
import { type TestHospital, testHospital } from './hospital.ts';
import { type LocalStack, stackPlace, startLocalStack } from './local-stack.ts';
import { signIn } from './sign-in.ts';

const password = 'A long enough password 1';
const day_ms = 864e5;
const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

type Person = { sub: string; email: string; token: string };
type Booked = { appointmentId: string; person: Person; slotId: string };

let place: Awaited<ReturnType<typeof stackPlace>>;
let stack: LocalStack;
let hospital: TestHospital;
let people: Person[];
let provider: Person;
let table: DynamoDBDocumentClient;
let slots: string[];

before(async () => {
  Object.assign(process.env, awsEnv);
  place = await stackPlace();
  stack = await startLocalStack({ ...place, args: ['--empty'] });
  const file = stack.read();
  hospital = await testHospital(file.stores.owners['scheduler'] ?? '');
  slots = await hospital.addSlots(new Date(Math.ceil(Date.now() / day_ms + 3) * day_ms), 3000);
  people = Array.from({ length: 4 }, (_, index) => ({
    sub: randomUUID(),
    email: `recovery-${index}@example.org`,
    token: '',
  }));
  provider = { sub: hospital.providers[0], email: 'recovery-doctor@example.org', token: '' };
  const pool = {
    dataDir: join(place.dataDir, 'cognito'),
    userPoolId: file.identity['COGNITO_USER_POOL_ID'] ?? '',
  };
  seedUsers(pool, [
    ...people.map(({ sub, email }) => ({
      sub,
      email,
      password,
      groups: ['Patients'] as const,
      attributes: { name: 'Ada Lovelace', birthdate: '1985-12-10' },
    })),
    { sub: provider.sub, email: provider.email, password, groups: ['Providers'] },
  ]);
  for (const person of [...people, provider]) {
    const isStaff = person === provider;
    person.token = await signIn(file, person.email, password, isStaff ? 'staff' : 'patient');
    const portal = isStaff ? '/clinic' : '';
    assert.equal((await send(person, 'POST', `${portal}/v1/session`, {})).status, 200);
  }
  const dynamodb = new DynamoDBClient({ endpoint: file.stores.dynamodb, region });
  table = DynamoDBDocumentClient.from(dynamodb);
});
after(async () => {
  table?.destroy();
  await hospital?.close();
  await stack?.end();
  place?.remove();
});

type Reply = { status: number; retryAfter: string | null; body: Record<string, unknown> };

async function send(
  person: Person,
  method: string,
  path: string,
  body?: unknown,
  key: string = randomUUID(),
): Promise<Reply> {
  const response = await fetch(`${stack.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${person.token}`,
      ...(method === 'POST' && { 'idempotency-key': key }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: isJson ? JSON.parse(text) : { text },
  };
}

const nextSlot = () => {
  const slotId = slots.shift();
  if (slotId === undefined) throw new Error('the test has used up its slots');
  return slotId;
};
const book = (person: Person, slotId: string, key?: string) =>
  send(person, 'POST', '/v1/appointments', { slotId, reason: 'Palpitations', symptoms }, key);
const idOf = ({ body }: Reply) => (body['appointment'] as { id: string }).id;

async function itemOf({ person, appointmentId }: Omit<Booked, 'slotId'>): Promise<unknown> {
  const { Item } = await table.send(
    new GetCommand({
      TableName: stack.read().stores.table,
      Key: { PK: person.sub, SK: `APPOINTMENT#${appointmentId}` },
      ConsistentRead: true,
    }),
  );
  return Item;
}

async function eventually(what: string, holds: () => Promise<boolean>, within_ms = 30_000): Promise<void> {
  const until = performance.now() + within_ms;
  while (!(await holds())) {
    if (performance.now() > until) throw new Error(`${what}: not within ${within_ms} ms`);
    await sleep(200);
  }
}

const ada = () => people[0] as Person;

test('with DynamoDB stopped booking succeeds, and the item comes by itself when it is back', async () => {
  await stack.control('stop', 'dynamodb');
  const reply = await book(ada(), nextSlot());
  assert.equal(reply.status, 201, JSON.stringify(reply.body));
  const read = await send(ada(), 'GET', `/v1/appointments/${idOf(reply)}`);
  assert.equal(read.status, 200, 'the appointment itself is read from where it was committed');
  const timeline = await send(ada(), 'GET', '/v1/appointments');
  assert.equal(timeline.status, 503);
  assert.ok(timeline.retryAfter);
  await stack.control('start', 'dynamodb');
  const booked = { person: ada(), appointmentId: idOf(reply) };
  await eventually('the item', async () => (await itemOf(booked)) !== undefined);
});

test('with Redis stopped everything works', async () => {
  await stack.control('stop', 'redis');
  const reply = await book(ada(), nextSlot());
  assert.equal(reply.status, 201);
  assert.equal((await send(ada(), 'GET', '/v1/appointments')).status, 200);
  assert.equal((await send(ada(), 'GET', '/v1/record')).status, 200);
  const chart = `/clinic/v1/patients/${ada().sub}`;
  const note = { kind: 'encounter-note', text: 'Seen without a cache', plan: '', appointmentId: '' };
  const added = await send(provider, 'POST', `${chart}/entries`, { body: note, release: 'now' });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  assert.equal((await send(provider, 'GET', `${chart}/chart`)).status, 200);
  await stack.control('start', 'redis');
});

test('with PostgreSQL stopped the answer is 503 within 2 s, and all is well again without a restart', async () => {
  const restarts = () =>
    stack
      .read()
      .processes.filter(({ name }) => name !== 'postgres')
      .map(({ name, pid }) => `${name} ${pid}`);
  const before = restarts();
  await stack.control('stop', 'postgres');
  const key = randomUUID();
  const slotId = nextSlot();
  for (const attempt of [
    () => book(ada(), slotId, key),
    () => send(ada(), 'GET', `/v1/slots?specialtyId=${hospital.specialtyId}`),
    () => send(ada(), 'GET', '/v1/record'),
  ]) {
    const began = performance.now();
    const reply = await attempt();
    assert.equal(reply.status, 503, JSON.stringify(reply.body));
    assert.ok(reply.retryAfter);
    assert.ok(performance.now() - began < 2000, `${performance.now() - began} ms`);
  }
  await stack.control('start', 'postgres');
  await eventually('booking', async () => (await book(ada(), slotId, key)).status === 201, 10_000);
  assert.equal((await send(ada(), 'GET', '/v1/record')).status, 200);
  assert.deepEqual(restarts(), before);
});

test('whichever process is killed under a stream of bookings, what was acknowledged is kept, shown and mailed once', async () => {
  const acknowledged: Booked[] = [];
  const refused: string[] = [];
  let flowing = true;

  async function stream(person: Person): Promise<void> {
    while (flowing) {
      const slotId = nextSlot();
      const key = randomUUID();
      // A client that got no answer asks again with the same key, until it has one.
      for (let answered = false; !answered && flowing; ) {
        const reply = await book(person, slotId, key).catch(() => undefined);
        answered = reply !== undefined && reply.status < 500 && reply.status !== 429;
        if (reply?.status === 201) acknowledged.push({ person, slotId, appointmentId: idOf(reply) });
        else if (reply && answered) refused.push(`${reply.status} ${JSON.stringify(reply.body)}`);
        // Slow enough that the inbox, which keeps the newest thousand, keeps them all.
        await sleep(answered ? 600 : 200);
      }
    }
  }

  const streams = people.map(stream);
  try {
    const names = stack.read().processes.map(({ name }) => name);
    assert.ok(names.length >= 12, names.join(' '));
    for (const name of names) {
      await sleep(300);
      const pid = stack.pidOf(name);
      process.kill(pid, 'SIGKILL');
      await eventually(`${name} is back`, async () =>
        stack
          .read()
          .processes.some((each) => each.name === name && each.state === 'ready' && each.pid !== pid),
      );
      const sofar = acknowledged.length;
      await eventually(
        `bookings go on after ${name} was killed`,
        async () => acknowledged.length > sofar + people.length,
      );
    }
  } finally {
    flowing = false;
    await Promise.all(streams);
  }
  assert.deepEqual(refused, []);

  const { rows } = await hospital.pool.query<{ appointment_id: string; slot_id: string }>(
    `select appointment_id, slot_id from reservation where status = 'booked'`,
  );
  const stored = new Map(rows.map((row) => [row.appointment_id, row.slot_id]));
  for (const { appointmentId, slotId } of acknowledged) assert.equal(stored.get(appointmentId), slotId);
  for (const booked of acknowledged) {
    await eventually('the item', async () => (await itemOf(booked)) !== undefined);
  }
  // Every reservation, also one whose acknowledgement was lost: one mail each, neither none nor two.
  for (const { sub, email } of people) {
    const { rows: owed } = await hospital.pool.query<{ appointment_id: string }>(
      'select appointment_id from reservation where patient_id = $1 order by 1',
      [sub],
    );
    const expected = owed.map(({ appointment_id }) => appointment_id);
    await eventually(
      'every mail',
      async () => (await appointmentsMailed(email)).length >= expected.length,
      // A sender that was killed keeps its claim for a minute.
      90_000,
    );
    assert.deepEqual((await appointmentsMailed(email)).sort(), expected);
  }
});

/** The appointment of each mail to an address, read from its calendar file. */
async function appointmentsMailed(email: string): Promise<string[]> {
  const { inbox } = stack.read().stores;
  const answer = await fetch(`${inbox}/messages?to=${encodeURIComponent(email)}`);
  const { messages } = (await answer.json()) as {
    messages: { attachments: { url: string; contentType: string }[] }[];
  };
  return Promise.all(
    messages.map(async ({ attachments }) => {
      const calendar = attachments.find(({ contentType }) => contentType.startsWith('text/calendar'));
      const ics = await (await fetch(new URL(calendar?.url ?? '', inbox))).text();
      return /^UID:(.*)@healthbooker/m.exec(ics)?.[1] ?? 'no calendar';
    }),
  );
}
