import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { moveDatabaseClock } from '../test/database-clock.ts';
import { type Life, live, yearsAgo } from './a-life.test-parts.ts';
import {
  addresses,
  closeBed,
  due,
  erase,
  everything,
  hospital,
  openBed,
  owners,
  personOf,
  refuses,
  store,
  table,
  timeOf,
} from './bed.test-parts.ts';
import { withStores } from './stores.ts';

before(openBed);
after(closeBed);

/** What is contact, each of yesterday or still so. */
const contacts: Readonly<Record<string, (life: Life) => Promise<unknown>>> = {
  'a visit': ({ person }) =>
    owners.scheduler.query(
      `update reservation set during = tstzrange(now() - interval '1 day', now()) where patient_id = $1`,
      [person],
    ),
  'a place on the waiting list': ({ person }) =>
    owners.scheduler.query(`update waitlist_entry set state = 'waiting' where patient_id = $1`, [person]),
  'a referral': ({ person }) =>
    owners.scheduler.query('update referral set due_date = current_date where patient_id = $1', [person]),
  'somebody who acts for them': ({ link }) =>
    owners.scheduler.query('update proxy set ended_at = null where id = $1', [link]),
  'somebody for whom they act': ({ person }) =>
    owners.scheduler.query(
      `insert into proxy(id, patient_id, proxy_id, granted_by, since, confirmed_by, confirmed_at)
       select gen_random_uuid(), other, $1, other, $2, gen_random_uuid(), $2 from gen_random_uuid() other`,
      [person, yearsAgo(11)],
    ),
  'a look at their own visits': ({ person }) =>
    owners.scheduler.query(
      `insert into access(at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
       values (now(), $1, $1, '', 'Patients', 'read', 'visit', 'own-record', 'aa')`,
      [person],
    ),
  'an entry in the chart': ({ person }) =>
    owners.ehr.query(
      `insert into entry(entry_id, version, patient_id, kind, body, release, author_id, recorded_at, chart_version,
         operation_key, request_sha256)
       values (gen_random_uuid(), 1, $1, 'condition', '{}', 'now', $1, now(), 3, 'key', '\\x00')`,
      [person],
    ),
  'a draft': ({ person }) =>
    owners.ehr.query('update draft set saved_at = now() where patient_id = $1', [person]),
  'a look at their own chart': ({ person }) =>
    owners.ehr.query(
      `insert into access(at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
       values (now(), $1, $1, '', 'Patients', 'read', 'chart', 'own-record', 'aa')`,
      [person],
    ),
  'a message': ({ person }) =>
    owners.notification.query(`update message_past set sent_at = now() where person_id = $1`, [person]),
  'another address': ({ person }) =>
    store.client.send(
      new UpdateCommand({
        TableName: table,
        Key: { PK: person, SK: 'METADATA' },
        UpdateExpression: 'set lastChange.#at = :now',
        ExpressionAttributeNames: { '#at': 'at' },
        ExpressionAttributeValues: { ':now': new Date().toISOString() },
      }),
    ),
};

for (const [what, happens] of Object.entries(contacts)) {
  test(`${what} keeps a person, in all stores`, async () => {
    const life = await personOf(11);
    await happens(life);
    await refuses(
      life.person,
      /^(There was contact with this person|Their profile was changed) in the last 10 years\.$/,
    );
    assert.equal((await withStores(addresses, due)).includes(life.person), false);
  });
}

test('whoever looked at a person, or tried to, is no contact of theirs', async () => {
  const { person } = await personOf(11);
  for (const on of [owners.scheduler, owners.ehr]) {
    await on.query(
      `insert into access(at, patient_id, reader_id, reader_name, role, action, what, why, trace_id) values
         (now(), $1, gen_random_uuid(), '', 'Providers', 'read', 'visit', 'team', 'aa'),
         (now(), $1, gen_random_uuid(), '', 'Patients', 'try', 'visit', 'none', 'aa')`,
      [person],
    );
  }
  assert.equal((await erase(person)).kind, 'erased');
});

test('somebody of whom no row says a time, as on their first day, is not erased', async () => {
  const person = randomUUID();
  await owners.scheduler.query(`insert into operation values ($1, 'key', $2, 1, '\\x00', '{}')`, [
    person,
    randomUUID(),
  ]);
  await owners.ehr.query('insert into chart values ($1, 0)', [person]);
  for (const on of [owners.scheduler, owners.ehr]) {
    await on.query(
      `insert into access(at, patient_id, reader_id, reader_name, role, action, what, why, trace_id)
       values (now(), $1, gen_random_uuid(), '', 'Providers', 'read', 'visit', 'team', 'aa')`,
      [person],
    );
  }
  await refuses(person, /^Nothing says when there was contact/);
  assert.equal((await withStores(addresses, due)).includes(person), false);
});

test('those who work here, and ids that nobody has, are refused', async () => {
  const { person } = await personOf(11);
  await store.client.send(
    new UpdateCommand({
      TableName: table,
      Key: { PK: person, SK: 'METADATA' },
      UpdateExpression: 'set #role = :role',
      ExpressionAttributeNames: { '#role': 'role' },
      ExpressionAttributeValues: { ':role': 'receptionist' },
    }),
  );
  await refuses(person, /^This person works here\.$/);
  await refuses(hospital.providers[0], /^There was contact/);
  await refuses(randomUUID(), /^Nothing says when there was contact with anybody of this id\.$/);
});

test('no wrong clock and no short rule erases anybody', async () => {
  const { person } = await personOf(9);
  const inThreeYears = yearsAgo(-3);
  await refuses(person, /^There was contact/, { at: inThreeYears });
  for (const owner of Object.values(owners)) await moveDatabaseClock(owner, inThreeYears);
  try {
    await refuses(person, /^There was contact/);
  } finally {
    for (const owner of Object.values(owners)) await moveDatabaseClock(owner);
  }
  await refuses(person, /^A person is kept for 8 years at least after the last contact, and not for 7\.$/, {
    keptYears: 7,
  });
  const { person: young } = await personOf(7.9);
  await refuses(young, /^There was contact/, { keptYears: 8 });
  assert.equal((await erase(person, { keptYears: 8 })).kind, 'erased');
});

test('a visit that is over and whose slot is still among the live ones keeps its person', async () => {
  const life = await live({ owners, store, hospital }, timeOf(11));
  await refuses(life.person, /housekeeping behind/);
  await owners.scheduler.query('select move_past_slots(now(), 35, 24, 1000)');
  assert.equal((await erase(life.person)).kind, 'erased');
});

test('each database refuses by itself, whoever asks it', async () => {
  const { person } = await personOf(9);
  const inThreeYears = yearsAgo(-3);
  const there = await everything();
  const calls = {
    scheduler: `erase_person($1, $2, $3, 'somebody', 'no reason')`,
    ehr: 'erase_person($1, $2, $3)',
    notification: `erase_person($1, '{}', $2, $3)`,
  };
  for (const [service, erases] of Object.entries(calls) as [keyof typeof calls, string][]) {
    for (const call of [erases, 'check_erasable($1, $2, $3)']) {
      const asks = (at: Date, years: number | null) =>
        owners[service].query(`select ${call}`, [person, at, years]);
      await assert.rejects(asks(new Date(), 10), { code: '55000' }, `${service}: ${call}`);
      await assert.rejects(asks(inThreeYears, 10), { code: '55000' }, `${service}: ${call}, ahead`);
      for (const years of [7, 0, -1, null]) {
        await assert.rejects(
          asks(new Date(), years),
          { code: '22023' },
          `${service}: ${call}, ${years} years`,
        );
      }
      await moveDatabaseClock(owners[service], inThreeYears);
      await assert.rejects(asks(new Date(), 10), { code: '55000' }, `${service}: ${call}, database ahead`);
      await moveDatabaseClock(owners[service]);
    }
  }
  assert.deepEqual(await everything(), there);
});
