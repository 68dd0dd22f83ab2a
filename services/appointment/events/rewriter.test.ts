import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import { type TestEvents, testEvents } from '@healthbooker/local/test/events';
import { type TestHospital, testHospital } from '@healthbooker/local/test/hospital';
import { type ServiceProcess, startService } from '@healthbooker/local/test/processes';
import { accessToken, identityEnv } from '@healthbooker/local/test/tokens';
import { reservationVersionSize } from '@healthbooker/protos/gen/readers';
import { readItem } from '../tables/appointment-item.ts';
import { readRewriting, writeCursor, writeRewriting } from '../tables/reconcile-cursor.ts';
import { writeReleaseBefore } from '../test/release-before.ts';
import { as, startAppointment, type TestService } from '../test/service.ts';

const none = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: false };
const day_ms = 864e5;

let database: TestDatabase;
let events: TestEvents;
let hospital: TestHospital;
let scheduler: ServiceProcess;
let service: TestService;
let now = new Date();

before(async () => {
  [database, events] = await Promise.all([testDatabase('scheduler'), testEvents()]);
  hospital = await testHospital(database.url);
  scheduler = await startService('scheduler', {
    ...identityEnv(),
    ...events.env,
    DATABASE_URL: database.serviceUrl,
    LOG_LEVEL: 'warn',
  });
  service = await startAppointment({ SCHEDULER_ADDRESS: scheduler.address, RECONCILE_INTERVAL_MS: '600000' });
  // The reconciler is past everything, so that what is written again is the rewriter's work.
  await writeCursor(service.store, `${2n ** 62n}.${randomUUID()}`);
});
after(async () => {
  await service?.close();
  await scheduler?.end();
  await hospital?.close();
  await events?.remove();
  await database?.drop();
});

let nextDay = 2;

async function booked() {
  nextDay += 1;
  const patientId = randomUUID();
  const token = as(await accessToken({ sub: patientId, groups: ['Patients'] }));
  const day = new Date(Math.ceil(Date.now() / day_ms + nextDay) * day_ms + 9 * 36e5);
  const [slotId = ''] = await hospital.addSlots(day, 1);
  const request = { slotId, reason: '', symptoms: none, idempotencyKey: randomUUID() };
  const { appointment } = await service.call('Book', request, token);
  return { PK: patientId, SK: `APPOINTMENT#${appointment?.appointmentId}` };
}

type Key = Awaited<ReturnType<typeof booked>>;

async function stored(Key: Key): Promise<Record<string, unknown>> {
  const get = new GetCommand({ TableName: service.store.table, Key, ConsistentRead: true });
  const { Item } = await service.store.client.send(get);
  assert.ok(Item);
  return Item;
}

/** Leaves the item as a pod of the release before would have written it. */
async function asReleaseBefore(key: Key) {
  const whole = await stored(key);
  const Item = writeReleaseBefore(readItem(whole));
  await service.store.client.send(new PutCommand({ TableName: service.store.table, Item }));
  return whole;
}

/** A process of this release on the same table, whose clock is `now`. */
const another = () =>
  startAppointment({ SCHEDULER_ADDRESS: scheduler.address, DYNAMODB_TABLE: service.store.table }, () => now);

async function eventually(check: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await check()) return;
    await sleep(50);
  }
  assert.fail(what);
}

test('items of the release before are written again once, and never after the day that a rollout may take', async () => {
  const key = await booked();
  const whole = await asReleaseBefore(key);
  assert.equal((await stored(key))['reservation'], undefined);
  // As in a table whose contract has grown: the walk of this process has not begun.
  await writeRewriting(service.store, reservationVersionSize, {
    cursor: '',
    begunAt: now.toISOString(),
    isDone: false,
  });
  const during = await another();
  await eventually(async () => (await stored(key))['reservation'] !== undefined, 'it was not rewritten');
  assert.deepEqual(await stored(key), whole);
  await eventually(
    async () => (await readRewriting(service.store, reservationVersionSize))?.cursor !== '',
    'how far it came was not kept',
  );
  await during.close();
  assert.equal((await readRewriting(service.store, reservationVersionSize))?.isDone, false);

  now = new Date(now.getTime() + 25 * 3_600_000);
  const last = await booked();
  await asReleaseBefore(last);
  const afterwards = await another();
  await eventually(
    async () => (await readRewriting(service.store, reservationVersionSize))?.isDone === true,
    'it never ended',
  );
  assert.notEqual((await stored(last))['reservation'], undefined, 'what came meanwhile was rewritten before');
  await afterwards.close();

  await asReleaseBefore(key);
  const idle = await another();
  await sleep(1000);
  assert.equal((await stored(key))['reservation'], undefined);
  await idle.close();
});
