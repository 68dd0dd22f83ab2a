import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { mailsTo } from '@healthbooker/local/test/inbox';
import { testVariable } from '@healthbooker/local/test/variables';
import type { WaitlistEntry__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistEntry';
import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { createClient, type GrpcClient } from '@healthbooker/runtime/grpc-client';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { Redis } from 'ioredis';
import { visitTime } from './mail/when.ts';
import { as, type Patient, startWorld, until, type World } from './test/world.ts';

const hour_ms = 3_600_000;
const day_ms = 24 * hour_ms;
const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

let world: World;
let waitlist: GrpcClient<WaitlistServiceDefinition>;
let days = 20;
const opened: { close(): Promise<void> }[] = [];

before(async () => {
  world = await startWorld();
  waitlist = createClient({
    protoService: 'healthbooker.scheduler.v1.WaitlistService',
    address: world.env.SCHEDULER_ADDRESS,
    metrics: createMetrics('test'),
  });
});
afterEach(async () => {
  for (const service of opened.splice(0)) await service.close();
});
after(async () => {
  waitlist?.close();
  await world?.close();
});

async function notification(...options: Parameters<World['startNotification']>) {
  const service = await world.startNotification(...options);
  opened.push(service);
  return service;
}

/** Puts the hospital where it is day, or night, at this moment. */
async function letItBe(part: 'day' | 'night'): Promise<string> {
  const hour = new Date().getUTCHours();
  // Noon where the sun stands, midnight on the other side of the world.
  const ahead = ((part === 'day' ? 12 : 24) - hour + 24) % 24;
  const offset = ahead > 12 ? ahead - 24 : ahead;
  const timeZone = offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
  await world.hospital.pool.query('update location set time_zone = $1', [timeZone]);
  return timeZone;
}

/** Somebody joins while one slot of a day of its own is free, and so is offered it. */
async function offered(patient: Patient): Promise<WaitlistEntry__Output> {
  days += 1;
  const start = new Date(Math.floor(Date.now() / day_ms + days) * day_ms + 12 * hour_ms);
  await world.hospital.addSlots(start, 1);
  const date = start.toISOString().slice(0, 10);
  const need = { specialtyId: 'cardiology', visitTypeId: 'heart-first', symptoms };
  const request = {
    patientId: patient.sub,
    need: { ...need, earliestDate: date, latestDate: date },
    reason: 'Palpitations at night',
    autoAccept: false,
    operationKey: randomUUID(),
  };
  const { entry } = await waitlist.call('JoinWaitlist', request, as(patient.token));
  assert.equal(entry?.state, 'WAITLIST_STATE_OFFERED');
  return entry;
}

async function settled(appointmentId: string, count: number) {
  return until(async () => {
    const entries = await world.entries(appointmentId);
    return entries.length === count && entries.every(({ state }) => state !== 'queued') && entries;
  });
}

/** Lets the time for an answer be up, after so many offers that were missed before. */
async function endOffer(entryId: string, misses: number): Promise<void> {
  await world.hospital.pool.query(
    `with missed as (update waitlist_entry set misses = $2 where appointment_id = $1)
     update hold set expires_at = now() where entry_id = $1 and state = 'open'`,
    [entryId, misses],
  );
}

const answerTo = ({ appointmentId, version, offer }: WaitlistEntry__Output) => ({
  appointmentId,
  expectedVersion: version,
  holdId: offer?.holdId ?? '',
  operationKey: randomUUID(),
});

test('an offer is told once, in neutral words with its deadline, and accepting it is confirmed', async () => {
  const timeZone = await letItBe('day');
  await notification();
  const ada = await world.patient();
  const entry = await offered(ada);
  await settled(entry.appointmentId, 1);
  const [mail] = await mailsTo(ada.email);
  assert.equal(mail?.subject, 'An earlier time may be yours');
  assert.deepEqual(mail?.attachments, []);
  assert.ok(mail?.text.includes(`Answer by: ${visitTime(entry.offer?.expiresAt ?? '', timeZone)}`));
  assert.ok(mail?.text.includes(`https://portal.example/waiting/${entry.appointmentId}`));
  assert.doesNotMatch(`${mail?.text} ${mail?.html}`, /cardio|heart-|palpitation|first visit/i);

  await waitlist.call('AcceptOffer', answerTo(entry), as(ada.token));
  const rows = await settled(entry.appointmentId, 2);
  assert.deepEqual(
    rows.map(({ template, subject_version, state }) => [template, subject_version, state]),
    [
      ['offer-made', 2, 'sent'],
      ['appointment-booked', 3, 'sent'],
    ],
  );
  assert.equal((await mailsTo(ada.email)).length, 2);
});

test('whoever does not answer hears that the offer has ended, and after the third that the place has', async () => {
  await letItBe('day');
  await notification();
  const ada = await world.patient();
  const entry = await offered(ada);
  await settled(entry.appointmentId, 1);
  await endOffer(entry.appointmentId, 0);
  const rows = await settled(entry.appointmentId, 2);
  assert.deepEqual(
    rows.map(({ template }) => template),
    ['offer-made', 'offer-ended'],
  );
  const ben = await world.patient();
  const last = await offered(ben);
  await settled(last.appointmentId, 1);
  await endOffer(last.appointmentId, 2);
  const lapsed = await settled(last.appointmentId, 2);
  assert.equal(lapsed[1]?.template, 'waitlist-lapsed');
  assert.equal(lapsed[1]?.mail_subject, 'Your place on the waiting list has ended');
});

test('an offer made at night waits for the morning; accepted before, it is told to nobody', async () => {
  await letItBe('night');
  await notification();
  const ada = await world.patient();
  const entry = await offered(ada);
  const [row] = await until(async () => {
    const rows = await world.entries(entry.appointmentId);
    return rows.length === 1 && rows;
  });
  assert.equal(row?.state, 'queued');
  const { rows } = await world.ledger.query('select due_at from message where id = $1', [row?.id]);
  assert.equal(rows[0].due_at.toISOString(), new Date(entry.offer?.announceAt ?? '').toISOString());
  assert.ok(rows[0].due_at.getTime() > Date.now());
  await waitlist.call('AcceptOffer', answerTo(entry), as(ada.token));
  await world.ledger.query('update message set due_at = now() where id = $1', [row?.id]);
  const both = await settled(entry.appointmentId, 2);
  assert.deepEqual(
    both.map(({ template, state }) => [template, state]),
    [
      ['offer-made', 'suppressed'],
      ['appointment-booked', 'sent'],
    ],
  );
  assert.match(both[0]?.failure ?? '', /accepted/);
});

for (const [ahead_ms, count] of [
  [day_ms + hour_ms / 60, 0],
  [day_ms - hour_ms / 60, 1],
] as const) {
  test(`an offer that was to be told ${count === 0 ? 'more' : 'less'} than 24 hours ago is in the ledger ${count} times`, async () => {
    await letItBe('day');
    const service = await notification({ ahead_ms });
    const ada = await world.patient();
    const { appointmentId } = await offered(ada);
    const handled = { type: 'waitlist.changed', outcome: 'handled' };
    await until(async () => (await service.counted('events_total', handled)) >= 2);
    assert.equal((await settled(appointmentId, count)).length, count);
  });
}

/** An offer whose mail waits, since the mail server is away; then something happens, and it is back. */
async function meanwhile(happens: (patient: Patient, entry: WaitlistEntry__Output) => Promise<unknown>) {
  await letItBe('day');
  await world.line.cut();
  await notification();
  const ada = await world.patient();
  const entry = await offered(ada);
  await until(async () => ((await world.entries(entry.appointmentId))[0]?.tries ?? 0) >= 1);
  await happens(ada, entry);
  const [first] = await until(async () => {
    const rows = await world.entries(entry.appointmentId);
    return rows[0]?.state !== 'queued' && rows;
  });
  await world.line.connect();
  assert.equal(first?.state, 'suppressed');
  return first?.failure;
}

test('whoever left the list, or whose offer is over, does not hear of it later', async () => {
  const left = await meanwhile((patient, { appointmentId, version }) => {
    const request = { appointmentId, expectedVersion: version, operationKey: randomUUID() };
    return waitlist.call('LeaveWaitlist', request, as(patient.token));
  });
  assert.equal(left, 'The patient has left the waiting list.');
  const over = await meanwhile(async (_, { appointmentId }) => {
    await opened.pop()?.close();
    await world.ledger.query('update message set due_at = now() where subject_id = $1', [appointmentId]);
    await notification({ ahead_ms: 20 * day_ms });
  });
  assert.equal(over, 'The offer ended before it was sent.');
});

test('an open page hears of an offer, and a lost queue loses no offer', async () => {
  await letItBe('day');
  await notification();
  const ada = await world.patient();
  const redis = new Redis(testVariable('HB_TEST_REDIS_URL'));
  const heard: string[] = [];
  try {
    await redis.subscribe(`live:patient:${ada.sub}`);
    redis.on('message', (_, message) => heard.push(message));
    const { appointmentId } = await offered(ada);
    const update = JSON.stringify({ type: 'waitlist', id: appointmentId, version: 2 });
    await until(async () => heard.includes(update));
  } finally {
    redis.disconnect();
  }
  await opened.pop()?.close();

  const lost = { EVENTS_QUEUE_URL: `${await world.freshQueue()}-lost`, RECONCILE_INTERVAL_MS: '100' };
  const deaf = await notification({ env: lost });
  const source = "select from follower_cursor where source = 'scheduler.ListWaitlistChanged'";
  await until(async () => (await world.ledger.query(source)).rowCount === 1);
  const ben = await world.patient();
  const { appointmentId } = await offered(ben);
  const [row] = await settled(appointmentId, 1);
  assert.equal(row?.state, 'sent');
  assert.ok((await deaf.counted('notification_repaired_messages_total', {})) >= 1);
});
