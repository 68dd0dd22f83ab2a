import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type Bucket, openBucket } from '@healthbooker/runtime/bucket';
import pg from 'pg';
import { archiveBucket, awsEnv } from '../stores.ts';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { testVariable } from '../test/variables.ts';
import { archive } from './an-archive.test-parts.ts';
import { removeArchived } from './archive.ts';

let database: TestDatabase;
let owner: pg.Pool;
let bucket: Bucket;
before(async () => {
  Object.assign(process.env, awsEnv);
  database = await testDatabase('scheduler');
  owner = new pg.Pool({ connectionString: database.url, max: 2 });
  const { AWS_REGION } = awsEnv;
  bucket = openBucket(archiveBucket, { AWS_REGION, S3_ENDPOINT: testVariable('HB_TEST_S3_ENDPOINT') });
});
after(async () => {
  bucket?.close();
  await owner?.end();
  await database?.drop();
});

let months = 0;
/** Of a year that no other test archives. */
const nextMonth = () => new Date(Date.UTC(1900, months++)).toISOString().slice(0, 10);
const ids = (count: number) => Array.from({ length: count }, () => randomUUID()).sort();

/** Everything that the bucket and the tables say of a month, the lines of the objects in the clear. */
async function said(month: string): Promise<{ text: string; keys: string[] }> {
  const keys = await bucket.list(`decisions/${month.slice(0, 7)}/`);
  const texts = await Promise.all(
    keys.map(async (key) => {
      const body = await bucket.get(key);
      return (key.endsWith('.gz') ? gunzipSync(body) : body).toString('utf8');
    }),
  );
  const { rows } = await owner.query(
    `select first_appointment_id, last_appointment_id, last_version, row_count, key, encode(sha256, 'hex') as sha256
     from decision_archive_part where month = $1 order by part`,
    [month],
  );
  const { rows: whole } = await owner.query('select row_count from decision_archive where month = $1', [
    month,
  ]);
  return { keys, text: [...texts, JSON.stringify(rows), JSON.stringify(whole)].join('\n') };
}

/** Runs on a connection of its own, as the program does. */
async function remove(subjects: readonly string[], dies?: () => void): Promise<number> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const on = <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) => {
    return async (...args: Args) => {
      dies?.();
      return call(...args);
    };
  };
  const watched: Bucket = {
    put: on(bucket.put),
    get: on(bucket.get),
    list: on(bucket.list),
    remove: on(bucket.remove),
    close: () => undefined,
  };
  const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
  Object.assign(client, { query: on(query) });
  try {
    return await removeArchived(client, watched, subjects);
  } finally {
    await client.end();
  }
}

test('visits leave their objects, the index and the tables; the others stay, and nothing is left of before', async () => {
  const month = nextMonth();
  const [first, second, alone] = [ids(3), ids(2), ids(1)];
  await archive(owner, bucket, month, [first, second, alone]);
  const gone = [first[0], first[1], ...alone] as string[];
  assert.equal(await remove(gone), 3);
  const { text, keys } = await said(month);
  assert.deepEqual(
    gone.filter((id) => text.includes(id)),
    [],
  );
  for (const id of [first[2], ...second] as string[])
    assert.equal(text.split(`"appointment_id":"${id}"`).length, 2);
  assert.equal(keys.length, 4);
  const index = JSON.parse(
    (await bucket.get(`decisions/${month.slice(0, 7)}/1-index.json`)).toString('utf8'),
  );
  const { rows } = await owner.query(
    `select key, encode(sha256, 'hex') as sha256, row_count, first_appointment_id from decision_archive_part where month = $1
     order by part`,
    [month],
  );
  const named = index.parts.map(
    ({ key, sha256, row_count, first_appointment_id }: Record<string, unknown>) => ({
      key,
      sha256,
      row_count,
      first_appointment_id,
    }),
  );
  assert.deepEqual(named, rows);
  assert.deepEqual(
    rows.map(({ row_count }) => row_count),
    [1, 2, 0],
  );
  assert.equal(await remove(gone), 0);
  assert.equal((await said(month)).text, text);
});

test('killed at any step it is found again and finished', async () => {
  for (let step = 1, isKilled = true; isKilled; step += 1) {
    const month = nextMonth();
    const [left = '', middle = '', right = ''] = ids(3);
    const alone = ids(1);
    await archive(owner, bucket, month, [[left, middle, right], alone]);
    const gone = [step % 2 === 0 ? middle : left, ...alone];
    const kept = step % 2 === 0 ? left : middle;
    let steps = 0;
    isKilled = false;
    await remove(gone, () => {
      steps += 1;
      if (steps !== step) return;
      isKilled = true;
      throw new Error('killed');
    }).catch((error: Error) => assert.equal(error.message, 'killed'));
    await remove(gone);
    const { text, keys } = await said(month);
    assert.deepEqual(
      gone.filter((id) => text.includes(id)),
      [],
      `at step ${step}`,
    );
    assert.ok(text.includes(kept) && text.includes(right), `at step ${step}`);
    assert.equal(keys.length, 3, `at step ${step}`);
    if (!isKilled) assert.ok(step > 15, `${step} steps`);
  }
});

test('two people of one object leave it at the same time', async () => {
  const month = nextMonth();
  const [one = '', stays = '', other = ''] = ids(3);
  await archive(owner, bucket, month, [[one, stays, other]]);
  await Promise.all([remove([one]), remove([other])]);
  const { text, keys } = await said(month);
  assert.deepEqual([text.includes(one), text.includes(stays), text.includes(other)], [false, true, false]);
  assert.equal(keys.length, 2);
});
