/** Messages leave for their months, their words go, and nobody is told twice of anything because of it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import { moveDatabaseClock } from '@healthbooker/local/test/database-clock';
import { findIn } from '@healthbooker/local/verify/subjects';
import { observeStatements } from '@healthbooker/runtime/fault-point';
import type { Task } from '@healthbooker/runtime/housekeeping';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type { Pool } from '@healthbooker/runtime/postgres';
import { readRetention } from '@healthbooker/runtime/retention';
import { claimMessages, finishMessage, listMessages, queueMessage, storeMail } from './ledger.ts';
import { messageTasks } from './message-tasks.ts';
import { openNotificationPool } from './pool.ts';

const day_ms = 86_400_000;
const log = createLogger('test', 'silent');
const mail = { recipient: 'a@example.com', subject: 's', text: 'the words', html: 'h', calendar: 'c' };
let database: TestDatabase;
let owner: Pool;
let pool: Pool;

before(async () => {
  database = await testDatabase('notification');
  const options = { max: 6, metrics: createMetrics('test'), log };
  owner = openNotificationPool({ ...options, url: database.url, statementTimeoutMs: 120_000 });
  pool = openNotificationPool({ ...options, url: database.serviceUrl });
});
beforeEach(async () => {
  await moveDatabaseClock(owner);
  await owner.query('truncate message');
  for (const name of await partitions()) await owner.query(`drop table ${name}`);
});
afterEach(() => observeStatements(undefined));
after(async () => {
  await Promise.all([owner.end(), pool.end()]);
  await database.drop();
});

async function partitions(of = '%'): Promise<string[]> {
  const { rows } = await owner.query(
    `select inhrelid::regclass::text as name from pg_inherits
     where inhparent in ('message_past'::regclass, 'message_words'::regclass) and inhrelid::regclass::text like $1
     order by 1`,
    [of],
  );
  return rows.map(({ name }) => name);
}

const daysAgo = (count: number) => new Date(Date.now() - count * day_ms);
const dayName = (at: Date) => `message_words_${at.toISOString().slice(0, 10).replaceAll('-', '')}`;
const monthName = (at: Date) => `message_past_${at.toISOString().slice(0, 7).replace('-', '')}`;

async function count(sql: string): Promise<number> {
  return (await owner.query(`select count(*) as n from ${sql}`)).rows[0].n;
}

/** `count` messages that were sent so many days ago, with their words beside them: a process of the release before wrote them. */
const addSent = (many: number, ago: string, state = 'sent') =>
  owner.query(
    `insert into message (id, person_id, channel, template, subject_id, subject_version, sequence, state, tries, due_at, failure,
       recipient, mail_subject, mail_text, mail_html, mail_calendar, changed_at, queued_at, sent_at)
     select gen_random_uuid(), 'ada', 'email', 'appointment-booked', gen_random_uuid(), 1, 0, $2::text, 1, at,
       case when $2 = 'failed' then 'no such mailbox' else '' end,
       'a@example.com', 's', 'the words', 'h', 'c', at, at, case when $2 = 'sent' then at end
     from generate_series(1, $1::int) n cross join lateral (select now() - ${ago} as at) queued order by at`,
    [many, state],
  );

function task(name: string, retention = readRetention()): Task {
  const found = messageTasks(pool, retention).find((one) => one.name === name);
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

async function broken(now = new Date()): Promise<string[]> {
  return (await findIn(owner, 'notification', 'always', { now })).map((finding) => finding.broken);
}

const owed = (changedAt = new Date()) => ({
  personId: randomUUID(),
  template: 'appointment-booked' as const,
  appointmentId: randomUUID(),
  version: 1,
  sequence: 0,
  changedAt: changedAt.toISOString(),
});

/** A message that is written, sent and done with. */
async function sent(): Promise<ReturnType<typeof owed>> {
  const message = owed();
  await queueMessage(pool, message, Date.now());
  const [claim] = await claimMessages(pool, 1, 1000, Date.now());
  assert.ok(claim);
  assert.equal(await storeMail(pool, claim, mail), true);
  await finishMessage(pool, claim, { state: 'sent', providerMessageId: '250 ok' }, Date.now());
  return message;
}

const listed = (subjectId: string) =>
  listMessages(pool, { personId: undefined, subjectId }, { beforeOrdinal: undefined, limit: 10 });

test('the words are kept apart, and beside the message where its day has no partition', async () => {
  const before = await sent();
  assert.equal(await count('message where mail_text is not null'), 1);
  await finish(task('make-message-words-days'));
  const apart = await sent();
  assert.equal(await count('message_words'), 1);
  assert.equal(await count('message where mail_text is null and recipient is null'), 1);
  for (const { appointmentId } of [before, apart]) {
    const [row] = await listed(appointmentId);
    assert.equal(row?.mail_text, 'the words');
    assert.equal(row?.is_past, false);
  }
  assert.deepEqual(await broken(), []);
});

test('a message that is tried again has the words of the first try, wherever they are, and they are stored once', async () => {
  for (const has_day of [false, true]) {
    if (has_day) await finish(task('make-message-words-days'));
    const message = owed();
    await queueMessage(pool, message, Date.now());
    const [first] = await claimMessages(pool, 1, 0, Date.now());
    assert.ok(first);
    assert.equal(first.mail, undefined);
    assert.equal(await storeMail(pool, first, mail), true);
    assert.equal(await storeMail(pool, first, { ...mail, text: 'other' }), false);
    const [second] = await claimMessages(pool, 1, 0, Date.now() + 1);
    assert.deepEqual(second?.mail, mail);
    assert.equal(await storeMail(pool, first, mail), false);
    // Given up, and sent again by hand.
    await finishMessage(pool, second as never, { state: 'failed', reason: 'no answer' }, Date.now());
    await owner.query(`update message set state = 'queued', tries = 0, due_at = now() where id = $1`, [
      first.id,
    ]);
    const [byHand] = await claimMessages(pool, 1, 60_000, Date.now() + 1);
    assert.deepEqual(byHand?.mail, mail);
    await finishMessage(pool, byHand as never, { state: 'sent', providerMessageId: '' }, Date.now());
  }
});

test('what is over moves to its month without its words, what is older leaves, what waits and is young stays', async () => {
  await addSent(700, `interval '92 days'`);
  await addSent(300, `interval '200 days' + n * interval '1 hour'`);
  await addSent(40, `interval '800 days'`);
  await addSent(5, `interval '100 days'`, 'failed');
  await addSent(2, `interval '100 days'`, 'queued');
  await addSent(20, `interval '89 days'`);
  const move = task('move-past-messages');
  assert.equal((await move.measure(new Date())).waiting, 1045);
  assert.ok((await move.measure(new Date())).overdue_s > 700 * 86_400);
  // Two processes at once, each from the beginning.
  const [one, other] = await Promise.all([finish(move), finish(task('move-past-messages'))]);
  assert.equal(one + other, 1045);
  assert.equal(await count('message_past'), 1005);
  assert.equal(await count("message where state = 'queued'"), 2);
  assert.equal(await count('message'), 22);
  assert.deepEqual(await move.measure(new Date()), { waiting: 0, overdue_s: 0 });
  const page = { beforeOrdinal: undefined, limit: 30 };
  const rows = await listMessages(pool, { personId: 'ada', subjectId: undefined }, page);
  assert.deepEqual(
    rows.map(({ ordinal }) => ordinal),
    rows.map(({ ordinal }) => ordinal).toSorted((a, b) => b - a),
  );
  assert.equal(rows.filter(({ mail_text }) => mail_text === 'the words').length, 22);
  const rest = await listMessages(
    pool,
    { personId: 'ada', subjectId: undefined },
    { beforeOrdinal: rows.at(-1)?.ordinal ?? 0, limit: 2000 },
  );
  assert.equal(rows.length + rest.length, 1027);
  assert.ok(rest.every(({ mail_text, is_past }) => mail_text === null && is_past));
  assert.deepEqual(await broken(), []);
});

test('a message whose words went by the rule is as it should be, and one that is younger without them is not', async () => {
  await addSent(1, `interval '91 days'`);
  await addSent(1, `interval '89 days'`);
  await owner.query('update message set recipient = null, mail_text = null');
  assert.deepEqual(await broken(), ['sent without its words']);
  // In the past before its time, and in both.
  await owner.query(`select make_message_past_month(current_date)`);
  await owner.query(
    `insert into message_past select id, ordinal, person_id, channel, template, subject_id, subject_version, sequence, state,
       tries, failure, provider_message_id, changed_at, now(), sent_at from message where queued_at > now() - interval '90 days'`,
  );
  assert.deepEqual((await broken()).toSorted(), [
    'a message has left before its time',
    'a message is among the young and the past',
    'sent without its words',
  ]);
});

test('without a partition for a month the messages stay, and whoever is told is told', async () => {
  await addSent(3, `interval '95 days'`);
  await assert.rejects(
    pool.query('select move_past_messages(array(select id from message), now(), 90, 24)'),
    /no partition/,
  );
  assert.equal(await count('message'), 3);
  await sent();
});

test('words and months are dropped when their time is over by both clocks, never by one, and never before the minimum', async () => {
  const [words, months] = [task('drop-message-words-days'), task('drop-message-past-months')];
  const days = [92, 91, 90, 30, 0].map(daysAgo);
  const thisMonth = new Date(new Date().toISOString().slice(0, 7));
  const monthsAgo = (n: number) =>
    new Date(Date.UTC(thisMonth.getUTCFullYear(), thisMonth.getUTCMonth() - n, 1));
  const past = [26, 25, 24, 3, 0].map(monthsAgo);
  for (const day of days)
    await owner.query('select make_message_words_day($1::date)', [day.toISOString().slice(0, 10)]);
  for (const day of past)
    await owner.query('select make_message_past_month($1::date)', [day.toISOString().slice(0, 10)]);
  const ahead = daysAgo(-31);
  assert.equal((await words.measure(new Date())).waiting, 2);
  assert.equal((await months.measure(new Date())).waiting, 2);
  const left = async () => [await partitions('message_words%'), await partitions('message_past%')];
  const young = [days.slice(2).map(dayName).toSorted(), past.slice(2).map(monthName).toSorted()];
  for (const drop of [words, months]) await finish(drop, ahead);
  assert.deepEqual(await left(), young);
  await moveDatabaseClock(owner, ahead);
  for (const drop of [words, months]) await finish(drop, new Date());
  assert.deepEqual(await left(), young);
  for (const kept of [6, 0, -1, null]) {
    await assert.rejects(pool.query('select drop_message_words_day($1, $2)', [ahead, kept]), /7 day/);
    await assert.rejects(pool.query('select drop_message_past_month($1, $2)', [ahead, kept]), /12 month/);
    await assert.rejects(
      pool.query('select move_past_messages(array[]::uuid[], $1, $2, 24)', [ahead, kept]),
      /7 days/,
    );
    await assert.rejects(
      pool.query('select move_past_messages(array[]::uuid[], $1, 90, $2)', [ahead, kept]),
      /12 months/,
    );
  }
  await finish(words, ahead);
  assert.deepEqual((await left())[0], young[0]?.slice(1));
});

test('a clock a month ahead on either side moves nothing that is not over', async () => {
  await addSent(10, `interval '70 days'`);
  const ahead = daysAgo(-31);
  await finish(task('move-past-messages'), ahead);
  await moveDatabaseClock(owner, ahead);
  await finish(task('move-past-messages'));
  assert.equal(await count('message'), 10);
  await owner.query(`select make_message_past_month((now() - interval '70 days')::date)`);
  assert.equal(await finish(task('move-past-messages'), ahead), 10);
});

test('killed behind any statement, each message is there once and nobody is told again', async () => {
  for (const name of [
    'page-of-messages',
    'make-message-past-month',
    'move-past-messages',
    'store-mail',
    'words-of-messages',
  ]) {
    await owner.query('truncate message');
    for (const part of await partitions('message_past%')) await owner.query(`drop table ${part}`);
    await addSent(900, `interval '100 days'`);
    await finish(task('make-message-words-days'));
    let isArmed = true;
    observeStatements((passed) => {
      if (!isArmed || passed !== name) return;
      isArmed = false;
      throw new Error('killed');
    });
    const killed = (error: Error) => assert.equal(error.message, 'killed');
    for (let tries = 0; tries < 2; tries++) await finish(task('move-past-messages')).catch(killed);
    const message = owed();
    await queueMessage(pool, message, Date.now());
    let stored = 0;
    for (let tries = 0; tries < 3; tries++) {
      const claims = await claimMessages(pool, 1, 0, Date.now() + tries).catch((error: Error) => {
        killed(error);
        return [];
      });
      for (const claim of claims) {
        if (claim.mail !== undefined) continue;
        if (await storeMail(pool, claim, mail).catch((error: Error) => void killed(error))) stored += 1;
      }
    }
    assert.ok(!isArmed, `${name} was run`);
    assert.ok(stored <= 1);
    assert.equal(await count('message_past'), 900, name);
    assert.equal(await count('message'), 1, name);
    assert.equal((await listed(message.appointmentId))[0]?.mail_text, 'the words');
  }
});

test('the service itself removes nothing', async () => {
  await addSent(1, `interval '100 days'`);
  await finish(task('move-past-messages'));
  await finish(task('make-message-words-days'));
  for (const table of [
    'message',
    'message_past',
    'message_words',
    dayName(new Date()),
    monthName(daysAgo(100)),
  ]) {
    for (const text of [`delete from ${table}`, `truncate ${table}`, `drop table ${table}`]) {
      await assert.rejects(pool.query(text), { code: '42501' }, text);
    }
  }
  await assert.rejects(pool.query(`select make_partition('message_past', 'month', current_date)`), {
    code: '42501',
  });
  await assert.rejects(pool.query(`select drop_partition('message_past', 'month', now(), 0, 0)`), {
    code: '42501',
  });
});
