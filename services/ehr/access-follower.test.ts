/** What the scheduler puts on record is taken once, whatever becomes of who takes it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '@healthbooker/local/test/database';
import { startService } from '@healthbooker/local/test/processes';
import pg from 'pg';
import { type RunningEhr, runningEhr } from './test/running-ehr.ts';

let running: RunningEhr;
before(async () => {
  running = await runningEhr();
});
after(() => running?.close());

test('a follower that is killed at any point repeats and loses nothing of what the scheduler put on record', async () => {
  const patientId = randomUUID();
  await running.hospital.pool.query(
    `insert into access(at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
     select now(), $1, $1, 'Reader ' || n, 'Patients', 'read', 'visit', 'own-record', '' from generate_series(1, 4000) n`,
    [patientId],
  );
  const database = await testDatabase('ehr');
  const own = new pg.Pool({ connectionString: database.url });
  const env = { ...running.env, DATABASE_URL: database.serviceUrl };
  const count = async () => {
    const { rows } = await own.query(
      `select count(*)::int as taken, count(distinct reader_name)::int as readers from access where patient_id = $1`,
      [patientId],
    );
    return rows[0] as { taken: number; readers: number };
  };
  try {
    const partly: number[] = [];
    for (let kills = 0; kills < 3; kills++) {
      const before = (await count()).taken;
      const follower = await startService('ehr', env);
      while ((await count()).taken === before && before < 4000) await sleep(5);
      await follower.end('SIGKILL');
      partly.push((await count()).taken);
    }
    const last = await startService('ehr', env);
    for (const end = Date.now() + 20_000; (await count()).taken < 4000; await sleep(50)) {
      assert.ok(Date.now() < end, `${(await count()).taken} after kills at ${partly}`);
    }
    await last.end();
    assert.deepEqual(await count(), { taken: 4000, readers: 4000 });
    assert.ok(
      partly.some((taken) => taken > 0 && taken < 4000),
      `killed in the middle: ${partly}`,
    );
  } finally {
    await own.end();
    await database.drop();
  }
});
