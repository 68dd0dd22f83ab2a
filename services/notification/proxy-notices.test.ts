import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { mailsTo } from '@healthbooker/local/test/inbox';
import { accessToken, workloadToken } from '@healthbooker/local/test/tokens';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { createClient, type GrpcClient } from '@healthbooker/runtime/grpc-client';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { as, type Patient, privacyMailbox, startWorld, until, type World } from './test/world.ts';

const readCursor = "select cursor from follower_cursor where source = 'scheduler.ListProxiesChanged'";
const reason = 'Dementia';
const evidence = 'Letter of a neurologist';

let world: World;
let proxies: GrpcClient<ProxyServiceDefinition>;
const opened: { close(): Promise<void> }[] = [];

before(async () => {
  world = await startWorld();
  proxies = createClient({
    protoService: 'healthbooker.scheduler.v1.ProxyService',
    address: world.env.SCHEDULER_ADDRESS,
    metrics: createMetrics('test'),
  });
});
afterEach(async () => {
  for (const service of opened.splice(0)) await service.close();
});
after(async () => {
  proxies?.close();
  await world?.close();
});

async function notification(...options: Parameters<World['startNotification']>) {
  const service = await world.startNotification(...options);
  opened.push(service);
  return service;
}

const aReceptionist = async () => accessToken({ sub: randomUUID(), groups: ['Receptionists'] });

/** A link that reception makes: of an adult, unless a birth date says otherwise. */
async function grant(patient: Patient, proxy: Patient, patientBirthDate = '1985-12-10'): Promise<string> {
  const wish = {
    patientId: patient.sub,
    proxyId: proxy.sub,
    scope: 'PROXY_SCOPE_RECORD',
    evidence,
    reason,
  } as const;
  const context = {
    ...as(await aReceptionist()),
    workloadToken: () => workloadToken('clinic-edge', 'scheduler'),
  };
  const { link } = await proxies.call('GrantProxy', { ...wish, patientBirthDate }, context);
  return link?.id ?? '';
}

const confirm = async (linkId: string) => proxies.call('ConfirmProxy', { linkId }, as(await aReceptionist()));

/** The mails to an address, once there are as many. */
const mails = (address: string, count: number) =>
  until(async () => {
    const found = await mailsTo(address);
    return found.length >= count && found;
  });

const settled = (linkId: string, count: number) =>
  until(async () => {
    const rows = await world.entries(linkId);
    return rows.length >= count && rows.every(({ state }) => state !== 'queued') && rows;
  });

test('a patient is told who asks to act for them and who does, and ends it with the link of the mail', async () => {
  const service = await notification();
  const [patient, proxy] = await Promise.all([world.patient(), world.patient()]);
  const linkId = await grant(patient, proxy);
  const [asked] = await mails(patient.email, 1);
  assert.equal(asked?.subject, 'Somebody asks to act for you');
  await confirm(linkId);
  const rows = await settled(linkId, 2);
  assert.deepEqual(
    rows.map(({ template, state }) => [template, state]),
    [
      ['proxy-asked', 'sent'],
      ['proxy-opened', 'sent'],
    ],
  );
  const all = await mails(patient.email, 2);
  const told = all.find(({ subject }) => subject === 'Somebody can act for you');
  const words = JSON.stringify(all);
  for (const secret of [reason, evidence]) assert.ok(!words.includes(secret), 'nothing clinical');
  assert.match(told?.text ?? '', /This was not me: https:\/\/portal\.example\/not-me#[\w-]{43}\n/);
  assert.match(told?.text ?? '', /Set up by: our reception/);
  assert.deepEqual(await mailsTo(proxy.email), []);

  // Whoever of the staff reads the ledger does not get hold of it.
  const listed = await service.call('ListMessages', { personId: patient.sub }, as(await aReceptionist()));
  assert.equal(listed.messages.length, 2);
  for (const { text } of listed.messages) assert.match(text, /\/not-me#…/);

  const secret = /\/not-me#([\w-]+)/.exec(told?.text ?? '')?.[1] ?? '';
  const may = async () =>
    (await proxies.call('MayActFor', { patientId: patient.sub }, as(proxy.token))).allowed;
  assert.equal(await may(), true);
  await proxies.call('DisputeProxy', { secret }, as(await workloadToken('patient-edge', 'scheduler')));
  assert.equal(await may(), false);

  // Privacy is told that there is something to look into, and nothing of whom it is about.
  const [forPrivacy] = await settled(linkId, 3).then((all) =>
    all.filter((row) => row.template === 'proxy-disputed'),
  );
  assert.equal(forPrivacy?.state, 'sent');
  const [mail] = (await mailsTo(privacyMailbox)).filter(({ messageId }) =>
    messageId.includes(forPrivacy?.id ?? '?'),
  );
  assert.match(mail?.text ?? '', /Links to review: https:\/\/portal\.example\/clinic\/\n/);
  for (const secret of [reason, evidence, 'Ada Lovelace', patient.sub]) {
    assert.ok(!JSON.stringify(mail).includes(secret));
  }
});

test('a code is told of as well, and who has no address is told through others, never through whom it is about', async () => {
  await notification();
  const [patient, friend] = await Promise.all([world.patient(), world.patient()]);
  const { code } = await proxies.call('InviteProxy', { scope: 'PROXY_SCOPE_BOOKINGS' }, as(patient.token));
  await proxies.call('AcceptInvitation', { code }, as(friend.token));
  const [told] = await mails(patient.email, 1);
  assert.match(told?.text ?? '', /What they can do: Book, move and cancel visits, and see when they are\n/);
  assert.match(told?.text ?? '', /Set up by: a code from your account\nUntil: you end it/);

  const [child, mother, father] = await Promise.all([
    world.patient({ email: '' }),
    world.patient(),
    world.patient(),
  ]);
  const first = await grant(child, mother, '2020-02-03');
  const [unheard] = await settled(first, 1);
  assert.equal(unheard?.state, 'suppressed');
  const second = await grant(child, father, '2020-02-03');
  await settled(second, 1);
  const [heard] = await mails(mother.email, 1);
  assert.match(heard?.text ?? '', /Hello Ada Lovelace \(for Ada Lovelace\)/);
  assert.deepEqual(await mailsTo(father.email), []);
});

test('a notice whose event was lost is made up for, once, also when the link was ended in the meantime', async () => {
  const [patient, proxy] = await Promise.all([world.patient(), world.patient()]);
  // A ledger that has read the list before: what it finds from now on is news.
  const deaf = { env: { RECONCILE_INTERVAL_MS: '50', EVENTS_QUEUE_URL: await world.freshQueue() } };
  const first = await notification(deaf);
  await until(async () => {
    const { rows } = await world.ledger.query(
      "select cursor from follower_cursor where source = 'scheduler.ListProxiesChanged'",
    );
    return rows.length > 0;
  });
  await first.close();
  opened.length = 0;
  const linkId = await grant(patient, proxy, '2020-02-03');
  await proxies.call('EndProxy', { patientId: patient.sub, proxyId: proxy.sub }, as(proxy.token));
  await notification(deaf);
  const rows = await settled(linkId, 1);
  assert.deepEqual(
    rows.map(({ template, state }) => [template, state]),
    [['proxy-opened', 'sent']],
  );
  assert.equal((await mails(patient.email, 1)).length, 1);
});

test('that a link was disputed reaches privacy although its event was lost, and once although it was reviewed', async () => {
  const [patient, proxy] = await Promise.all([world.patient(), world.patient()]);
  const deaf = { env: { RECONCILE_INTERVAL_MS: '50', EVENTS_QUEUE_URL: await world.freshQueue() } };
  await notification(deaf);
  const linkId = await grant(patient, proxy, '2020-02-03');
  await proxies.call('DisputeProxy', { linkId }, as(patient.token));
  const told = async () =>
    (await world.entries(linkId)).filter(({ template }) => template === 'proxy-disputed');
  await until(async () => (await told())[0]?.state === 'sent');
  const officer = as(await accessToken({ sub: randomUUID(), groups: ['Privacy'] }));
  await proxies.call('ReviewProxy', { linkId }, officer);
  const [before] = (await world.ledger.query(readCursor)).rows;
  await until(async () => (await world.ledger.query(readCursor)).rows[0]?.cursor !== before?.cursor);
  assert.equal((await told()).length, 1);
});
