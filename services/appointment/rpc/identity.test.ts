import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '@healthbooker/local/test/database';
import { type TestEvents, testEvents } from '@healthbooker/local/test/events';
import { type ServiceProcess, startService } from '@healthbooker/local/test/processes';
import { accessToken, identityEnv, vouched, workloadToken } from '@healthbooker/local/test/tokens';
import type { ProxyServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/ProxyService';
import { createClient, type GrpcClient } from '@healthbooker/runtime/grpc-client';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { as, startAppointment, type TestService } from '../test/service.ts';

const day_ms = 86_400_000;
let database: TestDatabase;
let events: TestEvents;
let scheduler: ServiceProcess;
let service: TestService;
let links: GrpcClient<ProxyServiceDefinition>;
/** The service's clock runs ahead by so much. */
let ahead_ms = 0;

before(async () => {
  [database, events] = await Promise.all([testDatabase('scheduler'), testEvents()]);
  const env = { ...identityEnv(), ...events.env, DATABASE_URL: database.serviceUrl, LOG_LEVEL: 'warn' };
  scheduler = await startService('scheduler', env);
  const clock = () => new Date(Date.now() + ahead_ms);
  service = await startAppointment({ SCHEDULER_ADDRESS: scheduler.address }, clock);
  links = createClient({
    protoService: 'healthbooker.scheduler.v1.ProxyService',
    address: scheduler.address,
    metrics: createMetrics('test'),
  });
});
after(async () => {
  links?.close();
  await service?.close();
  await scheduler?.end();
  await events?.remove();
  await database?.drop();
});

const reason = 'I married; I will bring the certificate';
const evidence = 'Marriage certificate and passport';

async function patient(sub = randomUUID()) {
  const account = { email: `${sub}@example.com`, name: 'Sara Khan', birthDate: '1985-04-12', phone: '' };
  const token = await accessToken({ sub, groups: ['Patients'] });
  await service.call('EnsureProfile', account, vouched(as(token)));
  return {
    sub,
    account,
    call: () => as(token),
    ask: async (wanted: { name?: string; birthDate?: string; sex?: string }) =>
      (await service.identity('RequestIdentityChange', { wanted, reason }, as(token))).request?.id ?? '',
    profile: async () => (await service.call('GetProfile', {}, as(token))).profile,
    identity: () => service.identity('GetIdentity', {}, as(token)),
  };
}

async function receptionist(sub = randomUUID()) {
  const token = await accessToken({ sub, groups: ['Receptionists'] });
  return {
    sub,
    call: () => as(token),
    confirm: (personId: string, requestId: string, seen = evidence) =>
      service.identity('ConfirmIdentityRequest', { personId, requestId, evidence: seen }, as(token)),
    refuse: (personId: string, requestId: string, refusal = 'The document is of somebody else') =>
      service.identity('RefuseIdentityRequest', { personId, requestId, refusal }, as(token)),
  };
}

test('a new name holds when reception has confirmed it, and what was before stays on file', async () => {
  const [sara, rita] = await Promise.all([patient(), receptionist()]);
  const id = await sara.ask({ name: ' Sara  Farouk', sex: 'female' });
  const asked = await sara.identity();
  assert.deepEqual(asked.current, { name: 'Sara Khan', birthDate: '1985-04-12', sex: 'unknown' });
  assert.deepEqual(asked.request?.wanted, { name: 'Sara Farouk', birthDate: '', sex: 'female' });
  assert.equal((await sara.profile())?.name, 'Sara Khan');
  const shown = await service.identity('GetIdentity', { personId: sara.sub }, rita.call());
  assert.equal(shown.request?.reason, reason);

  const { change } = await rita.confirm(sara.sub, id);
  assert.deepEqual(
    [change?.confirmed, change?.decidedBy, change?.evidence, change?.before],
    [true, rita.sub, evidence, { name: 'Sara Khan', birthDate: '', sex: 'unknown' }],
  );
  const profile = await sara.profile();
  assert.deepEqual(
    [profile?.name, profile?.sex, profile?.birthDate],
    ['Sara Farouk', 'female', '1985-04-12'],
  );
  const after = await sara.identity();
  assert.equal(after.request, null);
  assert.deepEqual(
    after.changes.map((one) => [one.id, one.confirmed, one.before?.name, one.wanted?.name, one.decidedBy]),
    [[id, true, 'Sara Khan', 'Sara Farouk', '']],
  );

  // Whatever the account says at the next sign-in.
  await service.call('EnsureProfile', sara.account, vouched(sara.call()));
  assert.equal((await sara.profile())?.name, 'Sara Farouk');
});

test('a clinician who asks for it sees what somebody was known by; nobody else does', async () => {
  const [sara, rita] = await Promise.all([patient(), receptionist()]);
  await rita.confirm(sara.sub, await sara.ask({ name: 'Sara Farouk' }));
  await rita.confirm(sara.sub, await sara.ask({ birthDate: '1985-12-04', sex: 'female' }));
  const seenBy = async (group: string, withFormer: boolean) => {
    const call = as(await accessToken({ sub: randomUUID(), groups: [group] }));
    const { people } = await service.call('ListProfiles', { personIds: [sara.sub], withFormer }, call);
    return people[0]?.formerly.map(({ until: _, ...fields }) => fields);
  };
  assert.deepEqual(await seenBy('Providers', true), [
    { name: '', birthDate: '1985-04-12', sex: '' },
    { name: 'Sara Khan', birthDate: '', sex: '' },
  ]);
  for (const [group, withFormer] of [
    ['Providers', false],
    ['Receptionists', true],
    ['Admins', true],
  ] as const) {
    assert.deepEqual(await seenBy(group, withFormer), [], group);
  }
});

test('one request is open at a time, it can be withdrawn, and a day has three', async () => {
  const sara = await patient();
  const first = await sara.ask({ name: 'Sara One' });
  await assert.rejects(sara.ask({ name: 'Sara Two' }), { kind: 'conflict', details: { reason: 'open' } });
  const withdraw = (requestId: string) =>
    service.identity('WithdrawIdentityRequest', { requestId }, sara.call());
  await withdraw(first);
  await withdraw(first);
  assert.equal((await sara.identity()).request, null);
  const both = await Promise.allSettled([sara.ask({ name: 'Sara Three' }), sara.ask({ name: 'Sara Four' })]);
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
  await withdraw((await sara.identity()).request?.id ?? '');
  await withdraw(await sara.ask({ sex: 'female' }));
  await assert.rejects(sara.ask({ name: 'Sara Five' }), { kind: 'rate-limited' });
  ahead_ms = day_ms;
  try {
    assert.notEqual(await sara.ask({ name: 'Sara Five' }), '');
  } finally {
    ahead_ms = 0;
  }
});

test('a request is decided once: twice, late, at the same time or after it was withdrawn is a conflict', async () => {
  const [sara, rita, carl] = await Promise.all([patient(), receptionist(), receptionist()]);
  const id = await sara.ask({ name: 'Sara Farouk' });
  const decided = await Promise.allSettled([
    rita.confirm(sara.sub, id),
    carl.confirm(sara.sub, id),
    carl.refuse(sara.sub, id),
  ]);
  assert.equal(decided.filter(({ status }) => status === 'fulfilled').length, 1);
  for (const one of decided) {
    if (one.status === 'rejected') assert.equal((one.reason as { kind: string }).kind, 'conflict');
  }
  const { changes } = await sara.identity();
  assert.equal(changes.length, 1);
  await assert.rejects(rita.refuse(sara.sub, id), {
    kind: 'conflict',
    details: { reason: 'state', state: changes[0]?.confirmed ? 'confirmed' : 'refused' },
  });
  await assert.rejects(service.identity('WithdrawIdentityRequest', { requestId: id }, sara.call()), {
    kind: 'conflict',
  });

  const next = await sara.ask({ sex: 'other' });
  await service.identity('WithdrawIdentityRequest', { requestId: next }, sara.call());
  await assert.rejects(rita.confirm(sara.sub, next), { kind: 'conflict' });
  const last = await sara.ask({ sex: 'female' });
  await assert.rejects(rita.confirm(sara.sub, next), { kind: 'conflict' });
  assert.equal((await sara.profile())?.sex, 'unknown');
  // What the patient changes of their own stands in nobody’s way.
  const version = (await sara.profile())?.version ?? 0;
  await service.call('UpdateProfile', { expectedVersion: version, phone: '020 7946 0001' }, sara.call());
  assert.equal((await rita.refuse(sara.sub, last)).change?.refusal, 'The document is of somebody else');
  assert.equal((await sara.profile())?.sex, 'unknown');
  const kept = (await sara.identity()).changes;
  assert.deepEqual(
    kept.map((one) => one.id),
    [last, id],
  );
});

test('nobody decides for themselves or for whom they act for, and nobody but reception decides', async () => {
  const [sara, both] = [await patient(), randomUUID()];
  const ownPatient = await patient(both);
  const ownDesk = await receptionist(both);
  const own = await ownPatient.ask({ name: 'Somebody Else' });
  await assert.rejects(ownDesk.confirm(both, own), { kind: 'forbidden' });
  await assert.rejects(ownDesk.refuse(both, own), { kind: 'forbidden' });
  await assert.rejects(service.identity('GetIdentity', { personId: both }, ownDesk.call()), {
    kind: 'forbidden',
  });

  const { code } = await links.call('InviteProxy', {}, sara.call());
  await links.call('AcceptInvitation', { code }, ownPatient.call());
  const id = await sara.ask({ name: 'Sara Farouk' });
  await assert.rejects(ownDesk.confirm(sara.sub, id), { kind: 'forbidden' });
  await assert.rejects(ownDesk.refuse(sara.sub, id), { kind: 'forbidden' });

  // With the patients' client a receptionist is a patient, whatever they are at work.
  const asPatient = as(
    await accessToken({ sub: randomUUID(), groups: ['Patients', 'Receptionists'], capacity: 'patient' }),
  );
  const request = { personId: sara.sub, requestId: id, evidence };
  await assert.rejects(service.identity('ConfirmIdentityRequest', request, asPatient), { kind: 'forbidden' });
  // Who acts for somebody does not read what they ask for.
  await assert.rejects(service.identity('GetIdentity', { personId: sara.sub }, ownPatient.call()), {
    kind: 'not-found',
  });
  assert.equal((await sara.profile())?.name, 'Sara Khan');
});

test('evidence, reasons and names are texts by the rules of each', async () => {
  const [sara, rita] = await Promise.all([patient(), receptionist()]);
  for (const [wanted, field] of [
    [{}, 'wanted'],
    [{ name: 'Sara Khan' }, 'wanted.name'],
    [{ name: '\u200b' }, 'wanted.name'],
    [{ name: 'Sara\u202e' }, 'wanted.name'],
    [{ birthDate: '2999-01-01' }, 'wanted.birthDate'],
    [{ birthDate: '2023-02-29' }, 'wanted.birthDate'],
    [{ sex: 'yes' }, 'wanted.sex'],
  ] as const) {
    await assert.rejects(sara.ask(wanted), (err: { kind: string; fields?: { field: string }[] }) => {
      assert.deepEqual([err.kind, err.fields?.[0]?.field], ['invalid', field]);
      return true;
    });
  }
  for (const wrong of ['', ' a ', 'x'.repeat(501), 'bell \u0007', 'nul \0']) {
    const request = { wanted: { name: 'Sara Farouk' }, reason: wrong };
    await assert.rejects(service.identity('RequestIdentityChange', request, sara.call()), {
      kind: 'invalid',
    });
  }
  const id = await sara.ask({ name: 'Sara Farouk' });
  for (const wrong of ['', '  ', 'ab', 'x'.repeat(501), 'nul \0']) {
    await assert.rejects(rita.confirm(sara.sub, id, wrong), { kind: 'invalid' });
    await assert.rejects(rita.refuse(sara.sub, id, wrong), { kind: 'invalid' });
  }
  await assert.rejects(rita.confirm(randomUUID(), id), { kind: 'not-found' });
});

test('what is decided and whose address changes is handed over to be told, until it is kept', async () => {
  const [sara, rita] = await Promise.all([patient(), receptionist()]);
  const notification = as(await workloadToken('notification', 'appointment'));
  const hers = async (keptIds: string[] = []) => {
    const { notices } = await service.identity('TakeAccountNotices', { keptIds }, notification);
    return notices.filter(({ personId }) => personId === sara.sub);
  };
  const requestId = await sara.ask({ name: 'Sara Farouk' });
  assert.deepEqual(await hers(), []);
  await rita.confirm(sara.sub, requestId);
  const [confirmed] = await hers();
  assert.deepEqual([confirmed?.id, confirmed?.kind], [requestId, 'ACCOUNT_NOTICE_KIND_CONFIRMED']);
  assert.deepEqual(await hers([requestId]), []);

  await service.call('EnsureProfile', { ...sara.account, email: 'new@example.com' }, vouched(sara.call()));
  const [address] = await hers();
  assert.equal(address?.kind, 'ACCOUNT_NOTICE_KIND_EMAIL');
  const about = {
    personId: sara.sub,
    noticeId: address?.id ?? '',
    kind: 'ACCOUNT_NOTICE_KIND_EMAIL',
  } as const;
  const { formerEmail } = await service.identity('GetAccountNotice', about, notification);
  assert.equal(formerEmail, sara.account.email);
  // An older one is known as well, one that never happened is not.
  const older = { personId: sara.sub, noticeId: requestId, kind: 'ACCOUNT_NOTICE_KIND_CONFIRMED' } as const;
  assert.equal((await service.identity('GetAccountNotice', older, notification)).aboutName, true);
  const never = { ...about, noticeId: randomUUID() };
  await assert.rejects(service.identity('GetAccountNotice', never, notification), { kind: 'not-found' });

  // A phone number: not the first one, and one that changes often is told of once.
  let version = (await sara.profile())?.version ?? 0;
  for (const phone of ['020 7946 0001', '020 7946 0002', '020 7946 0003', '']) {
    await service.call('UpdateProfile', { expectedVersion: version, phone }, sara.call());
    version += 1;
  }
  const kinds = (await hers([address?.id ?? ''])).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['ACCOUNT_NOTICE_KIND_PHONE']);
});
