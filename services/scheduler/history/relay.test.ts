/** An event is told at least once, is kept for its time, and neither waits for nor is lost to what is tidied beside it. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { SNSClient } from '@aws-sdk/client-sns';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import { moveDatabaseClock } from '@healthbooker/local/test/database-clock';
import { type TestEvents, testEvents } from '@healthbooker/local/test/events';
import { eventId } from '@healthbooker/runtime/envelope';
import { observeStatements } from '@healthbooker/runtime/fault-point';
import type { Task } from '@healthbooker/runtime/housekeeping';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { startOutboxRelay } from '@healthbooker/runtime/outbox';
import { outboxTasks } from '@healthbooker/runtime/outbox-tasks';
import type { Pool } from '@healthbooker/runtime/postgres';
import { readRetention } from '@healthbooker/runtime/retention';
import { openSchedulerPool } from '../pool.ts';

const day_ms = 86_400_000;
const log = createLogger('test', process.env['HB_TEST_LOG'] ? 'debug' : 'silent');
let database: TestDatabase;
let events: TestEvents;
let owner: Pool;
let pool: Pool;
let sns: SNSClient;

before(async () => {
  [database, events] = await Promise.all([testDatabase('scheduler'), testEvents()]);
  Object.assign(process.env, events.env);
  const options = { max: 6, metrics: createMetrics('test'), log };
  owner = openSchedulerPool({ ...options, url: database.url, statementTimeoutMs: 120_000 });
  pool = openSchedulerPool({ ...options, url: database.serviceUrl });
  sns = new SNSClient({ endpoint: events.env['SNS_ENDPOINT'] ?? '', region: 'eu-central-1' });
});
beforeEach(async () => {
  observeStatements(undefined);
  await moveDatabaseClock(owner);
  await owner.query('truncate outbox');
  for (const name of await days()) await owner.query(`drop table outbox_sent_${name}`);
});
after(async () => {
  observeStatements(undefined);
  await Promise.all([owner.end(), pool.end()]);
  sns.destroy();
  await Promise.all([database.drop(), events.remove()]);
});

const relayOf = (on = pool) =>
  startOutboxRelay({
    pool: on,
    sns,
    topicArn: events.topicArn,
    metrics: createMetrics('relay'),
    log,
    clock: () => new Date(),
    pollMs: 20,
  });

/** The days that have a partition, as 20261201. */
async function days(): Promise<string[]> {
  const { rows } = await owner.query(
    `select right(inhrelid::regclass::text, 8) as name from pg_inherits where inhparent = 'outbox_sent'::regclass order by 1`,
  );
  return rows.map(({ name }) => name);
}

const nameOf = (at: Date) => at.toISOString().slice(0, 10).replaceAll('-', '');
const daysAgo = (count: number) => new Date(Date.now() - count * day_ms);

async function made(...names: string[]): Promise<void> {
  for (const name of names) await owner.query('select make_outbox_sent_day($1::date)', [name]);
}

const add = (key: string) =>
  owner.query(`insert into outbox(key, version, type, payload) values ($1, 1, 'appointment.changed', '{}')`, [
    key,
  ]);

/** `count` events that a process of the release before has published so many days ago, each a word longer than the next. */
const addPublished = (count: number, prefix: string, ago: string) =>
  owner.query(
    `insert into outbox(key, version, type, payload, created_at, published_at)
     select $2 || n, 1, 'appointment.changed', jsonb_build_object('words', repeat('x', 600)), at, at
     from generate_series(1, $1::int) n cross join lateral (select now() - ${ago} as at) sent`,
    [count, prefix],
  );

async function count(sql: string): Promise<number> {
  return (await owner.query(`select count(*) as n from ${sql}`)).rows[0].n;
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 20_000; !(await what()); ) assert.ok(Date.now() < end, 'it did not happen');
}

function task(name: string): Task {
  const found = outboxTasks(pool, readRetention()).find((one) => one.name === name);
  assert.ok(found, name);
  return found;
}

/** Steps until there is nothing left to do. */
async function finish(one: Task, at = new Date()): Promise<number> {
  for (let rows = 0; ; ) {
    const step = await one.step(at);
    rows += step.rows;
    if (!step.isMore) return rows;
  }
}

async function receive(keys: readonly string[]): Promise<void> {
  const wanted = new Set(keys.map((key) => eventId('appointment.changed', key, 1)));
  while (wanted.size > 0)
    for (const event of await events.take(1)) wanted.delete((event as { id: string }).id);
}

test('one new event among many that were published is out at once', async () => {
  await addPublished(300_000, 'old-', `interval '1 day'`);
  await owner.query('vacuum analyze outbox');
  await add('new');
  // A tenth of the rows that a hospital has, and less than a tenth of the time.
  const hasty = openSchedulerPool({
    url: database.serviceUrl,
    max: 2,
    metrics: createMetrics('test'),
    log,
    statementTimeoutMs: 150,
  });
  const relay = relayOf(hasty);
  await receive(['new']);
  await relay.close();
  await hasty.end();
});

test('what the release before published moves to its days, however much there is, and what waits stays', async () => {
  await addPublished(6000, 'old-', `interval '40 days'`);
  await addPublished(20_000, 'kept-', "n * interval '2 minutes'");
  for (let n = 0; n < 5; n++) await add(`waits-${n}`);
  await owner.query('vacuum analyze outbox');
  // Two processes at once, each from the beginning.
  const [moved, others] = await Promise.all([finish(task('move-published')), finish(task('move-published'))]);
  assert.equal(moved + others, 26_000);
  assert.equal(await count('outbox'), 5);
  assert.equal(await count("outbox where key like 'waits-%' and published_at is null"), 5);
  assert.equal(await count('outbox_sent'), 20_000);
  assert.equal(await count("outbox_sent where sent_at <> created_at or key not like 'kept-%'"), 0);
  assert.deepEqual(await task('move-published').measure(new Date()), { waiting: 0, overdue_s: 0 });
});

test('what is published leaves for the day it was sent on, and is there once', async () => {
  await made(nameOf(new Date()), nameOf(daysAgo(-1)));
  await add('one');
  const relay = relayOf();
  await until(async () => (await count('outbox')) === 0);
  await relay.close();
  assert.equal(await count("event_view where key = 'one' and published_at > now() - interval '1 minute'"), 1);
});

test('without a partition for today events are told, and kept when there is one', async () => {
  await add('one');
  const relay = relayOf();
  await receive(['one']);
  await until(async () => (await count('outbox where published_at is not null')) === 1);
  await add('two');
  await receive(['two']);
  await relay.close();
  const { waiting, overdue_s } = await task('make-outbox-days').measure(new Date());
  assert.ok(waiting === 8 && overdue_s > 6 * 86_400, `${waiting} days are missing, for ${overdue_s} s`);
  assert.equal((await task('move-published').measure(new Date())).waiting, 2);
  await finish(task('move-published'));
  assert.equal(await count('outbox'), 0);
  assert.equal(await count('outbox_sent'), 2);
});

test('days are made a week ahead, by two processes at once, once each', async () => {
  await Promise.all([finish(task('make-outbox-days')), finish(task('make-outbox-days'))]);
  const wanted = Array.from({ length: 8 }, (_, n) => nameOf(daysAgo(-n)));
  assert.deepEqual(await days(), wanted);
  assert.deepEqual(await task('make-outbox-days').measure(new Date()), { waiting: 0, overdue_s: 0 });
});

test('a day is dropped when its time is over by both clocks, never by one, and never before 35 days', async () => {
  const ago = [37, 36, 35, 10, 0].map((n) => nameOf(daysAgo(n)));
  await made(...ago);
  const month_ahead = daysAgo(-31);
  const drop = task('drop-outbox-days');
  assert.ok((await drop.measure(new Date())).waiting === 2, 'two wait');
  // A process whose clock has jumped takes no more than others would.
  await finish(drop, month_ahead);
  assert.deepEqual(await days(), ago.slice(2).toSorted());
  // Nor does the database when its own has.
  await moveDatabaseClock(owner, month_ahead);
  await finish(drop, new Date());
  assert.deepEqual(await days(), ago.slice(2).toSorted());
  for (const kept of [34, 0, -1, null]) {
    await assert.rejects(
      pool.query('select drop_outbox_sent_day($1, $2)', [month_ahead, kept]),
      /35 days at least/,
    );
  }
  await finish(drop, month_ahead);
  assert.deepEqual(await days(), ago.slice(4));
});

test('two processes drop at once, and the service itself drops, empties and changes nothing', async () => {
  await made(...[40, 39, 38, 37, 36].map((n) => nameOf(daysAgo(n))));
  await Promise.all([finish(task('drop-outbox-days')), finish(task('drop-outbox-days'))]);
  await finish(task('drop-outbox-days'));
  assert.deepEqual(await days(), []);
  await made(nameOf(new Date()));
  for (const statement of ['delete from', 'truncate', 'drop table', 'update'] as const) {
    const rest = statement === 'update' ? ' set key = key' : '';
    await assert.rejects(pool.query(`${statement} outbox_sent${rest}`), { code: '42501' });
    await assert.rejects(pool.query(`${statement} outbox_sent_${nameOf(new Date())}${rest}`), {
      code: '42501',
    });
  }
  for (const day of [daysAgo(401), daysAgo(-32), null]) {
    await assert.rejects(pool.query('select make_outbox_sent_day($1::date)', [day]), { code: '22023' });
  }
});

test('killed behind any statement, an event is told at least once and kept once', async () => {
  const kept: string[] = [];
  for (const name of [
    'outbox-claim',
    'outbox-keep',
    'make-outbox-sent-day',
    'outbox-page',
    'outbox-kept-from',
    'outbox-move',
    'drop-outbox-sent-day',
    'days-missing',
  ]) {
    const keys = [`${name}-a`, `${name}-b`];
    for (const key of keys) await add(key);
    await addPublished(1, `${name}-c`, `interval '2 days'`);
    kept.push(...keys, `${name}-c1`);
    await made(nameOf(daysAgo(36)));
    let isArmed = true;
    observeStatements((passed) => {
      if (!isArmed || passed !== name) return;
      isArmed = false;
      throw new Error('killed');
    });
    const relay = relayOf();
    await receive(keys);
    await until(async () => (await count('outbox where published_at is null')) === 0);
    await relay.close();
    for (let tries = 0; tries < 2; tries++) {
      for (const one of outboxTasks(pool, readRetention())) {
        await finish(one).catch((error: Error) => assert.equal(error.message, 'killed'));
      }
    }
    assert.ok(!isArmed, `${name} was run`);
    const { rows } = await owner.query('select key from event_view order by key');
    assert.deepEqual(
      rows.map(({ key }) => key),
      kept.toSorted(),
      name,
    );
    assert.equal(await count('outbox'), 0, name);
    assert.ok(!(await days()).includes(nameOf(daysAgo(36))), name);
  }
});
