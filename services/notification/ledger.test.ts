import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '@healthbooker/local/test/database';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { type Pool, query, statement } from '@healthbooker/runtime/postgres';
import {
  claimMessages,
  finishMessage,
  listMessages,
  measureQueue,
  type OwedMessage,
  queueMessage,
  storeMail,
} from './ledger.ts';
import { openNotificationPool } from './pool.ts';

const mail = { recipient: 'a@example.com', subject: 's', text: 't', html: 'h', calendar: 'c' };

function owed(change: Partial<OwedMessage> = {}): OwedMessage {
  return {
    personId: randomUUID(),
    template: 'appointment-booked',
    appointmentId: randomUUID(),
    version: 1,
    sequence: 0,
    changedAt: new Date().toISOString(),
    ...change,
  };
}

describe('the ledger', () => {
  let pool: Pool;
  let drop: () => Promise<void>;

  before(async () => {
    const database = await testDatabase('notification');
    drop = database.drop;
    const log = createLogger('test', 'silent');
    // A busy machine may take its time while a lock is waited for.
    const limits = { max: 16, statementTimeoutMs: 10_000 };
    pool = openNotificationPool({ url: database.serviceUrl, ...limits, metrics: createMetrics('test'), log });
  });
  after(async () => {
    await pool.end();
    await drop();
  });

  async function statesOf(appointmentId: string): Promise<string[]> {
    const rows = await listMessages(
      pool,
      { personId: undefined, subjectId: appointmentId },
      { beforeOrdinal: undefined, limit: 100 },
    );
    return rows.map((row) => `${row.template}@${row.subject_version} ${row.state}`).reverse();
  }

  async function queued(): Promise<OwedMessage> {
    const message = owed();
    assert.equal(await queueMessage(pool, message, Date.now()), 'queued');
    return message;
  }

  /** Whether somebody waits for a lock that this connection has. */
  async function isWaitedFor(holder: Pick<Pool, 'query'>): Promise<boolean> {
    const { rows } = await holder.query(
      'select from pg_stat_activity where pg_backend_pid() = any (pg_blocking_pids(pid))',
    );
    return rows.length > 0;
  }

  test('copies of one change, at the same time too, make one message', async () => {
    const message = owed();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => queueMessage(pool, message, Date.now())),
    );
    assert.equal(results.filter((result) => result === 'queued').length, 1);
    assert.equal(results.filter((result) => result === 'nothing').length, 19);
    assert.deepEqual(await statesOf(message.appointmentId), ['appointment-booked@1 queued']);
  });

  test('the table itself refuses a second message about one version', async () => {
    const { appointmentId } = await queued();
    const copy = statement(
      'copy-message',
      `insert into message (id, person_id, channel, template, subject_id, subject_version, sequence, state, due_at,
         changed_at)
       select gen_random_uuid(), person_id, channel, template, subject_id, subject_version, sequence + 1, state, due_at,
         changed_at
       from message where subject_id = $1`,
    );
    await assert.rejects(query(pool, copy, [appointmentId]), /message_person_id_channel_template_subject_id/);
  });

  test('one decision at a time about what is owed for one appointment', async () => {
    const message = owed();
    const other = await pool.connect();
    await other.query('begin');
    await other.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [message.appointmentId]);
    let isDone = false;
    const done = queueMessage(pool, message, Date.now()).finally(() => {
      isDone = true;
    });
    try {
      let isWaiting = false;
      for (const end = Date.now() + 5000; !isWaiting && Date.now() < end; await sleep(20)) {
        isWaiting = await isWaitedFor(other);
      }
      assert.equal(isDone, false);
      assert.ok(isWaiting);
    } finally {
      await other.query('commit');
      other.release();
    }
    assert.equal(await done, 'queued');
  });

  test('an older version that comes later is recorded as suppressed', async () => {
    const first = owed();
    const moved = owed({ ...first, template: 'appointment-moved', version: 2, sequence: 1 });
    assert.equal(await queueMessage(pool, moved, Date.now()), 'queued');
    assert.equal(await queueMessage(pool, first, Date.now()), 'suppressed');
    assert.equal(await queueMessage(pool, first, Date.now()), 'nothing');
    assert.deepEqual(await statesOf(first.appointmentId), [
      'appointment-moved@2 queued',
      'appointment-booked@1 suppressed',
    ]);
  });

  test('a check-in that was undone is the same sequence and no news', async () => {
    const first = owed();
    assert.equal(await queueMessage(pool, first, Date.now()), 'queued');
    assert.equal(await queueMessage(pool, { ...first, version: 3 }, Date.now()), 'nothing');
  });

  test('two senders never hold one message, and a lease that ended hands it on', async () => {
    await query(
      pool,
      statement('settle', `update message set state = 'failed', failure = 'x' where state = 'queued'`),
    );
    const messages = Array.from({ length: 30 }, () => owed());
    for (const message of messages) await queueMessage(pool, message, Date.now());
    const claims = await Promise.all(
      Array.from({ length: 10 }, () => claimMessages(pool, 5, 60_000, Date.now())),
    );
    const ids = claims.flat().map(({ id }) => id);
    assert.equal(ids.length, 30);
    assert.equal(new Set(ids).size, 30);
    assert.deepEqual(await claimMessages(pool, 5, 60_000, Date.now()), []);
    assert.equal((await measureQueue(pool, Date.now())).queued, 30);

    await query(pool, statement('end-leases', `update message set due_at = due_at - interval '1 minute'`));
    const [again] = await claimMessages(pool, 1, 60_000, Date.now());
    assert.ok(again);
    assert.equal(again.tries, 2);
    const dead = { ...again, tries: 1 };
    assert.equal(await storeMail(pool, dead, mail), false);
    assert.equal(
      await finishMessage(pool, dead, { state: 'sent', providerMessageId: 'x' }, Date.now()),
      false,
    );
    assert.equal(await storeMail(pool, again, mail), true);
    assert.equal(
      await finishMessage(pool, again, { state: 'sent', providerMessageId: '250 ok' }, Date.now()),
      true,
    );
    assert.equal(await finishMessage(pool, again, { state: 'failed', reason: 'late' }, Date.now()), false);
  });

  test('words once stored stay', async () => {
    const message = owed();
    await queueMessage(pool, message, Date.now());
    const claim = (await claimMessages(pool, 100, 0, Date.now())).find(
      (row) => row.appointmentId === message.appointmentId,
    );
    assert.ok(claim);
    assert.equal(await storeMail(pool, claim, mail), true);
    assert.equal(await storeMail(pool, claim, { ...mail, text: 'other' }), false);
    const next = (await claimMessages(pool, 100, 0, Date.now())).find((row) => row.id === claim.id);
    assert.deepEqual(next?.mail, mail);
  });
});
