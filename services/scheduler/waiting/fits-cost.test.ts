/** What it costs to find a slot for somebody whom many suit, with the plan that the service runs. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { testDatabase } from '@healthbooker/local/test/database';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { type Pool, query, statementsMade } from '@healthbooker/runtime/postgres';
import { materialise } from '../calendar/materialise.ts';
import { openSchedulerPool } from '../pool.ts';
import { explainPrepared } from '../test/explain.ts';
import { fillHospital } from '../test/hospital.ts';
import './find-slot-for-entry.ts';

const NOW = new Date('2026-12-01T08:00:00Z');
const WANTED = 10;
/** Pages of the database for one slot: itself, its places around, and the patient's and the provider's other visits. */
const PAGES_PER_SLOT = 50;

let database: Awaited<ReturnType<typeof testDatabase>>;
let pool: Pool;

before(async () => {
  database = await testDatabase('scheduler');
  pool = openSchedulerPool({
    url: database.url,
    max: 1,
    metrics: createMetrics('test'),
    log: createLogger('test', 'silent'),
  });
  await fillHospital(pool, '2026-01-01');
  await materialise(pool, NOW);
  await pool.query("update slot set state = 'free' where state = 'settling'");
  await pool.query('vacuum analyze slot');
});
after(async () => {
  await pool?.end();
  await database?.drop();
});

test('for an entry that every slot of its kind suits, no more are read than are wanted', async () => {
  const { rows } = await pool.query(
    "select specialty_id, visit_type_id, count(*)::int as free from slot where state = 'free' group by 1, 2 order by 3 desc limit 1",
  );
  const [{ specialty_id, visit_type_id, free }] = rows;
  assert.ok(free > 20 * WANTED, `${free} slots`);
  const entry = randomUUID();
  await pool.query(
    `insert into waitlist_entry(appointment_id, patient_id, specialty_id, visit_type_id, urgency, enrolled_at,
       auto_accept, version, state, target_date, tie_break, change)
     values ($1, gen_random_uuid(), $2, $3, 'urgent', $4, false, 1, 'waiting', '2027-01-12', '0', 'joined')`,
    [entry, specialty_id, visit_type_id, NOW],
  );
  const fits = statementsMade().find(({ name }) => name.startsWith('fits-of-entry'));
  assert.ok(fits);
  const params = [entry, NOW, WANTED] as const;
  const found = await query<{ start_at: Date }>(pool, fits, params);
  const starts = found.map(({ start_at }) => start_at.getTime());
  assert.deepEqual(
    starts,
    starts.toSorted((one, other) => one - other),
    'the earliest first',
  );
  const { buffers, rows: shown, plan } = await explainPrepared(pool, 'fits-of-entry', params);
  assert.equal(shown, WANTED, plan);
  assert.ok(buffers <= WANTED * PAGES_PER_SLOT, `${buffers} buffers\n${plan}`);
});
