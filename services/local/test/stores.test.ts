import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { Redis } from 'ioredis';
import nodemailer from 'nodemailer';
import pg from 'pg';
import { awsEnv, region } from '../stores.ts';
import { testEvents } from './events.ts';
import { attachmentText, awaitMail } from './inbox.ts';
import { testVariable } from './variables.ts';

test('PostgreSQL speaks UTF-8 and UTC whatever the machine does', async () => {
  const client = new pg.Client({ connectionString: testVariable('HB_TEST_POSTGRES_URL') });
  await client.connect();
  const { rows } = await client.query(
    `select lower('É') lower, current_setting('timezone') zone, current_setting('server_encoding') encoding`,
  );
  await client.end();
  assert.deepEqual(rows, [{ lower: 'é', zone: 'UTC', encoding: 'UTF8' }]);
});

test('DynamoDB keeps a conditional write', async () => {
  const client = new DynamoDBClient({
    endpoint: testVariable('HB_TEST_DYNAMODB_ENDPOINT'),
    region,
    credentials: { accessKeyId: awsEnv.AWS_ACCESS_KEY_ID, secretAccessKey: awsEnv.AWS_SECRET_ACCESS_KEY },
  });
  const TableName = `stores-${process.pid}`;
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'PK', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'PK', KeyType: 'HASH' }],
    }),
  );
  const put = (version: string) =>
    client.send(
      new PutItemCommand({
        TableName,
        Item: { PK: { S: 'a' }, version: { N: version } },
        ConditionExpression: 'attribute_not_exists(PK) or version < :v',
        ExpressionAttributeValues: { ':v': { N: version } },
      }),
    );
  await put('2');
  await assert.rejects(put('1'), { name: 'ConditionalCheckFailedException' });
  const { Item } = await client.send(new GetItemCommand({ TableName, Key: { PK: { S: 'a' } } }));
  assert.equal(Item?.['version']?.N, '2');
  client.destroy();
});

test('Redis carries messages between clients', async () => {
  const url = testVariable('HB_TEST_REDIS_URL');
  const [publisher, subscriber] = [new Redis(url), new Redis(url)];
  await subscriber.subscribe('news');
  const message = new Promise((resolve) => subscriber.once('message', (_, text) => resolve(text)));
  await publisher.publish('news', 'hello');
  assert.equal(await message, 'hello');
  publisher.disconnect();
  subscriber.disconnect();
});

test('what is published to a topic arrives raw in its queue', async () => {
  const events = await testEvents();
  await events.publish({ type: 'appointment.changed', version: 1 });
  assert.deepEqual(await events.take(1), [{ type: 'appointment.changed', version: 1 }]);
  await events.remove();
});

test('a mail arrives in the inbox with its attachment', async () => {
  const transport = nodemailer.createTransport(testVariable('HB_TEST_SMTP_URL'));
  const to = `stores-${process.pid}@example.com`;
  await transport.sendMail({
    from: 'HealthBooker <no-reply@healthbooker.example>',
    to,
    subject: 'Your appointment',
    text: 'On Thursday',
    html: '<p>On <b>Thursday</b></p>',
    attachments: [{ filename: 'appointment.ics', content: 'BEGIN:VCALENDAR', contentType: 'text/calendar' }],
  });
  const mail = await awaitMail(to.toUpperCase());
  assert.equal(mail.subject, 'Your appointment');
  assert.equal(mail.html, '<p>On <b>Thursday</b></p>');
  assert.equal(mail.text.trim(), 'On Thursday');
  const [attachment] = mail.attachments;
  assert.ok(attachment);
  assert.equal(attachment.filename, 'appointment.ics');
  assert.equal(await attachmentText(attachment), 'BEGIN:VCALENDAR');
});
