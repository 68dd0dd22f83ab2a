import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ensureTable } from '@healthbooker/appointment/tables/create-table';
import { openStore, type Store } from '@healthbooker/appointment/tables/store';
import pg from 'pg';
import { archiveBucket, awsEnv, region } from '../stores.ts';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { type TestHospital, testHospital } from '../test/hospital.ts';
import { testVariable } from '../test/variables.ts';
import { type Life, live, type Owners, yearsAgo } from './a-life.test-parts.ts';
import { dueFor, erasePerson, NotErased, type Order, type Step } from './erase.ts';
import { readEverything } from './everything.test-parts.ts';
import { type Addresses, type Stores, withStores } from './stores.ts';

const endpoint = testVariable('HB_TEST_DYNAMODB_ENDPOINT');
export const table = `erase-${randomUUID()}`;
export const data = mkdtempSync(join(tmpdir(), 'erase-'));
export const services = ['scheduler', 'ehr', 'notification'] as const;

export let databases: Record<(typeof services)[number], TestDatabase>;
export let owners: Owners;
export let hospital: TestHospital;
let plain: DynamoDBClient;
export let store: Store;
export let addresses: Addresses;

/** Opens databases, a table and the address of a bucket, and writes a stack file that names them. */
export async function openBed(): Promise<void> {
  Object.assign(process.env, awsEnv);
  databases = {
    scheduler: await testDatabase('scheduler'),
    ehr: await testDatabase('ehr'),
    notification: await testDatabase('notification'),
  };
  const pool = (service: (typeof services)[number]) =>
    new pg.Pool({ connectionString: databases[service].url, max: 2 });
  owners = { scheduler: pool('scheduler'), ehr: pool('ehr'), notification: pool('notification') };
  hospital = await testHospital(databases.scheduler.url);
  plain = new DynamoDBClient({ endpoint, region });
  await ensureTable(plain, table);
  store = openStore({ endpoint, region, table });
  addresses = {
    owners: {
      scheduler: databases.scheduler.url,
      ehr: databases.ehr.url,
      notification: databases.notification.url,
    },
    dynamodb: { endpoint, table },
    archive: { endpoint: testVariable('HB_TEST_S3_ENDPOINT'), bucket: archiveBucket },
  };
  // Months of so long ago are not made any more.
  await owners.scheduler.query('create table decision_past_any partition of decision_past default');
  await owners.notification.query('create table message_past_any partition of message_past default');
  for (const on of [owners.scheduler, owners.ehr])
    await on.query('select make_outbox_sent_day(current_date)');
  await owners.notification.query('select make_message_words_day(current_date)');
  const stores = { owners: addresses.owners, dynamodb: endpoint, table, s3: addresses.archive.endpoint };
  writeFileSync(join(data, 'stack.json'), JSON.stringify({ stores }));
}

export async function closeBed(): Promise<void> {
  store?.close();
  await plain?.send(new DeleteTableCommand({ TableName: table }));
  plain?.destroy();
  await hospital?.close();
  for (const owner of Object.values(owners ?? {})) await owner.end();
  for (const database of Object.values(databases ?? {})) await database.drop();
  rmSync(data, { recursive: true });
}

let lives = 0;
const hour_ms = 3_600_000;
/** No two of them see the same clinician at the same time. */
export const timeOf = (years: number) => new Date(yearsAgo(years).getTime() - ++lives * hour_ms);

/** A person of so many years ago, whose slots are with the past ones. */
export async function personOf(years: number, proxy?: string): Promise<Life> {
  const life = await live({ owners, store, hospital }, timeOf(years), proxy);
  await owners.scheduler.query('select move_past_slots(now(), 35, 24, 1000)');
  return life;
}

export const everything = () => readEverything(owners, store);
export const idsOf = (life: Life) => Object.values(life);
const order = (changed: Partial<Order> = {}): Order => ({
  at: new Date(),
  keptYears: 10,
  askedBy: 'the privacy officer',
  reason: 'their time is over',
  ...changed,
});
export const erase = (
  person: string,
  changed: Partial<Order> = {},
  onStep?: (step: Step, removed: number) => void,
) => withStores(addresses, (stores) => erasePerson(stores, person, order(changed), onStep));

export async function due(stores: Stores): Promise<string[]> {
  const found: string[] = [];
  for await (const { person, isBegun } of dueFor(stores, order()))
    found.push(isBegun ? `${person} begun` : person);
  return found;
}

/** Refuses, with these words, and changes nothing. */
export async function refuses(person: string, words: RegExp, changed: Partial<Order> = {}): Promise<void> {
  const there = await everything();
  await assert.rejects(
    erase(person, changed),
    (error) => error instanceof NotErased && words.test(error.message),
  );
  assert.deepEqual(await everything(), there);
  const { rows } = await owners.scheduler.query('select from erasure where done_at is null');
  assert.equal(rows.length, 0, 'an erasure was begun');
}

export async function ledgerOf(): Promise<Record<string, unknown>[]> {
  return (await owners.scheduler.query('select * from erasure order by begun_at')).rows;
}
