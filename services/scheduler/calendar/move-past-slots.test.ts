/** What moves slots that are over takes nothing that somebody has, nothing young, and nothing by one wrong clock. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { moveDatabaseClock } from '@healthbooker/local/test/database-clock';
import { observeStatements } from '@healthbooker/runtime/fault-point';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { readRetention } from '@healthbooker/runtime/retention';
import { openSchedulerPool } from '../pool.ts';
import { aPatient, aReceptionist, makeBed, START, startOn, type TestBed, wanting } from '../test/service.ts';
import { movePastSlots, pastSlotTasks } from './past-slots.ts';

const day_ms = 86_400_000;
const retention = readRetention();
const daysAfter = (days: number, from = START) => new Date(from.getTime() + days * day_ms);
const pools: ReturnType<typeof openSchedulerPool>[] = [];
let bed: TestBed;

before(async () => {
  bed = await makeBed();
});
beforeEach(async () => {
  observeStatements(undefined);
  await moveDatabaseClock(bed.pool, START);
  await bed.pool.query('alter table slot disable trigger slot_in_use');
  await bed.pool.query('delete from hold');
  await bed.pool.query('delete from reservation');
  await bed.pool.query('delete from slot where seat >= 900');
  await bed.pool.query('alter table slot enable trigger slot_in_use');
  for (const month of await months()) await bed.pool.query(`drop table ${month}`);
});
after(async () => {
  observeStatements(undefined);
  await Promise.all(pools.map((pool) => pool.end()));
  await bed?.remove();
});

/** Connections of a service, as each of its processes has them. */
function servicePool() {
  const url = bed.env['DATABASE_URL'] ?? '';
  const pool = openSchedulerPool({
    url,
    max: 2,
    metrics: createMetrics('test'),
    log: createLogger('test', 'silent'),
  });
  pools.push(pool);
  return pool;
}

async function count(sql: string): Promise<number> {
  return (await bed.pool.query(`select count(*)::int as n from ${sql}`)).rows[0].n;
}

async function months(): Promise<string[]> {
  const { rows } = await bed.pool.query(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'slot_past'::regclass order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Slots of one state that ended so many days before START, a minute apart; the ids, latest first. */
async function addSlots(many: number, days: number, state = 'closed', seat = 900): Promise<string[]> {
  const { rows } = await bed.pool.query(
    `insert into slot(id, session_id, local_start, seat, visit_id, provider_id, specialty_id, location_id, visit_type_id,
       start_at, end_at, blocks, state)
     select gen_random_uuid(), o.session_id, at at time zone 'UTC', $4::int + n, gen_random_uuid(), o.provider_id,
       o.specialty_id, o.location_id, o.visit_type_id, at, at + interval '1 minute', tstzrange(at, at + interval '1 minute'), $5
     from generate_series(1, $1::int) n
     cross join lateral (select $2::timestamptz - make_interval(days => $3::int) - make_interval(mins => n) as at) time
     cross join (select * from slot where seat < 900 order by id limit 1) o
     returning id`,
    [many, START, days, seat, state],
  );
  return rows.map(({ id }) => id);
}

const visitOf = (slotId: string, status = 'fulfilled') =>
  bed.pool.query(
    `insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at, changed_at)
     select gen_random_uuid(), gen_random_uuid(), id, during, 1, $2, 0, '{}', $3, $3 from slot where id = $1`,
    [slotId, status, START],
  );
const holdOf = (slotId: string, state: string) =>
  bed.pool.query(
    `insert into hold(id, slot_id, patient_id, urgency, expires_at, state)
     values (gen_random_uuid(), $1, gen_random_uuid(), 'routine', $2, $3)`,
    [slotId, START, state],
  );

async function finish(at = START, pool = servicePool()): Promise<number> {
  const task = movePastSlots(pool, retention);
  for (let rows = 0; ; ) {
    const step = await task.step(at);
    rows += step.rows;
    if (!step.isMore) return rows;
  }
}

test('what ended 35 days ago moves, by two processes at once, each once, and nothing younger', async () => {
  await addSlots(900, 36);
  const young = await addSlots(50, 34, 'closed', 5000);
  await bed.pool.query(`update slot set end_at = end_at + interval '36 hours', blocks = tstzrange(start_at, end_at + interval '36 hours')
    where id = (select id from slot where seat = 901)`);
  await finishBoth();
  assert.equal(await count('slot_past'), 899);
  assert.equal(await count('slot where seat between 900 and 4999'), 1);
  assert.equal(await count(`slot where id in (${young.map((id) => `'${id}'`)})`), 50);
  assert.equal(await count('(select id from slot_past group by id having count(*) > 1) twice'), 0);
});

async function finishBoth(): Promise<void> {
  const [one, other] = await Promise.all([finish(), finish()]);
  const rest = await finish();
  assert.equal(one + other + rest, 899);
}

test('what somebody has or may still get stays, whatever its age, and shows', async () => {
  const states = ['free', 'held', 'settling', 'booked', 'closed'];
  for (const [index, state] of states.entries()) await addSlots(1, 40 + index, state, 1000 * (index + 1));
  const [open = '', used = ''] = await addSlots(2, 50, 'closed', 9000);
  await holdOf(open, 'open');
  await holdOf(used, 'used');
  const task = movePastSlots(servicePool(), retention);
  assert.deepEqual(await task.measure(START), { waiting: 7, overdue_s: 15 * 86_400 + 60 });
  assert.equal(await finish(), 3);
  assert.equal(await count(`slot where id = '${open}'`), 1);
  assert.equal(await count(`slot_past where id = '${used}'`), 1);
  assert.equal((await task.measure(START)).waiting, 4);
});

test('a longer visit moves with the slot that it took in, and not without', async () => {
  const [first = '', next = ''] = await addSlots(2, 36, 'closed');
  await bed.pool.query(`update slot set state = 'booked', own_end_at = end_at where id = $1`, [first]);
  await bed.pool.query('update slot set merged_into = $1 where id = $2', [first, next]);
  // The other one is over, and it is not.
  const half = new Date(START.getTime() - day_ms - 30_000);
  assert.equal(await finish(half), 0);
  assert.equal(await finish(), 2);
  assert.equal(await count(`slot_past where merged_into = '${first}' or own_end_at is not null`), 2);
});

test('a clock that is a month ahead, of the process or of the database, moves nothing; both together do', async () => {
  await addSlots(3, 20);
  const ahead = daysAfter(31);
  for (const database of [START, ahead]) {
    await moveDatabaseClock(bed.pool, database);
    assert.equal(await finish(database === START ? ahead : START), 0);
  }
  assert.deepEqual(await months(), []);
  assert.equal(await finish(ahead), 3);
});

test('the service deletes no slot by itself, and its function takes none before the minimum', async () => {
  const [id = ''] = await addSlots(1, 30);
  const pool = servicePool();
  for (const sql of [
    'delete from slot',
    'truncate slot',
    'delete from slot_past',
    'insert into slot_past select * from slot_past',
  ]) {
    await assert.rejects(pool.query(sql), { code: '42501' }, sql);
  }
  for (const [days, kept] of [
    [34, 24],
    [0, 24],
    [-1, 24],
    [35, 11],
    [null, 24],
    [35, null],
  ]) {
    await assert.rejects(
      pool.query('select move_past_slots($1, $2::int, $3::int, 10)', [daysAfter(4000), days, kept]),
      { code: '22023' },
      `${days} and ${kept}`,
    );
  }
  await assert.rejects(pool.query('select move_past_slots(null, 35, 24, 10)'), { code: '22023' });
  for (const kept of [11, 0, null]) {
    await assert.rejects(pool.query('select drop_slot_past_month($1, $2::int)', [daysAfter(4000), kept]), {
      code: '22023',
    });
  }
  assert.equal(await count(`slot where id = '${id}'`), 1);
});

test('what is older than past slots are kept goes at once; older months are neither made nor asked for', async () => {
  await addSlots(2, 25 * 31);
  await addSlots(1, 4000, 'closed', 5000);
  await addSlots(1, 300, 'closed', 6000);
  assert.equal(await finish(), 4);
  assert.deepEqual(await months(), ['slot_past_202602']);
  assert.equal(await count('slot_past'), 1);
});

test('without its month a slot stays; bookings and corrections of old visits go on, and it moves when the month is there', async () => {
  const [id = ''] = await addSlots(1, 40, 'booked');
  await visitOf(id, 'noshow');
  // Something stands where the month is to be made.
  await bed.pool.query('create table slot_past_202610(id int)');
  const pool = servicePool();
  await assert.rejects(movePastSlots(pool, retention).step(START), /no partition of relation/);
  const scheduler = await startOn(bed);
  const [patient, desk] = [await aPatient(), await aReceptionist()];
  const [slotId] = await scheduler.freeSlots('cardiology', '2026-12-03T00:00:00Z');
  await scheduler.call('Reserve', wanting(patient, slotId), patient.as());
  const { rows } = await bed.pool.query('select appointment_id from reservation where slot_id = $1', [id]);
  const { reservation } = await scheduler.call(
    'ChangeVisitStatus',
    {
      appointmentId: rows[0].appointment_id,
      expectedVersion: 1,
      status: 'VISIT_STATUS_ARRIVED',
      operationKey: randomUUID(),
    },
    desk.as(),
  );
  assert.equal(reservation?.status, 'VISIT_STATUS_ARRIVED');
  await scheduler.close();
  assert.equal(await count(`slot where id = '${id}'`), 1);
  await bed.pool.query('drop table slot_past_202610');
  await finish();
  assert.equal(await count(`slot_past where id = '${id}'`), 1);
});

test('killed behind any statement, each slot is in one place, and is moved the next time', async () => {
  for (const name of ['move-past-slots', 'close-past-slots', 'months-missing', 'make-slot-past-month']) {
    for (const month of await months()) await bed.pool.query(`drop table ${month}`);
    const seat = 1000 + Math.trunc(Math.random() * 100_000);
    await addSlots(250, 60, 'closed', seat);
    await addSlots(1, 40, 'free', seat + 1000);
    let isArmed = true;
    observeStatements((passed) => {
      if (!isArmed || passed !== name) return;
      isArmed = false;
      throw new Error('killed');
    });
    const run = async () => {
      for (const task of pastSlotTasks(servicePool(), retention)) {
        try {
          while ((await task.step(START)).isMore);
        } catch (error) {
          assert.equal((error as Error).message, 'killed');
        }
      }
    };
    await run();
    assert.ok(!isArmed, `${name} was run`);
    assert.equal((await count(`slot where seat >= 900`)) + (await count('slot_past')), 251, name);
    await run();
    assert.deepEqual([await count(`slot where seat >= 900`), await count('slot_past')], [0, 251], name);
  }
});

test('killed in the middle of its statement, nothing has moved', async () => {
  await addSlots(5, 40);
  // Its months wait for this lock, when slots are locked already.
  const holder = await bed.pool.connect();
  const pool = servicePool();
  try {
    await holder.query('begin; lock table slot_past in share update exclusive mode');
    const step = movePastSlots(pool, retention)
      .step(START)
      .catch((error: Error) => error);
    await sleep(200);
    await holder.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like '%move_past_slots%' and pid <> pg_backend_pid()`,
    );
    assert.ok((await step) instanceof Error);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
  assert.deepEqual([await count('slot where seat >= 900'), await count('slot_past')], [5, 0]);
  assert.equal(await finish(), 5);
});

test('a slot that is being booked or held cannot be deleted, and one that is being deleted not booked or held', async () => {
  const [first = '', second = '', third = ''] = await addSlots(3, -10, 'free');
  const taking = {
    [first]: `insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at, changed_at)
      select gen_random_uuid(), gen_random_uuid(), id, during, 1, 'booked', 0, '{}', start_at, start_at from slot where id = '${first}'`,
    [second]: `insert into hold(id, slot_id, patient_id, urgency, expires_at, state)
      values (gen_random_uuid(), '${second}', gen_random_uuid(), 'routine', '2027-01-01', 'open')`,
  };
  for (const [id, take] of Object.entries(taking)) {
    const booker = await bed.pool.connect();
    await booker.query('begin');
    await booker.query(take);
    const deleted = bed.pool.query('delete from slot where id = $1', [id]).catch((error) => error);
    await sleep(100);
    await booker.query('commit');
    booker.release();
    assert.equal((await deleted).constraint, 'slot_in_use');
  }
  const owner = await bed.pool.connect();
  await owner.query('begin');
  await owner.query('delete from slot where id = $1', [third]);
  const held = bed.pool.query(taking[second]?.replaceAll(second, third) ?? '').catch((error) => error);
  await sleep(100);
  await owner.query('commit');
  owner.release();
  assert.equal((await held).constraint, 'hold_of_slot');
  assert.equal(await count(`hold where slot_id = '${third}'`), 0);
});
