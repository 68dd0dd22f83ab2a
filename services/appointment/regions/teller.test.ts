import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import { type TestEvents, testEvents } from '@healthbooker/local/test/events';
import { type ServiceProcess, startService } from '@healthbooker/local/test/processes';
import { accessToken, identityEnv, vouched } from '@healthbooker/local/test/tokens';
import pg from 'pg';
import { type Cut, cuttable } from '../test/cut.ts';
import { as, startAppointment, type TestService } from '../test/service.ts';

let database: TestDatabase;
let events: TestEvents;
let scheduler: ServiceProcess;
let toScheduler: Cut;
let service: TestService;
let pool: pg.Pool;

before(async () => {
  [database, events] = await Promise.all([testDatabase('scheduler'), testEvents()]);
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  await pool.query("insert into region(id, name) values ('london', 'London'), ('karachi', 'Karachi')");
  const env = { ...identityEnv(), ...events.env, DATABASE_URL: database.serviceUrl, LOG_LEVEL: 'warn' };
  scheduler = await startService('scheduler', env);
  toScheduler = await cuttable(`http://${scheduler.address}`);
  service = await startAppointment({ SCHEDULER_ADDRESS: new URL(toScheduler.url).host });
});
after(async () => {
  await service?.close();
  await toScheduler?.close();
  await scheduler?.end();
  await pool?.end();
  await events?.remove();
  await database?.drop();
});

const account = { email: '', name: 'Sara Khan', birthDate: '1985-04-12', phone: '' };

async function patient(given: { postcode?: string } = {}) {
  const sub = randomUUID();
  const token = await accessToken({ sub, groups: ['Patients'] });
  const call = () => as(token);
  const { profile } = await service.call('EnsureProfile', { ...account, ...given }, vouched(call()));
  return { sub, call, profile };
}

async function reception() {
  const sub = randomUUID();
  const token = await accessToken({ sub, groups: ['Receptionists'] });
  return { sub, call: () => as(token) };
}

/** What the scheduler knows, once it is `expected`, or after 8 s whatever it is. */
async function reachOf(personId: string, expected: object | undefined): Promise<object | undefined> {
  let known: object | undefined;
  for (let tries = 0; tries < 160; tries += 1) {
    const { rows } = await pool.query(
      'select region_id as region, needs_step_free as steps from patient_reach where patient_id = $1',
      [personId],
    );
    known = rows[0];
    if (JSON.stringify(known) === JSON.stringify(expected)) break;
    await sleep(50);
  }
  return known;
}

const update = (call: ReturnType<typeof as>, expectedVersion: number, postcode: string) =>
  service.call('UpdateProfile', { expectedVersion, postcode }, call);

test('a postcode that is taken away while the scheduler is down clears the region when it is back', async () => {
  const { sub, call } = await patient();
  await update(call(), 1, 'SE1 7XX');
  const london = { region: 'london', steps: false };
  assert.deepEqual(await reachOf(sub, london), london);
  toScheduler.cut();
  try {
    await assert.rejects(update(call(), 2, ''), { kind: 'unavailable' });
    const repeated = await update(call(), 2, '');
    assert.equal(repeated.profile?.postcode, '', 'what is saved is saved');
  } finally {
    toScheduler.mend();
  }
  const nowhere = { region: null, steps: false };
  assert.deepEqual(await reachOf(sub, nowhere), nowhere);
});

test('a postcode and an access need that are saved while the scheduler is down are told when it is back', async () => {
  const { sub, call } = await patient();
  toScheduler.cut();
  try {
    const accessNeeds = { needs: ['Step-free access'] };
    const wanted = { expectedVersion: 1, postcode: 'SE1 7XX', accessNeeds };
    await assert.rejects(service.call('UpdateProfile', wanted, call()), { kind: 'unavailable' });
  } finally {
    toScheduler.mend();
  }
  const known = { region: 'london', steps: true };
  assert.deepEqual(await reachOf(sub, known), known);
});

test('what is said at sign-up is kept and told, also when the scheduler is down', async () => {
  toScheduler.cut();
  let later: Awaited<ReturnType<typeof patient>>;
  try {
    later = await patient({ postcode: 'se1  7xx' });
  } finally {
    toScheduler.mend();
  }
  assert.equal(later.profile?.postcode, 'SE1 7XX');
  const known = { region: 'london', steps: false };
  assert.deepEqual(await reachOf(later.sub, known), known);
  await assert.rejects(patient({ postcode: '!' }), { kind: 'invalid' });
});

test('reception enters a patient’s postcode, replaces it and takes it away; nobody else does', async () => {
  const [one, desk] = await Promise.all([patient(), reception()]);
  const set = (postcode: string, call = desk.call(), personId = one.sub) =>
    service.identity('SetPostcode', { personId, postcode }, call);
  assert.deepEqual(await set(' 75500 '), { postcode: '75500' });
  const karachi = { region: 'karachi', steps: false };
  assert.deepEqual(await reachOf(one.sub, karachi), karachi);
  toScheduler.cut();
  try {
    assert.deepEqual(await set('se1 7xx'), { postcode: 'SE1 7XX' });
  } finally {
    toScheduler.mend();
  }
  const london = { region: 'london', steps: false };
  assert.deepEqual(await reachOf(one.sub, london), london);
  const { postcode } = await service.identity('GetIdentity', { personId: one.sub }, desk.call());
  assert.equal(postcode, 'SE1 7XX');
  assert.equal((await service.call('GetProfile', {}, one.call())).profile?.postcode, 'SE1 7XX');
  await set('');
  const nowhere = { region: null, steps: false };
  assert.deepEqual(await reachOf(one.sub, nowhere), nowhere);
  await assert.rejects(set('x'), {
    kind: 'invalid',
    fields: [{ field: 'postcode', message: 'must be in the right format' }],
  });
  await assert.rejects(set('SE1 7XX', one.call()), { kind: 'forbidden' });
  await assert.rejects(set('SE1 7XX', desk.call(), desk.sub), { kind: 'forbidden' });
  await assert.rejects(set('SE1 7XX', desk.call(), randomUUID()), { kind: 'not-found' });
});

test('how long something is owed is measured: a request of the identity, until it is decided', async () => {
  const age = async (owed: string) => {
    const text = await service.metrics.registry.getSingleMetricAsString('owed_oldest_age_seconds');
    return Number(new RegExp(`owed="${owed}"[^}]*\\} (\\S+)`).exec(text)?.[1]);
  };
  const until = async (owed: string, isRight: (seconds: number) => boolean) => {
    for (let tries = 0; tries < 160 && !isRight(await age(owed)); tries += 1) await sleep(50);
    assert.ok(isRight(await age(owed)), `${owed} ${await age(owed)}`);
  };
  const { call } = await patient();
  const wanted = { wanted: { name: 'Sara Malik' }, reason: 'I married' };
  const { request } = await service.identity('RequestIdentityChange', wanted, call());
  await until('requests', (seconds) => seconds > 0);
  await service.identity('WithdrawIdentityRequest', { requestId: request?.id ?? '' }, call());
  await until('requests', (seconds) => seconds === 0);
  const one = await patient();
  toScheduler.cut();
  try {
    await assert.rejects(update(one.call(), 1, 'SE1 7XX'), { kind: 'unavailable' });
    await until('reach', (seconds) => seconds > 0);
  } finally {
    toScheduler.mend();
  }
  await until('reach', (seconds) => seconds === 0);
});
