import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { toItem } from '@healthbooker/appointment/tables/appointment-item';
import { ensureTable } from '@healthbooker/appointment/tables/create-table';
import { projectAppointment } from '@healthbooker/appointment/tables/project-appointment';
import { putHeadline, toHeadlineItem } from '@healthbooker/appointment/tables/record-headline';
import { openStore, type Store } from '@healthbooker/appointment/tables/store';
import type { Reservation__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/Reservation';
import { readReservationVersion } from '@healthbooker/protos/gen/readers';
import pg from 'pg';
import { awsEnv, region } from '../stores.ts';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { type TestHospital, testHospital } from '../test/hospital.ts';
import { testVariable } from '../test/variables.ts';
import type { Finding, VerifiedStores } from './types.ts';
import { verify, verifyAndTell } from './verify.ts';

const endpoint = testVariable('HB_TEST_DYNAMODB_ENDPOINT');
const table = `verify-${randomUUID()}`;

let databases: Record<'scheduler' | 'ehr' | 'notification', TestDatabase>;
let hospital: TestHospital;
let plain: DynamoDBClient;
let store: Store;
let stores: VerifiedStores;

before(async () => {
  Object.assign(process.env, awsEnv);
  databases = {
    scheduler: await testDatabase('scheduler'),
    ehr: await testDatabase('ehr'),
    notification: await testDatabase('notification'),
  };
  hospital = await testHospital(databases.scheduler.url);
  plain = new DynamoDBClient({ endpoint, region });
  await ensureTable(plain, table);
  store = openStore({ endpoint, region, table });
  const { scheduler, ehr, notification } = databases;
  stores = {
    databases: { scheduler: scheduler.url, ehr: ehr.url, notification: notification.url },
    dynamodb: { endpoint, table },
  };
});
after(async () => {
  store?.close();
  await plain?.send(new DeleteTableCommand({ TableName: table }));
  plain?.destroy();
  await hospital?.close();
  for (const database of Object.values(databases ?? {})) await database.drop();
});

const found = (acknowledged: { appointmentId: string; version: number }[] = []): Promise<Finding[]> =>
  verify(stores, { acknowledged, settle_ms: 0 });

/** A booking with its decision and its event, as the scheduler leaves them. */
async function booking(day: number): Promise<Reservation__Output> {
  const appointmentId = randomUUID();
  const patientId = randomUUID();
  const [slotId = ''] = await hospital.addSlots(new Date(Date.UTC(2031, 0, day, 9)), 1);
  const { pool } = hospital;
  await pool.query(`update slot set state = 'booked' where id = $1`, [slotId]);
  await pool.query(
    `insert into reservation (appointment_id, patient_id, slot_id, during, version, status, sequence, details,
       booked_at, changed_at)
     select $1, $2, id, during, 1, 'booked', 0, '{}', now(), now() from slot where id = $3`,
    [appointmentId, patientId, slotId],
  );
  await pool.query(
    `insert into decision values ($1, 1, 'key-00000001', '\\x00', 1, '{"seen": {"rule": "note"}}', '{}', now())`,
    [appointmentId],
  );
  await pool.query(
    `insert into outbox (key, version, type, payload, published_at) values ($1, 1, 'appointment.changed', '{}', now())`,
    [appointmentId],
  );
  const startAt = new Date(Date.UTC(2031, 0, day, 9)).toISOString();
  const version = readReservationVersion({
    appointmentId,
    patientId,
    version: 1,
    status: 'VISIT_STATUS_BOOKED',
    slot: {
      id: slotId,
      providerId: hospital.providers[0],
      providerName: 'Dr Test 1',
      timeZone: 'Europe/London',
      mode: 'VISIT_MODE_IN_PERSON',
      specialtyId: 'cardiology',
      visitTypeId: 'heart-first',
      locationId: 'north',
      startAt,
      endAt: startAt,
    },
    teamId: 'hearts',
    bookedAt: startAt,
    changedAt: startAt,
  });
  return { ...version, reason: '', history: [], providerDelayMinutes: 0 };
}

/** What the ledger has of a booking whose mail was sent. */
async function told({ appointmentId, patientId }: Reservation__Output): Promise<void> {
  const pool = new pg.Client({ connectionString: databases.notification.url });
  await pool.connect();
  await pool.query(
    `insert into message (id, person_id, channel, template, subject_id, subject_version, sequence, state, due_at,
       recipient, mail_text, changed_at, sent_at)
     values ($1, $2, 'email', 'appointment-booked', $3, 1, 0, 'sent', now(), 'a@example.org', 'text', now(), now())`,
    [randomUUID(), patientId, appointmentId],
  );
  await pool.end();
}

test('a booking that reached every store is found by no check', async () => {
  const reservation = await booking(1);
  await projectAppointment(store, reservation);
  await told(reservation);
  assert.deepEqual(await found([{ appointmentId: reservation.appointmentId, version: 1 }]), []);
});

test('each planted fault is found, and nothing else', async () => {
  const [missing, behind, untold] = [await booking(2), await booking(3), await booking(4)];
  await told(missing);
  await told(behind);
  await projectAppointment(store, { ...behind, status: 'VISIT_STATUS_ARRIVED' });
  await projectAppointment(store, untold);
  const stray = { ...untold, appointmentId: randomUUID() };
  await projectAppointment(store, stray);
  const lost = randomUUID();
  // Nobody cancels a visit that is over: decided again, it comes out otherwise.
  await hospital.pool.query(
    `update decision set inputs = '{"seen": {"rule": "release", "status": "fulfilled", "by": "staff"}}',
       outcome = '{"change": "cancelled"}'
     where appointment_id = $1`,
    [missing.appointmentId],
  );

  const findings = await found([
    { appointmentId: lost, version: 1 },
    { appointmentId: untold.appointmentId, version: 2 },
  ]);
  const expected: Finding[] = [
    { broken: 'acknowledged and lost', id: lost },
    { broken: 'acknowledged and lost', id: untold.appointmentId },
    { broken: 'item differs from its reservation', id: behind.appointmentId },
    { broken: 'item without a reservation', id: stray.appointmentId },
    { broken: 'no item for a reservation', id: missing.appointmentId },
    { broken: 'nobody was told', id: `${untold.appointmentId}/0` },
    {
      broken: 'scheduler: a decision does not replay (cancelled: cancelled, now conflict)',
      id: `${missing.appointmentId} version 1`,
    },
  ];
  assert.deepEqual(findings.toSorted(byText), expected.toSorted(byText));
});

test('an item whose keys its reservation does not give, and one that holds none, are found', async () => {
  const [elsewhere, unreadable] = [await booking(8), await booking(9)];
  for (const reservation of [elsewhere, unreadable]) {
    await told(reservation);
    await projectAppointment(store, reservation);
  }
  const set = ({ patientId, appointmentId }: Reservation__Output, name: string, value: string) =>
    store.client.send(
      new UpdateCommand({
        TableName: table,
        Key: { PK: patientId, SK: `APPOINTMENT#${appointmentId}` },
        UpdateExpression: 'set #name = :value',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  const ids = [elsewhere.appointmentId, unreadable.appointmentId];
  const about = async () => (await found()).filter(({ id }) => ids.includes(id));
  assert.deepEqual(await about(), []);
  for (const name of ['providerId', 'appointmentDate', 'status', 'changedAt']) {
    await set(elsewhere, name, '2031-01-09T10:00:00Z');
    assert.deepEqual(
      await about(),
      [{ broken: 'item is found by what its reservation does not say', id: elsewhere.appointmentId }],
      name,
    );
    await store.client.send(new PutCommand({ TableName: table, Item: toItem(elsewhere) }));
  }
  await set(unreadable, 'reservation', '{"appointmentId": 5}');
  assert.deepEqual(await about(), [{ broken: 'item holds no reservation', id: unreadable.appointmentId }]);
});

test('with a since, only what changed after it is compared and decided again', async () => {
  const [old, young, untold] = [await booking(5), await booking(6), await booking(7)];
  const stray = { ...old, appointmentId: randomUUID(), changedAt: '2026-01-02T03:04:05Z' };
  const youngStray = { ...young, appointmentId: randomUUID(), changedAt: new Date().toISOString() };
  for (const item of [stray, youngStray, untold]) await projectAppointment(store, item);
  const hour_ago = new Date(Date.now() - 3_600_000);
  await hospital.pool.query(
    `update reservation set changed_at = now() - interval '2 hours' where appointment_id = $1`,
    [old.appointmentId],
  );
  await hospital.pool.query(
    `update outbox set published_at = now() - interval '2 hours' where key in ($1, $2)`,
    [old.appointmentId, untold.appointmentId],
  );
  await hospital.pool.query(
    `update decision set inputs = '{"seen": {"rule": "release", "status": "fulfilled", "by": "staff"}}',
       outcome = '{"change": "cancelled"}', decided_at = now() - interval '2 hours'
     where appointment_id = $1`,
    [old.appointmentId],
  );
  const mine = new Set([old, young, untold, stray, youngStray].map(({ appointmentId }) => appointmentId));
  const about = (findings: Finding[]) =>
    findings
      .filter(({ id }) => mine.has(id.slice(0, 36)))
      .map(({ broken, id }) => `${broken} ${id}`)
      .toSorted();
  assert.deepEqual(
    about(await verify(stores, { settle_ms: 0, since: hour_ago })),
    [
      `item without a reservation ${youngStray.appointmentId}`,
      `no item for a reservation ${young.appointmentId}`,
      `nobody was told ${young.appointmentId}/0`,
    ].toSorted(),
  );
  const everything = about(await found()).join();
  for (const { appointmentId } of [old, young, untold, stray, youngStray]) {
    assert.ok(everything.includes(appointmentId), 'without a since it is found');
  }
  assert.match(everything, /does not replay/);
});

test('with a since, an item is found by its own time: a version that its row has not, and a visit that there is not', async () => {
  const [ahead, lost] = [await booking(11), await booking(12)];
  for (const one of [ahead, lost]) await told(one);
  const later = { ...ahead, version: 2, changedAt: new Date().toISOString() };
  await projectAppointment(store, later);
  await projectAppointment(store, { ...lost, changedAt: new Date().toISOString() });
  // As after a restore to a time before both.
  const ids: string[] = [ahead.appointmentId, lost.appointmentId];
  await hospital.pool.query(
    `update reservation set changed_at = now() - interval '2 hours' where appointment_id = any($1)`,
    [ids],
  );
  await hospital.pool.query('delete from reservation where appointment_id = $1', [lost.appointmentId]);
  const { findings, leftOut } = await verifyAndTell(stores, {
    settle_ms: 0,
    since: new Date(Date.now() - 3_600_000),
  });
  assert.deepEqual(
    findings.filter(({ broken, id }) => ids.includes(id) && broken.startsWith('item')).toSorted(byText),
    [
      { broken: 'item differs from its reservation', id: ahead.appointmentId },
      { broken: 'item without a reservation', id: lost.appointmentId },
    ],
  );
  assert.match(leftOut.join('\n'), /rows that were last changed before \d{4}-.*Z/);
});

test('a headline of an entry that there is not is found, and with a since where the chart changed', async () => {
  const [patientId, entryId, strayId] = [randomUUID(), randomUUID(), randomUUID()];
  const recordedAt = new Date(Date.now() - 60_000);
  const pool = new pg.Client({ connectionString: databases.ehr.url });
  await pool.connect();
  const data = {
    patientId,
    entryId,
    version: 1,
    kind: 'condition',
    recordedAt: recordedAt.toISOString(),
    authorId: randomUUID(),
    visible: true,
  };
  await pool.query('insert into chart values ($1, 1)', [patientId]);
  await pool.query(
    `insert into entry (entry_id, version, patient_id, kind, body, release, author_id, recorded_at, chart_version,
       operation_key, request_sha256)
     values ($1, 1, $2, 'condition', '{}', 'now', $3, $4, 1, 'key-00000002', '\\x00')`,
    [entryId, patientId, data.authorId, recordedAt],
  );
  await pool.query(
    `insert into outbox (key, version, type, payload, created_at, published_at)
     values ($1, 1, 'record.added', $2, $3, $3)`,
    [entryId, data, recordedAt],
  );
  await pool.end();
  await putHeadline(store, data);
  await putHeadline(store, { ...data, entryId: strayId });
  const about = (findings: Finding[]) =>
    findings.filter(({ id }) => id.startsWith(entryId) || id.startsWith(strayId));
  const stray = [{ broken: 'headline without an entry', id: strayId }];
  assert.deepEqual(about(await found()), stray);
  const hour_ms = 3_600_000;
  assert.deepEqual(
    about(await verify(stores, { settle_ms: 0, since: new Date(Date.now() - hour_ms) })),
    stray,
  );
  assert.deepEqual(about(await verify(stores, { settle_ms: 0, since: new Date(Date.now() - 1000) })), []);
});

test('an entry that was announced and stands on no timeline is found', async () => {
  const [patientId, entryId, authorId] = [randomUUID(), randomUUID(), randomUUID()];
  const recordedAt = '2030-01-02T03:04:05.678Z';
  const pool = new pg.Client({ connectionString: databases.ehr.url });
  await pool.connect();
  const data = { patientId, entryId, version: 1, kind: 'condition', recordedAt, authorId, visible: true };
  await pool.query('insert into chart values ($1, 1)', [patientId]);
  await pool.query(
    `insert into entry (entry_id, version, patient_id, kind, body, release, author_id, recorded_at, chart_version,
       operation_key, request_sha256)
     values ($1, 1, $2, 'condition', '{}', 'now', $3, $4, 1, 'key-00000001', '\\x00')`,
    [entryId, patientId, authorId, recordedAt],
  );
  await pool.query(
    `insert into outbox (key, version, type, payload, created_at, published_at)
     values ($1, 1, 'record.added', $2, now(), now())`,
    [entryId, data],
  );
  await pool.end();
  const about = (findings: Finding[]) => findings.filter(({ id }) => id.startsWith(entryId));
  assert.deepEqual(about(await found()), [{ broken: 'no headline for an entry', id: `${entryId}/1` }]);
  await putHeadline(store, data);
  assert.deepEqual(about(await found()), []);
  const item = toHeadlineItem(data);
  const others = [
    { ...item, version: 2 },
    toHeadlineItem({ ...data, visible: false }),
    { ...item, headline: '{"entryId": 5}' },
  ];
  for (const Item of others) {
    await store.client.send(new PutCommand({ TableName: table, Item }));
    assert.deepEqual(about(await found()), [
      { broken: 'headline differs from its entry', id: `${entryId}/1` },
    ]);
  }
});

function byText(a: Finding, b: Finding): number {
  return `${a.broken} ${a.id}` < `${b.broken} ${b.id}` ? -1 : 1;
}
