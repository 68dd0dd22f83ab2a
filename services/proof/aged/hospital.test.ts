/** The aged hospital: the same for a seed, kept between runs, and such that what holds of a hospital holds of it. */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findIn } from '@healthbooker/local/verify/subjects';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { replayAll } from '@healthbooker/scheduler/history/replay-all';
import { openSchedulerPool } from '@healthbooker/scheduler/pool';
import type pg from 'pg';
import { connect } from './fill/bulk.ts';
import { type AgedHospital, lastMonday, openHospital, type ServiceName, services } from './hospital.ts';

const asOf = lastMonday(new Date());
const scale = 0.001;
const folder = mkdtempSync(join(tmpdir(), 'healthbooker-aged-'));
chmodSync(folder, 0o711);
after(() => rmSync(folder, { recursive: true, force: true }));

/** Each step of a fill goes to `steps`. */
function opened(steps: string[] = []): Promise<AgedHospital> {
  return openHospital({ scale, seed: 1, folder, asOf }, (line) => steps.push(line));
}

async function inEach<Result>(
  hospital: AgedHospital,
  work: (client: pg.Client, service: ServiceName) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const service of services) {
    const client = await connect(hospital.databases[service].ownerUrl);
    try {
      results.push(await work(client, service));
    } finally {
      await client.end();
    }
  }
  return results;
}

/** What all rows hold, but for numbers of transactions and the secret that each database draws for itself. */
async function checksum(client: pg.Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; columns: string }>(
    `select c.relname as name, string_agg(format('t.%I', a.attname), ', ' order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('schema_migration', 'erasure_key')
       and a.atttypid <> 'xid8'::regtype
     group by c.relname`,
  );
  const sums: Record<string, string> = {};
  for (const { name, columns } of rows) {
    const sum = await client.query(
      `select count(*) || ' ' || md5(string_agg(sum, '' order by sum)) as sum
       from (select md5(row(${columns})::text) as sum from ${name} t) one`,
    );
    sums[name] = sum.rows[0].sum;
  }
  return sums;
}

test('at every hour of a week it is told from the same Monday', () => {
  const monday = '2026-11-30T11:00:00.000Z';
  const moments = [
    '2026-11-30T11:00:00Z',
    '2026-12-01T03:00:00Z',
    '2026-12-06T23:59:59Z',
    '2026-12-07T10:59:59Z',
  ];
  for (const moment of moments) assert.equal(lastMonday(new Date(moment)).toISOString(), monday, moment);
  assert.equal(lastMonday(new Date('2026-11-30T10:59:59Z')).toISOString(), '2026-11-23T11:00:00.000Z');
});

let sums: Record<string, string>[];

test('what must hold of a hospital holds of it, its decisions replay, and every constraint is there', async () => {
  const hospital = await opened();
  try {
    sums = await inEach(hospital, checksum);
    const broken = await inEach(hospital, async (client, service) => {
      const found = await findIn(client, service, 'always', { now: asOf });
      return [...new Set(found.map(({ broken }) => broken))];
    });
    assert.deepEqual(broken, [[], [], []]);
    const pool = openSchedulerPool({
      url: hospital.databases.scheduler.url,
      max: 1,
      metrics: createMetrics('test'),
      log: createLogger('test', 'silent'),
    });
    const { same, differs, mismatches } = await replayAll(pool, new Date(0));
    await pool.end();
    assert.deepEqual([differs, mismatches], [0, []]);
    assert.ok(same > 1000, String(same));
    const invalid = await inEach(hospital, async (client) => {
      const { rows } = await client.query(
        `select conname from pg_constraint where not convalidated
         union all select indexrelid::regclass::text from pg_index where not indisvalid
         union all select tgname from pg_trigger where tgenabled = 'D'`,
      );
      return rows;
    });
    assert.deepEqual(invalid, [[], [], []]);
  } finally {
    await hospital.close();
  }
});

test('it is filled once, and filled anew it has the same rows', async () => {
  const steps: string[] = [];
  const kept = await opened(steps);
  await kept.close();
  assert.deepEqual(steps, []);
  rmSync(folder, { recursive: true, force: true });
  const again = await opened(steps);
  try {
    assert.deepEqual(await inEach(again, checksum), sums);
  } finally {
    await again.close();
  }
});
