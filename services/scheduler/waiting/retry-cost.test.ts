import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '@healthbooker/local/test/database';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type { Pool } from '@healthbooker/runtime/postgres';
import { materialise } from '../calendar/materialise.ts';
import { createMeasures } from '../measures.ts';
import { openSchedulerPool } from '../pool.ts';
import { explainPrepared } from '../test/explain.ts';
import { fillHospital } from '../test/hospital.ts';
import { openHorizon } from './open-horizon.ts';
import { retryEntries } from './retry-entries.ts';

const NOW = new Date('2026-12-01T08:00:00Z');
const WAITING = 100_000;
/** Pages that a statement may read when nothing is due: the upper pages of some indexes and their first leaf. */
const MOST_BUFFERS = 20;

const log = createLogger('test', 'silent');
let database: Awaited<ReturnType<typeof testDatabase>>;
let pool: Pool;

before(async () => {
  database = await testDatabase('scheduler');
  // One connection, on which the statements of the sweep stay prepared.
  pool = openSchedulerPool({
    url: database.url,
    max: 1,
    metrics: createMetrics('test'),
    log,
    statementTimeoutMs: 60_000,
  });
  await fillHospital(pool, '2026-01-01');
  await materialise(pool, NOW);
  await pool.query(
    `insert into waitlist_entry(appointment_id, patient_id, specialty_id, visit_type_id, urgency, enrolled_at,
       auto_accept, version, state, target_date, tie_break, change, changed_at, looked_at)
     select gen_random_uuid(), gen_random_uuid(), 'cardiology', 'heart-visit', 'routine',
       $1::timestamptz - n * interval '1 minute', false, 1, 'waiting', '2027-01-12', lpad(n::text, 16, '0'), 'joined',
       $1::timestamptz - n * interval '1 minute', $1
     from generate_series(1, $2::int) n`,
    [NOW, WAITING],
  );
  await pool.query('update waitlist_entry set retry_at = null');
  await pool.query('vacuum analyze');
});
after(async () => {
  await pool?.end();
  await database?.drop();
});

test('a sweep in which nothing is due reads the edge of an index, however many wait', async () => {
  const measures = createMeasures(createMetrics('test').registry);
  const parts = {
    pool,
    clock: () => NOW,
    tieBreak: () => '',
    relay: { wake: () => undefined },
    measures,
    log,
  };
  await openHorizon(pool, NOW);
  await retryEntries(parts);
  const statements = {
    'horizons-due': [NOW],
    'entries-to-retry': [NOW, NOW],
    'entries-not-seen': [NOW, NOW],
  };
  for (const [name, params] of Object.entries(statements)) {
    const { buffers, plan } = await explainPrepared(pool, name, params);
    assert.ok(buffers <= MOST_BUFFERS, `${name} read ${buffers} pages: ${plan}`);
  }
});
