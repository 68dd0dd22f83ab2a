import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import { addProviders, fillDirectory, visitTypeOf } from '@healthbooker/proof/bench/engine/hospital';
import { type InProcess, inProcess } from '@healthbooker/proof/bench/engine/in-process';
import type { Pool } from '@healthbooker/runtime/postgres';
import pg from 'pg';
import { explainPrepared } from '../test/explain.ts';

/** Some 1,040 slots each, 20 to a specialty: 139,000 slots. */
const PROVIDERS = 134;
const DAY_MS = 86_400_000;
/** Pages of the database for a page of fifty: at most four for a slot, and three for its session, which says whether it is a class. */
const PAGE = 51 * 7;
/** Twice all that one clinician has in a quarter of a year: as they were, and as they are. */
const FULL = 2 * 1100;
let database: TestDatabase;
let scheduler: InProcess;
let pool: Pool;
let owner: pg.Pool;
let specialties: string[];

before(async () => {
  database = await testDatabase('scheduler');
  scheduler = inProcess(database.serviceUrl, { max: 1 });
  pool = scheduler.pool;
  owner = new pg.Pool({ connectionString: database.url, max: 1 });
  specialties = await fillDirectory(owner, PROVIDERS);
  await addProviders(owner, pool, specialties, PROVIDERS);
  await owner.query('vacuum analyze slot');
});
after(async () => {
  await scheduler?.close();
  await owner?.end();
  await database?.drop();
});

test('a page of search reads no more of a large hospital than it shows, with the plan that the service runs', async () => {
  const { rows } = await pool.query("select count(*) as n from slot where state = 'free'");
  assert.ok(rows[0].n > 130_000, `${rows[0].n} slots`);
  const [specialtyId = ''] = specialties;
  const visitType = visitTypeOf(specialtyId);
  const providerId = await someProvider(specialtyId);
  for (const wishes of [{}, { visitTypeId: visitType }, { providerId }]) {
    await scheduler.search(specialtyId, wishes);
  }
  // Also from a busy hour on, whose slots are too soon for patients.
  const busy = await pool.query(
    "select min(start_at) as hour from slot where start_at > now() + interval '1 day'",
  );
  for (const [isStaff, now] of [
    [false, new Date()],
    [true, new Date()],
    [false, busy.rows[0].hour],
  ] as const) {
    for (const wishes of [
      {},
      { visitType },
      { visitType, mode: 'in-person' },
      { visitType, region: 'everywhere' },
      // Of four places: what is passed over before the page is full.
      { most: 4 * PAGE, locationId: 'l1' },
      // The slots of a clinician are sorted by the start, some at a time.
      { most: 2 * PAGE, providerId },
      { most: 2 * PAGE, providerId, visitType },
    ]) {
      const name = 'providerId' in wishes ? '-of-provider' : 'visitType' in wishes ? '-of-kind' : '';
      const { most = PAGE } = wishes as { most?: number };
      const { buffers, rows, plan } = await explainPrepared(
        pool,
        `search-slots${name}`,
        pageOf(specialtyId, isStaff, now, wishes),
      );
      assert.equal(rows, 51, plan);
      assert.ok(buffers <= most, `${buffers} buffers\n${plan}`);
    }
  }
});

type Wishes = {
  visitType?: string;
  providerId?: string;
  locationId?: string;
  mode?: string;
  region?: string;
};

/** The statement's parameters for a page of fifty. */
function pageOf(specialtyId: string, isStaff: boolean, now: Date, wishes: Wishes) {
  const { visitType = null, providerId = null, locationId = null, mode = null, region = null } = wishes;
  const until = new Date(now.getTime() + 91 * DAY_MS);
  return [
    specialtyId,
    now,
    null,
    until,
    visitType,
    providerId,
    locationId,
    'routine',
    isStaff,
    now,
    51,
    mode,
    region === null ? '{}' : `{${region}}`,
    region !== null,
  ];
}

async function someProvider(specialtyId: string): Promise<string> {
  const { rows } = await pool.query('select provider_id from slot where specialty_id = $1 limit 1', [
    specialtyId,
  ]);
  return rows[0].provider_id;
}

test('pages of a search follow each other without a gap and without showing a slot twice', async () => {
  const [specialtyId = ''] = specialties;
  const { rows } = await pool.query<{ id: string }>(
    `select s.id from slot s join visit_type v on v.id = s.visit_type_id
     where s.state = 'free' and s.specialty_id = $1
       and s.start_at >= now() + make_interval(mins => v.notice_min)
       and s.start_at <= now() + make_interval(days => v.horizon_days)
     order by s.start_at, s.visit_id limit 60`,
    [specialtyId],
  );
  const seen: string[] = [];
  let pageToken = '';
  do {
    const page = await scheduler.searchPage(specialtyId, pageToken);
    seen.push(...(page.slots ?? []).map(({ id = '' }) => id));
    pageToken = page.nextPageToken ?? '';
  } while (seen.length < 60 && pageToken !== '');
  assert.deepEqual(
    seen.slice(0, 60),
    rows.map(({ id }) => id),
  );
});

test('a search of nobody there is an empty page', async () => {
  assert.deepEqual(await scheduler.searchPage(randomUUID(), ''), { slots: [], nextPageToken: '' });
});

test('for a clinician with nothing free no more is read than they have', async () => {
  const [specialtyId = ''] = specialties;
  const providerId = await someProvider(specialtyId);
  await pool.query("update slot set state = 'closed' where provider_id = $1", [providerId]);
  await scheduler.search(specialtyId, { providerId });
  const { buffers, rows, plan } = await explainPrepared(
    pool,
    'search-slots-of-provider',
    pageOf(specialtyId, false, new Date(), { providerId }),
  );
  assert.equal(rows, 0, plan);
  assert.ok(buffers <= FULL, `${buffers} buffers\n${plan}`);
});
