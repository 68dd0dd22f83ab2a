import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { awsClientConfig } from '@healthbooker/runtime/aws';
import { awsEnv, region } from '../stores.ts';
import { type TestHospital, testHospital } from './hospital.ts';
import { type Answer, callEdge, startSystem, type TestSystem } from './system.ts';
import { accessToken } from './tokens.ts';
import { testVariable } from './variables.ts';

const patients = 64;
const rounds = 50;
const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

let system: TestSystem;
let hospital: TestHospital;
let table: DynamoDBDocumentClient;

before(async () => {
  Object.assign(process.env, awsEnv);
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  const endpoint = testVariable('HB_TEST_DYNAMODB_ENDPOINT');
  table = DynamoDBDocumentClient.from(new DynamoDBClient(awsClientConfig({ region, endpoint })));
});
after(async () => {
  table?.destroy();
  await hospital?.close();
  await system?.stop();
});

/** Books as a client should: no answer in time is asked for again, under the same key. */
async function book(token: string, slotId: string): Promise<Answer> {
  const headers = { 'idempotency-key': randomUUID() };
  const body = { slotId, reason: 'Palpitations', symptoms };
  for (let tries = 1; ; tries++) {
    const answer = await callEdge(system.services['patient-edge'], 'POST', '/v1/appointments', {
      token,
      headers,
      body,
    });
    if (answer.status < 500 || tries === 5) return answer;
  }
}

test(`${patients} patients book one slot at once: one has it, the others read what else is free`, async () => {
  const people = await Promise.all(
    Array.from({ length: patients }, async () => {
      const sub = randomUUID();
      return { sub, token: await accessToken({ sub, groups: ['Patients'] }) };
    }),
  );
  // Some days ahead, and three more slots than rounds, so that there are always three alternatives.
  const slots = await hospital.addSlots(new Date(Math.ceil(Date.now() / 864e5 + 3) * 864e5), rounds + 3);

  for (const slotId of slots.slice(0, rounds)) {
    const answers = await Promise.all(people.map(({ token }) => book(token, slotId)));
    const won = answers.flatMap((answer, index) => (answer.status === 201 ? [people[index]?.sub] : []));
    assert.equal(won.length, 1, `statuses ${answers.map(({ status }) => status).join(' ')}`);
    for (const { status, body } of answers.filter(({ status }) => status !== 201)) {
      assert.equal(status, 409, JSON.stringify(body));
      assert.equal(body['type'], 'https://healthbooker.example/problems/slot-taken');
      const alternatives = body['alternatives'] as { id: string }[];
      assert.equal(alternatives.length, 3);
      assert.ok(alternatives.every(({ id }) => id !== slotId));
    }
    const { rows } = await hospital.pool.query(
      'select appointment_id, patient_id from reservation where slot_id = $1',
      [slotId],
    );
    assert.deepEqual(
      rows.map(({ patient_id }) => patient_id),
      won,
    );
    const { Items = [] } = await table.send(
      new QueryCommand({
        TableName: system.table,
        KeyConditionExpression: 'PK = :person and SK = :key',
        ExpressionAttributeValues: { ':person': won[0], ':key': `APPOINTMENT#${rows[0].appointment_id}` },
        ConsistentRead: true,
      }),
    );
    assert.equal(Items.length, 1);
  }
});
