import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mailsTo } from '@healthbooker/local/test/inbox';
import { openWorld } from './test/opened-world.ts';
import { until } from './test/world.ts';

const minute_ms = 60_000;
const day_ms = 24 * 60 * minute_ms;

const { world, notification, settled, ledgerIsSound } = await openWorld();

test('a lost queue repairs itself, and the first run tells nobody of the time before', async () => {
  const nowhere = { EVENTS_QUEUE_URL: `${await world.freshQueue()}-lost`, RECONCILE_INTERVAL_MS: '100' };
  await world.ledger.query('delete from follower_cursor');
  const past = await world.patient();
  const old = await past.book();
  // The scheduler lists a change once no older transaction of any database is open.
  await until(async () => {
    const listed = 'changed_xid < pg_snapshot_xmin(pg_current_snapshot())';
    const sql = `select from reservation where appointment_id = $1 and ${listed}`;
    return (await world.hospital.pool.query(sql, [old.appointmentId])).rowCount === 1;
  });
  await notification({ env: nowhere });
  const source = "select from follower_cursor where source = 'scheduler.ListChanged'";
  await until(async () => (await world.ledger.query(source)).rowCount === 1);
  const ada = await world.patient();
  const fresh = await ada.book();
  const [entry] = await settled(fresh.appointmentId, 1);
  assert.equal(entry?.state, 'sent');
  assert.deepEqual(await world.entries(old.appointmentId), []);
});

for (const [ahead_ms, count] of [
  [day_ms + minute_ms, 0],
  [day_ms - minute_ms, 1],
] as const) {
  const words = count === 0 ? 'older than 24 hours is told to nobody' : 'of the last 24 hours is told';

  test(`news ${words}, when its event comes late`, async () => {
    const service = await notification({ ahead_ms });
    const ada = await world.patient();
    const { appointmentId } = await ada.book();
    const handled = { type: 'appointment.changed', outcome: 'handled' };
    await until(async () => (await service.counted('events_total', handled)) >= 1);
    assert.equal((await settled(appointmentId, count)).length, count);
    assert.equal((await mailsTo(ada.email)).length, count);
  });

  test(`news ${words}, when it is read from the list of changes`, async () => {
    const env = { EVENTS_QUEUE_URL: `${await world.freshQueue()}-lost`, RECONCILE_INTERVAL_MS: '100' };
    await notification({ env, ahead_ms });
    const cursor = async (): Promise<string | undefined> => {
      const sql = "select cursor from follower_cursor where source = 'scheduler.ListChanged'";
      return (await world.ledger.query(sql)).rows[0]?.cursor;
    };
    await until(async () => (await cursor()) !== undefined);
    const before = await cursor();
    const ada = await world.patient();
    const { appointmentId } = await ada.book();
    await until(async () => (await cursor()) !== before);
    assert.equal((await settled(appointmentId, count)).length, count);
    assert.equal((await mailsTo(ada.email)).length, count);
  });
}

test('a visit that is over by the time its mail could go out is told to nobody', async () => {
  await world.line.cut();
  const first = await notification();
  const ada = await world.patient();
  const { appointmentId } = await ada.book();
  await until(async () => ((await world.entries(appointmentId))[0]?.tries ?? 0) >= 1);
  await first.close();
  await notification({ ahead_ms: 100 * day_ms });
  const [entry] = await settled(appointmentId, 1);
  await world.line.connect();
  assert.equal(entry?.state, 'suppressed');
  assert.match(entry?.failure ?? '', /The visit was over/);
});

test('after all this the ledger’s own checks find nothing', async () => {
  await notification();
  await ledgerIsSound();
});
