import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import type { Pool } from '@healthbooker/runtime/postgres';
import { readRetention } from '@healthbooker/runtime/retention';
import { openSchedulerPool } from '../pool.ts';
import { makeBed, START, type TestBed } from '../test/service.ts';
import { removePastDelays } from './past-delays.ts';

let bed: TestBed;
let pool: Pool;

before(async () => {
  bed = await makeBed();
  const url = bed.env['DATABASE_URL'] ?? '';
  pool = openSchedulerPool({
    url,
    max: 3,
    metrics: createMetrics('test'),
    log: createLogger('test', 'silent'),
  });
});
after(async () => {
  await pool?.end();
  await bed?.remove();
});

test('how late a clinician was goes with the slots of the day, by two processes at once, and no day sooner', async () => {
  const { slot_days } = readRetention();
  await bed.pool.query(
    `insert into provider_delay (provider_id, day, delay_min, changed_at)
     select $1, $2::date - n, 10, $2::timestamptz - n * interval '1 day' from generate_series(0, 1200) n`,
    [bed.hospital.heart.provider, START],
  );
  const tasks = [1, 2].map(() => removePastDelays(pool, readRetention()));
  const [task] = tasks;
  assert.ok(task);
  const gone = 1201 - (slot_days + 2);
  const { waiting, overdue_s } = await task.measure(START);
  assert.equal(waiting, gone);
  assert.ok(overdue_s > (gone - 2) * 86_400 && overdue_s < (gone + 1) * 86_400, String(overdue_s));
  const removed = await Promise.all(
    tasks.map(async (one) => {
      for (let rows = 0; ; ) {
        const step = await one.step(START);
        rows += step.rows;
        if (!step.isMore) return rows;
      }
    }),
  );
  await task.step(START);
  assert.ok(removed.every((rows) => rows <= gone));
  const { rows } = await bed.pool.query(
    'select count(*)::int as n, min(day)::text as first from provider_delay',
  );
  const first = new Date(START.getTime() - (slot_days + 1) * 86_400_000).toISOString().slice(0, 10);
  assert.deepEqual(rows, [{ n: slot_days + 2, first }]);
  assert.deepEqual(await task.measure(START), { waiting: 0, overdue_s: 0 });
});
