/** Services that have lost their places read everything again, and do not bring back who is gone. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { openStore, type Store } from '@healthbooker/appointment/tables/store';
import pg from 'pg';
import { archiveBucket, awsEnv, region } from '../stores.ts';
import { type TestHospital, testHospital } from '../test/hospital.ts';
import { startSystem, type TestSystem } from '../test/system.ts';
import { testVariable } from '../test/variables.ts';
import { findItems, openTable } from '../verify/items.ts';
import { type Life, live, type Owners, yearsAgo } from './a-life.test-parts.ts';
import { erasePerson } from './erase.ts';
import { readEverything, tablesNaming } from './everything.test-parts.ts';
import { withStores } from './stores.ts';

const endpoint = testVariable('HB_TEST_DYNAMODB_ENDPOINT');
let system: TestSystem;
let owners: Owners;
let store: Store;
let hospital: TestHospital;

before(async () => {
  Object.assign(process.env, awsEnv);
  system = await startSystem();
  const pool = (connectionString: string) => new pg.Pool({ connectionString, max: 2 });
  owners = {
    scheduler: pool(system.databases.scheduler),
    ehr: pool(system.databases.ehr),
    notification: pool(system.databases.notification),
  };
  store = openStore({ endpoint, region, table: system.table });
  hospital = await testHospital(system.databases.scheduler);
  await owners.scheduler.query('create table decision_past_any partition of decision_past default');
  await owners.notification.query('create table message_past_any partition of message_past default');
  for (const on of [owners.scheduler, owners.ehr])
    await on.query('select make_outbox_sent_day(current_date)');
  await owners.notification.query('select make_message_words_day(current_date)');
});
after(async () => {
  store?.close();
  await hospital?.close();
  for (const owner of Object.values(owners ?? {})) await owner.end();
  await system?.stop();
});

/** Whether the table has the visit of a person. */
async function isListed({ person, appointment }: Life): Promise<boolean> {
  const table = openTable({ endpoint, table: system.table });
  try {
    return (await findItems(table, [{ PK: person, SK: `APPOINTMENT#${appointment}` }])).size > 0;
  } finally {
    table.close();
  }
}

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (const end = performance.now() + 60_000; !(await isSo()); await sleep(200)) {
    assert.ok(performance.now() < end, `${what} for a minute`);
  }
}

/** Publishes again what two services published. */
async function republish(): Promise<void> {
  const { topicArn } = system;
  for (const service of ['scheduler', 'ehr'] as const) {
    const program = fileURLToPath(new URL('../../runtime/republish-main.ts', import.meta.url));
    const child = spawn(process.execPath, [program, '--since', '1d'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DATABASE_URL: system.serviceDatabases[service],
        SNS_ENDPOINT: testVariable('HB_TEST_AWS_ENDPOINT'),
        EVENTS_TOPIC_ARN: topicArn,
      },
    });
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  }
}

test('who is gone stays gone when every follower begins anew and all events are told again', async () => {
  // Its own slots first: housekeeping of the running scheduler may move them at any time.
  const kept = await live({ owners, store, hospital }, yearsAgo(1));
  const gone = await live({ owners, store, hospital }, yearsAgo(11), kept.person);
  await owners.scheduler.query('select move_past_slots(now(), 35, 24, 1000)');
  const addresses = {
    owners: system.databases,
    dynamodb: { endpoint, table: system.table },
    archive: { endpoint: testVariable('HB_TEST_S3_ENDPOINT'), bucket: archiveBucket },
  };
  const order = {
    at: new Date(),
    keptYears: 10,
    askedBy: 'the privacy officer',
    reason: 'their time is over',
  };
  await withStores(addresses, (stores) => erasePerson(stores, gone.person, order));

  for (const owner of [owners.ehr, owners.notification]) await owner.query('delete from follower_cursor');
  const lost = [
    { PK: kept.person, SK: `APPOINTMENT#${kept.appointment}` },
    { PK: 'FOLLOWER#scheduler.ListChanged', SK: 'CURSOR' },
  ];
  for (const Key of lost) await store.client.send(new DeleteCommand({ TableName: system.table, Key }));
  await republish();
  await until(() => isListed(kept), 'the visit that everybody has was not listed again');
  await until(
    async () => (await owners.ehr.query('select from follower_cursor')).rows.length > 0,
    'ehr did not read what was put on record',
  );

  assert.deepEqual(tablesNaming(await readEverything(owners, store), Object.values(gone)), []);
});
