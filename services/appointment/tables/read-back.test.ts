import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { createLogger } from '@healthbooker/runtime/log';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { createMeasures } from '../measures.ts';
import { testTable } from '../test/table.ts';
import { createReadBack } from './read-back.ts';
import { openStore } from './store.ts';

let table: Awaited<ReturnType<typeof testTable>>;
before(async () => {
  table = await testTable();
});
after(() => table.remove());

const log = createLogger('appointment', 'silent');

async function readBack(store = table.store) {
  const measures = createMeasures(createMetrics('appointment').registry);
  const { check, close } = createReadBack({ store, measures, log }, { firstMs: 20, lastMs: 150 });
  const counts = async () => {
    const { values } = await measures.acknowledged.get();
    return Object.fromEntries(values.map(({ labels, value }) => [labels.outcome, value]));
  };
  return {
    check,
    close,
    /** The counts once `outcome` has been counted. */
    async after(outcome: string) {
      for (let tries = 0; tries < 400 && !(await counts())[outcome]; tries++) await sleep(25);
      return counts();
    },
  };
}

function change(version: number) {
  return { patientId: randomUUID(), appointmentId: randomUUID(), version };
}

async function put({ patientId, appointmentId }: ReturnType<typeof change>, version: number) {
  const Item = { PK: patientId, SK: `APPOINTMENT#${appointmentId}`, version };
  await table.store.client.send(new PutCommand({ TableName: table.store.table, Item }));
}

test('a version that the table shows, or a newer one, is readable', async () => {
  const back = await readBack();
  const booked = change(1);
  await put(booked, 2);
  back.check(booked);
  assert.deepEqual(await back.after('readable'), { readable: 1, late: 0, unreadable: 0, unknown: 0 });
  await back.close();
});

test('an older version is late, and unreadable when nothing has repaired it', async () => {
  const back = await readBack();
  const moved = change(2);
  await put(moved, 1);
  back.check(moved);
  assert.deepEqual(await back.after('unreadable'), { readable: 0, late: 1, unreadable: 1, unknown: 0 });
  await back.close();
});

test('a table out of reach tells nothing', async () => {
  const store = openStore({ endpoint: 'http://127.0.0.1:9', region: 'eu-central-1', table: 'none' });
  const back = await readBack(store);
  back.check(change(1));
  assert.deepEqual(await back.after('unknown'), { readable: 0, late: 0, unreadable: 0, unknown: 1 });
  await back.close();
  store.close();
});
