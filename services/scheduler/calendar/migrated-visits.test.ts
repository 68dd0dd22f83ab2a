/** A database of before visits had their copies: they get them in steps, while a process of that release books beside. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import { testVariable } from '@healthbooker/local/test/variables';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { migrate } from '@healthbooker/runtime/migrate';
import pg from 'pg';
import { openSchedulerPool } from '../pool.ts';
import { fillHospital } from '../test/hospital.ts';
import { START } from '../test/service.ts';
import { materialise } from './materialise.ts';

const all = fileURLToPath(new URL('../migrations', import.meta.url));
const admin = new pg.Client({ connectionString: testVariable('HB_TEST_POSTGRES_URL') });
const database = `scheduler_before_${randomBytes(6).toString('hex')}`;
const url = testVariable('HB_TEST_POSTGRES_URL').replace(/[^/]*$/, database);
let dir: string;
/** Its roles are those that the migrations grant rights to. */
let other: TestDatabase;
let pool: ReturnType<typeof openSchedulerPool>;

before(async () => {
  other = await testDatabase('scheduler');
  await admin.connect();
  await admin.query(`create database ${database}`);
  dir = await mkdtemp(join(tmpdir(), 'before-'));
  await copyUpTo('0037');
  await migrate({ url, dir });
  pool = openSchedulerPool({
    url,
    max: 4,
    metrics: createMetrics('test'),
    log: createLogger('test', 'silent'),
  });
  await fillHospital(pool, '2026-01-01');
  await materialise(pool, START);
});
after(async () => {
  await pool?.end();
  await admin.query(`drop database if exists ${database} with (force)`);
  await admin.end();
  await other.drop();
  await rm(dir, { recursive: true });
});

async function copyUpTo(last: string): Promise<void> {
  for (const file of await readdir(all)) {
    if (file.slice(0, 4) <= last) await copyFile(join(all, file), join(dir, file));
  }
}

/** As the release before writes one: without what its slot says. */
const book = (slots: string, status: string) =>
  pool.query(
    `insert into reservation(appointment_id, patient_id, slot_id, during, version, status, sequence, details, booked_at, changed_at)
     select gen_random_uuid(), gen_random_uuid(), id, during, 1, $1, 0, '{}', $2, $2 from (${slots}) s`,
    [status, START],
  );
const count = async (sql: string): Promise<number> =>
  (await pool.query(`select count(*)::int as n from ${sql}`)).rows[0].n;

test('visits and lists of before are copied, as are those that are written meanwhile', async () => {
  await book(`select id, during from slot order by id limit 600`, 'booked');
  for (let round = 0; round < 3; round += 1)
    await book('select id, during from slot order by id limit 500', 'cancelled');
  // One was longer, and its slot is not any more.
  await pool.query(`update reservation set during = tstzrange(lower(during), upper(during) + interval '30 minutes')
    where appointment_id = (select appointment_id from reservation where status = 'cancelled' order by 1 limit 1)`);
  await pool.query(
    `insert into disruption(id, kind, dates, created_at) values (gen_random_uuid(), 'rules', '[2026-12-01,)', $1)`,
    [START],
  );
  await pool.query(
    `insert into leave_visit(leave_id, appointment_id, from_slot_id, state, changed_at)
     select d.id, r.appointment_id, r.slot_id, 'settled', $1 from disruption d cross join reservation r where r.status = 'booked' limit 50`,
    [START],
  );
  const shown = `select appointment_id, slot_id, provider_id, provider_name, team_id, specialty_id, visit_type_id, location_id, time_zone,
    start_at, end_at, mode, region_id from reservation_view order by appointment_id`;
  const before = await pool.query(shown);
  assert.equal(before.rows.length, 2100);

  await copyUpTo('0038');
  await migrate({ url, dir });
  await book('select id, during from slot order by id desc limit 1', 'booked');
  const moved = await pool.query(
    `update reservation set slot_id = s.id, during = s.during from (select id, during from slot order by id desc offset 1 limit 1) s
     where appointment_id = (select appointment_id from reservation where status = 'booked' order by 1 limit 1)
     returning appointment_id`,
  );
  await copyUpTo('9999');
  await migrate({ url, dir });

  const changed = moved.rows[0].appointment_id;
  const old = new Set(before.rows.map(({ appointment_id }) => appointment_id));
  const after = (await pool.query(shown)).rows;
  assert.equal(after.length, 2101);
  const unchanged = ({ appointment_id }: { appointment_id: string }) =>
    old.has(appointment_id) && appointment_id !== changed;
  assert.deepEqual(after.filter(unchanged), before.rows.filter(unchanged));
  assert.equal(
    await count(`reservation r join slot s on s.id = r.slot_id where (r.provider_id, r.specialty_id, r.visit_type_id,
      r.location_id, r.mode, r.local_start, r.during) is distinct from (s.provider_id, s.specialty_id, s.visit_type_id,
      s.location_id, s.mode, s.local_start, s.during)`),
    0,
  );
  assert.equal(
    await count(`leave_visit v join slot s on s.id = v.from_slot_id
      where v.to_slot is null and (v.from_slot ->> 'start_at')::timestamptz = s.start_at`),
    50,
  );
});
