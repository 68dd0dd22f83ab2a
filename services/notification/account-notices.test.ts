import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { mailsTo } from '@healthbooker/local/test/inbox';
import { accessToken, vouched, workloadToken } from '@healthbooker/local/test/tokens';
import { as, type Patient, startWorld, until, type World } from './test/world.ts';

let world: World;
const opened: { close(): Promise<void> }[] = [];

before(async () => {
  world = await startWorld();
});
afterEach(async () => {
  for (const service of opened.splice(0)) await service.close();
});
after(() => world?.close());

const often = { env: { RECONCILE_INTERVAL_MS: '50' } };

async function notification(...options: Parameters<World['startNotification']>) {
  opened.push(await world.startNotification(...options));
}

const account = (patient: Patient, email: string) =>
  world.appointments(
    'EnsureProfile',
    { email, name: 'Ada Lovelace', birthDate: '1985-12-10', phone: '' },
    vouched(as(patient.token)),
  );

async function ask(patient: Patient, wanted: { name?: string; sex?: string }): Promise<string> {
  const wish = { wanted, reason: 'I changed it by deed poll' };
  const { request } = await world.identity('RequestIdentityChange', wish, as(patient.token));
  return request?.id ?? '';
}

async function decide(patient: Patient, requestId: string, isConfirmed: boolean): Promise<void> {
  const reception = as(await accessToken({ sub: randomUUID(), groups: ['Receptionists'] }));
  const about = { personId: patient.sub, requestId };
  if (isConfirmed) {
    await world.identity('ConfirmIdentityRequest', { ...about, evidence: 'Deed poll of 1815' }, reception);
  } else {
    await world.identity(
      'RefuseIdentityRequest',
      { ...about, refusal: 'The deed poll is a copy' },
      reception,
    );
  }
}

/** The mails to an address, once there are as many. */
const mails = (address: string, count: number) =>
  until(async () => {
    const found = await mailsTo(address);
    return found.length >= count && found;
  });

test('a patient is told what became of their request, by the name they want to be called', async () => {
  await notification(often);
  const patient = await world.patient();
  await world.appointments('UpdateProfile', { expectedVersion: 1, preferredName: 'Adi' }, as(patient.token));
  await decide(patient, await ask(patient, { name: 'Augusta King' }), true);
  const [confirmed] = await mails(patient.email, 1);
  assert.equal(confirmed?.subject, 'Your details were changed');
  assert.match(confirmed?.text ?? '', /^Hello Adi,\n/);
  assert.match(confirmed?.text ?? '', /What: Your legal name\n/);
  await decide(patient, await ask(patient, { sex: 'other' }), false);
  const all = await mails(patient.email, 2);
  const refused = all.find(({ subject }) => subject === 'Your details were not changed');
  assert.match(refused?.text ?? '', /What: Your personal details\n/);
  for (const secret of ['Lovelace', 'King', 'deed poll', 'Deed poll', 'sex', 'other ']) {
    assert.ok(!JSON.stringify(all.map(({ text }) => text)).includes(secret), secret);
  }
});

test('another address is told to the one before and to the new one, each once, and the first one to nobody', async () => {
  const patient = await world.patient();
  const address = `${randomUUID()}@example.com`;
  await account(patient, address);
  await account(patient, address);
  // Nothing is lost while nobody takes it over, and two that do tell it once.
  await Promise.all([notification(often), notification(often)]);
  const [before] = await mails(patient.email, 1);
  assert.equal(before?.subject, 'Our mail goes to another address');
  assert.match(before?.text ?? '', /This was not you\?/);
  assert.ok(!before?.text.includes(address), 'the new address is not told to whoever reads the old one');
  const [now] = await mails(address, 1);
  assert.equal(now?.subject, 'Our mail comes to this address');
  const newest = `${randomUUID()}@example.com`;
  await account(patient, newest);
  await mails(newest, 1);
  assert.equal((await mails(address, 2)).length, 2);
  assert.equal((await mailsTo(patient.email)).length, 1);

  const without = await world.patient({ email: '' });
  const first = `${randomUUID()}@example.com`;
  await account(without, first);
  await account(without, `${randomUUID()}@example.com`);
  const [told] = await mails(first, 1);
  assert.equal(told?.subject, 'Our mail goes to another address');
});

test('a phone number that changes is told by mail', async () => {
  await notification(often);
  const patient = await world.patient();
  for (const [expectedVersion, phone] of [
    [1, '020 7946 0001'],
    [2, '020 7946 0002'],
  ] as const) {
    await world.appointments('UpdateProfile', { expectedVersion, phone }, as(patient.token));
  }
  const [told] = await mails(patient.email, 1);
  assert.equal(told?.subject, 'Your phone number was changed');
  assert.ok(!/7946/.test(told?.text ?? ''));
});

test('what is older than a day is told to nobody, and is off the list all the same', async () => {
  const patient = await world.patient();
  await account(patient, `${randomUUID()}@example.com`);
  await notification({ ...often, ahead_ms: 25 * 3_600_000 });
  const token = as(await workloadToken('notification', 'appointment'));
  await until(async () => {
    const { notices } = await world.identity('TakeAccountNotices', { keptIds: [] }, token);
    return notices.every(({ personId }) => personId !== patient.sub);
  });
  assert.deepEqual(await mailsTo(patient.email), []);
});

test('a change that was announced and never made is told to nobody', async () => {
  const patient = await world.patient();
  const item = { PK: 'NOTICES', SK: randomUUID(), personId: patient.sub, kind: 'email' };
  await world.putItem({ ...item, at: new Date(Date.now() - 120_000).toISOString() });
  await notification(often);
  const rows = await until(async () => {
    const found = await world.entries(item.SK);
    return found.length === 2 && found.every(({ state }) => state !== 'queued') && found;
  });
  assert.deepEqual(
    rows.map(({ state, failure }) => [state, failure]),
    [
      ['suppressed', 'The change was not made.'],
      ['suppressed', 'The change was not made.'],
    ],
  );
});
