import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ensureTable } from '@healthbooker/appointment/tables/create-table';
import { checkBody, toEntryBody } from '@healthbooker/ehr/body';
import type { EntryBody__Output } from '@healthbooker/protos/gen/healthbooker/ehr/v1/EntryBody';
import { readName } from '@healthbooker/protos/person';
import { query } from '@healthbooker/runtime/postgres';
import { careRelationship } from '@healthbooker/scheduler/care/access';
import pg from 'pg';
import { awsEnv, region } from '../stores.ts';
import { testDatabase } from '../test/database.ts';
import { testVariable } from '../test/variables.ts';
import { replaySince } from '../verify/replay.ts';
import { verify } from '../verify/verify.ts';
import { busyDay } from './absences.ts';
import { makeEntries } from './chart.ts';
import { locations, specialties } from './directory.ts';
import { makeLinks } from './families.ts';
import { makeUsers, shownLogins } from './logins.ts';
import { makePatients } from './patients.ts';
import { makeReferrals } from './referrals.ts';
import { officeStaff, providers } from './staff.ts';
import { seedCare } from './to-care.ts';
import { seedCharts } from './to-chart.ts';
import { seedCoreTable } from './to-core-table.ts';
import { seedScheduler } from './to-scheduler.ts';
import { seedWaitingList } from './to-waiting-list.ts';
import { makeVisits } from './visits.ts';
import { makeWaiting } from './waiting.ts';

/** Days around a change of the clocks, a year's end and a leap day. */
const days = ['2026-03-30', '2026-11-22', '2027-01-01', '2028-02-29'];

function makeHospital(day: string) {
  const patients = makePatients(day);
  const visits = makeVisits(patients, day);
  return { patients, visits, entries: makeEntries(visits) };
}

const hospitals = new Map(days.map((day) => [day, makeHospital(day)]));

test('the hospital is large enough to be believed, and the same for the same day', () => {
  assert.ok(specialties.length >= 8);
  assert.ok(providers.length >= 24);
  const cities = Map.groupBy(locations, ({ time_zone }) => time_zone);
  assert.deepEqual(
    [...cities.values()].map((places) => places.length),
    [2, 2],
  );
  for (const { id } of locations)
    assert.ok(
      providers.some(({ sessions }) => sessions.some(({ location }) => location === id)),
      id,
    );
  for (const [day, { patients, visits }] of hospitals) {
    assert.ok(patients.length >= 200);
    const [past, ahead] = [
      visits.filter(({ opening }) => opening.endMs < Date.parse(day)),
      visits.filter(({ opening }) => opening.startMs > Date.parse(day)),
    ];
    assert.ok(past.length > 800, `${past.length} visits before ${day}`);
    assert.ok(ahead.length > 150, `${ahead.length} visits after ${day}`);
    for (const patient of patients.slice(0, 4)) {
      for (const side of [past, ahead])
        assert.ok(
          side.some((visit) => visit.patient.id === patient.id),
          patient.name,
        );
    }
  }
  assert.deepEqual(makeHospital('2026-11-22'), hospitals.get('2026-11-22'));
});

test('everybody whose job is tested has a login', () => {
  const users = new Map(makeUsers(makePatients('2026-11-22')).map((user) => [user.email, user.groups]));
  const groupsOf: Record<string, string[]> = {
    patient: ['Patients'],
    proxy: ['Patients'],
    provider: ['Providers'],
    'provider-patient': ['Providers', 'Patients'],
    reception: ['Receptionists'],
    'reception-patient': ['Receptionists', 'Patients'],
    admin: ['Admins'],
    manager: ['Managers'],
    privacy: ['Privacy'],
  };
  for (const { role, email } of shownLogins) assert.deepEqual(users.get(email), groupsOf[role], email);
  const count = Map.groupBy(shownLogins, ({ role }) => role);
  assert.deepEqual(Object.keys(groupsOf).sort(), [...count.keys()].sort());
  for (const role of ['reception', 'privacy', 'patient', 'provider'])
    assert.ok((count.get(role)?.length ?? 0) >= 2, role);
});

test('somebody is a child with a proxy, somebody has no e-mail, and names are long in three scripts', () => {
  for (const [day, { patients, visits }] of hospitals) {
    const links = makeLinks(patients);
    const of = (id: string) => patients.find((patient) => patient.id === id);
    const children = links.filter(({ patientId }) => (of(patientId)?.age ?? 99) < 16);
    assert.ok(children.some(({ proxyId }) => of(proxyId)?.email === 'peter.novak@example.com'));
    assert.ok(patients.some(({ email, age, hasAccount }) => email === undefined && age >= 16 && !hasAccount));
    for (const script of [/\p{Script=Latin}/u, /\p{Script=Arabic}/u, /\p{Script=Tamil}/u]) {
      const named = patients.find(({ name }) => script.test(name) && name.match(/\p{L}/gu)?.length === 96);
      assert.ok(named, String(script));
      assert.deepEqual(readName(named.name), { value: named.name });
      assert.ok(
        visits.some((visit) => visit.patient.id === named.id && visit.opening.startMs > Date.parse(day)),
      );
    }
  }
  assert.ok(providers.some(({ name }) => name.replace('Dr ', '').match(/\p{L}/gu)?.length === 96));
});

test('one clinician sees forty patients today, whatever day of the week it is', () => {
  for (const day of [...days, '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06']) {
    const { visits } = hospitals.get(day) ?? makeHospital(day);
    const todays = visits.filter(
      ({ opening, versions }) =>
        opening.localStart.startsWith(day) &&
        opening.provider.email === 'bartholomaeus.ashby@example.com' &&
        versions.at(-1)?.status === 'booked',
    );
    assert.equal(todays.length, 40, day);
    assert.equal(new Set(todays.map(({ patient }) => patient.id)).size, 40);
    assert.equal(todays.filter(({ patient }) => patient.name.length > 96).length, 3);
  }
});

test('staff who are patients have visits, never on a day on which they work', () => {
  for (const [day, { patients, visits }] of hospitals) {
    for (const { id, name } of patients.filter(({ id }) =>
      [...providers, ...officeStaff].some((colleague) => colleague.id === id),
    )) {
      const own = visits.filter(({ patient }) => patient.id === id);
      assert.ok(own.length > 1, `${name} on ${day}`);
      const atWork = new Set(
        visits
          .filter(({ opening }) => opening.provider.id === id)
          .map(({ opening }) => opening.localStart.slice(0, 10)),
      );
      for (const { opening } of own) assert.ok(!atWork.has(opening.localStart.slice(0, 10)), name);
    }
  }
});

test('those who have a login, and those they act for, have something ordered for them', () => {
  for (const [day, { patients, visits }] of hospitals) {
    const links = makeLinks(patients);
    const ordered = new Set(makeReferrals(patients, visits, day).map(({ patient_id }) => patient_id));
    assert.ok(ordered.size >= 20, `${ordered.size} patients with orders on ${day}`);
    for (const { patientId } of links) assert.ok(ordered.has(patientId), day);
  }
});

test('patients wait in every specialty, and leave meets some who are booked', () => {
  for (const [day, { visits }] of hospitals) {
    const waiting = makeWaiting(visits, day);
    assert.equal(new Set(waiting.map(({ specialty }) => specialty)).size, specialties.length, day);
    assert.equal(new Set(waiting.map(({ id }) => id)).size, waiting.length);
    assert.ok(busyDay(visits, day).length >= 2, day);
  }
});

test('every entry is one that ehr would have taken', () => {
  const entries = hospitals.get('2026-11-22')?.entries ?? [];
  assert.ok(entries.length > 1000);
  for (const { kind, body } of entries) {
    // What the contract fills in where a panel has neither.
    const stored = kind === 'observation' ? { value: 0, unit: '', ...body } : body;
    const sent = toEntryBody(kind, stored) as Record<string, unknown>;
    const [name = ''] = Object.keys(sent);
    assert.equal(checkBody({ ...sent, body: name } as unknown as EntryBody__Output).kind, kind);
  }
});

test('no change is young enough to be mailed', () => {
  for (const [day, { visits }] of hospitals) {
    for (const { versions } of visits) {
      for (const { status, atMs } of versions) {
        if (status === 'booked' || status === 'cancelled')
          assert.ok(atMs <= Date.parse(day) - 24 * 3_600_000);
      }
    }
  }
});

test('written to the stores, also twice, it breaks nothing that must hold', async () => {
  const day = new Date().toISOString().slice(0, 10);
  const { patients, visits, entries } = makeHospital(day);
  const care = { links: makeLinks(patients), referrals: makeReferrals(patients, visits, day) };
  const waiting = makeWaiting(visits, day);
  const databases = {
    scheduler: await testDatabase('scheduler'),
    ehr: await testDatabase('ehr'),
    notification: await testDatabase('notification'),
  };
  const dynamodb = { endpoint: testVariable('HB_TEST_DYNAMODB_ENDPOINT'), table: `seed-${randomUUID()}` };
  const client = new DynamoDBClient({
    endpoint: dynamodb.endpoint,
    region,
    credentials: { accessKeyId: awsEnv.AWS_ACCESS_KEY_ID, secretAccessKey: awsEnv.AWS_SECRET_ACCESS_KEY },
  });
  await ensureTable(client, dynamodb.table);
  client.destroy();
  for (let run = 0; run < 2; run += 1) {
    await seedScheduler(databases.scheduler.url, { patients, visits, today: day });
    await seedCare(databases.scheduler.url, care, day);
    await seedWaitingList(databases.scheduler.url, waiting);
    await seedCharts(databases.ehr.url, entries);
    await seedCoreTable(dynamodb, patients, visits, entries);
  }
  const urls = {
    scheduler: databases.scheduler.url,
    ehr: databases.ehr.url,
    notification: databases.notification.url,
  };
  assert.deepEqual(await verify({ databases: urls, dynamodb }, { settle_ms: 0 }), []);
  const replayed = await replaySince(urls.scheduler, new Date(0));
  // Joining and telephone calls follow no rule.
  const notReplayable = waiting.length + waiting.filter(({ contact }) => contact !== null).length;
  assert.deepEqual(replayed, { same: replayed.same, differs: 0, notReplayable, mismatches: [] });
  assert.ok(replayed.same > 2000);
  assert.deepEqual(await withoutChart(urls.scheduler), []);
  for (const database of Object.values(databases)) await database.drop();
});

/** Patients of a clinician's visits, today or later, whose chart that clinician may not open. */
async function withoutChart(schedulerUrl: string): Promise<unknown[]> {
  const pool = new pg.Pool({ connectionString: schedulerUrl });
  const { rows } = await pool.query<{ provider: string; patient: string }>(
    `select distinct s.provider_id as provider, r.patient_id as patient
     from reservation r join slot s on s.id = r.slot_id
     where r.status <> 'cancelled' and s.start_at > now() - interval '1 day'`,
  );
  assert.ok(rows.length > 100);
  const refused: unknown[] = [];
  for (const row of rows) {
    const [found] = await query<{ related: boolean }>(pool, careRelationship, [
      row.provider,
      row.patient,
      new Date(),
    ]);
    if (!found?.related) refused.push(row);
  }
  await pool.end();
  return refused;
}
