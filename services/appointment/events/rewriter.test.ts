import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { reservationVersionSize } from '@healthbooker/protos/gen/readers';
import { readItem } from '../tables/appointment-item.ts';
import { readRewriting, writeCursor, writeRewriting } from '../tables/reconcile-cursor.ts';
import { writeReleaseBefore } from '../test/release-before.ts';
import { noSymptoms, type RunningAppointment, runningAppointment } from '../test/running-appointment.ts';
import { startAppointment } from '../test/service.ts';

let running: RunningAppointment;
let now = new Date();

before(async () => {
  running = await runningAppointment({ RECONCILE_INTERVAL_MS: '600000' });
  // The reconciler is past everything, so that what is written again is the rewriter's work.
  await writeCursor(running.service.store, `${2n ** 62n}.${randomUUID()}`);
});
after(() => running?.close());

async function booked() {
  const { sub, call } = await running.patient();
  const [slotId = ''] = await running.slots(1);
  const request = { slotId, reason: '', symptoms: noSymptoms, idempotencyKey: randomUUID() };
  const { appointment } = await running.service.call('Book', request, call());
  return { PK: sub, SK: `APPOINTMENT#${appointment?.appointmentId}` };
}

type Key = Awaited<ReturnType<typeof booked>>;

async function stored(Key: Key): Promise<Record<string, unknown>> {
  const get = new GetCommand({ TableName: running.service.store.table, Key, ConsistentRead: true });
  const { Item } = await running.service.store.client.send(get);
  assert.ok(Item);
  return Item;
}

/** Leaves the item as a pod of the release before would have written it. */
async function asReleaseBefore(key: Key) {
  const whole = await stored(key);
  const Item = writeReleaseBefore(readItem(whole));
  await running.service.store.client.send(new PutCommand({ TableName: running.service.store.table, Item }));
  return whole;
}

/** A process of this release on the same table, whose clock is `now`. */
const another = () =>
  startAppointment(
    { SCHEDULER_ADDRESS: running.schedulerAddress, DYNAMODB_TABLE: running.service.store.table },
    () => now,
  );

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
  await writeRewriting(running.service.store, reservationVersionSize, {
    cursor: '',
    begunAt: now.toISOString(),
    isDone: false,
  });
  const during = await another();
  await eventually(async () => (await stored(key))['reservation'] !== undefined, 'it was not rewritten');
  assert.deepEqual(await stored(key), whole);
  await eventually(
    async () => (await readRewriting(running.service.store, reservationVersionSize))?.cursor !== '',
    'how far it came was not kept',
  );
  await during.close();
  assert.equal((await readRewriting(running.service.store, reservationVersionSize))?.isDone, false);

  now = new Date(now.getTime() + 25 * 3_600_000);
  const last = await booked();
  await asReleaseBefore(last);
  const afterwards = await another();
  await eventually(
    async () => (await readRewriting(running.service.store, reservationVersionSize))?.isDone === true,
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
