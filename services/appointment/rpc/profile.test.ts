import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { accessToken, vouched, workloadToken } from '@healthbooker/local/test/tokens';
import { medicalRecordNumber } from '../medical-record-number.ts';
import { as, startAppointment, type TestService } from '../test/service.ts';

let service: TestService;
before(async () => {
  service = await startAppointment();
});
after(() => service.close());

const account = {
  email: 'Sara.Khan@Example.com',
  name: 'Sara Khan',
  birthDate: '1985-04-12',
  phone: '+44 20 7946 0000',
};

async function person(group = 'Patients') {
  const sub = randomUUID();
  const token = await accessToken({ sub, groups: [group] });
  return { sub, token, call: () => as(token) };
}

test('the first sign-in makes the profile, later ones return it', async () => {
  const sara = await person();
  const first = await service.call('EnsureProfile', account, vouched(sara.call()));
  assert.equal(first.created, true);
  assert.deepEqual(first.profile, {
    personId: sara.sub,
    email: 'sara.khan@example.com',
    role: 'patient',
    name: 'Sara Khan',
    birthDate: '1985-04-12',
    sex: 'unknown',
    phone: '+442079460000',
    medicalRecordNumber: medicalRecordNumber(sara.sub),
    timeZone: '',
    language: 'en-GB',
    accessNeeds: [],
    preferredName: '',
    postcode: '',
    version: 1,
  });
  const again = await service.call(
    'EnsureProfile',
    { ...account, name: 'Somebody Else' },
    vouched(sara.call()),
  );
  assert.deepEqual(again, { profile: first.profile, created: false });
  const { profile } = await service.call('GetProfile', {}, sara.call());
  assert.deepEqual(profile, first.profile);
  const found = await service.store.client.send(
    new QueryCommand({
      TableName: service.store.table,
      IndexName: 'EmailIndex',
      KeyConditionExpression: 'email = :email',
      ExpressionAttributeValues: { ':email': 'sara.khan@example.com' },
    }),
  );
  assert.equal(found.Items?.length, 1);
});

test('ten tabs that sign in at once make one profile', async () => {
  const { call } = await person();
  const replies = await Promise.all(
    Array.from({ length: 10 }, () => service.call('EnsureProfile', account, vouched(call()))),
  );
  assert.equal(replies.filter((reply) => reply.created).length, 1);
  assert.equal(new Set(replies.map((reply) => JSON.stringify(reply.profile))).size, 1);
});

test('address and role follow the account', async () => {
  const sub = randomUUID();
  await service.call('EnsureProfile', account, vouched(as(await accessToken({ sub, groups: ['Patients'] }))));
  const staff = as(await accessToken({ sub, groups: ['Patients', 'Providers'] }));
  const { profile } = await service.call(
    'EnsureProfile',
    { ...account, email: 'new@example.com', name: 'Ignored' },
    vouched(staff),
  );
  assert.deepEqual(
    [profile?.email, profile?.role, profile?.name, profile?.version],
    ['new@example.com', 'provider', 'Sara Khan', 2],
  );
});

test('staff who come as patients get a number and stay what they are at work; as staff they change no profile', async () => {
  const sub = randomUUID();
  const groups = ['Patients', 'Receptionists'];
  const asPatient = as(await accessToken({ sub, groups, capacity: 'patient' }));
  const asStaff = as(await accessToken({ sub, groups, capacity: 'staff' }));
  const { profile: atWork } = await service.call('EnsureProfile', account, vouched(asStaff));
  assert.deepEqual([atWork?.role, atWork?.medicalRecordNumber], ['receptionist', '']);
  const { profile } = await service.call('EnsureProfile', account, vouched(asPatient));
  assert.equal(profile?.role, 'receptionist');
  assert.notEqual(profile?.medicalRecordNumber, '');
  const again = await service.call('EnsureProfile', account, vouched(asStaff));
  assert.deepEqual(again.profile, profile);
  const change = { expectedVersion: profile?.version ?? 0, phone: '020 7946 0001' };
  await assert.rejects(service.call('UpdateProfile', change, asStaff), { kind: 'forbidden' });
  assert.equal((await service.call('UpdateProfile', change, asPatient)).profile?.phone, '02079460001');
});

test('a profile is made of what an edge vouches for: of no word of the person alone, nor of another service', async () => {
  const { call } = await person('Patients');
  const another = { ...call(), workloadToken: () => workloadToken('notification', 'appointment') };
  for (const context of [call(), another]) {
    await assert.rejects(service.call('EnsureProfile', { ...account, email: 'chair@example.org' }, context), {
      kind: 'forbidden',
    });
  }
  const { profile } = await service.call('EnsureProfile', account, vouched(call()));
  assert.equal(profile?.email, account.email.toLowerCase());
  await assert.rejects(service.call('EnsureProfile', { ...account, email: 'chair@example.org' }, call()), {
    kind: 'forbidden',
  });
});

test('staff without an address or name still get a profile', async () => {
  const { call } = await person('Receptionists');
  const { profile } = await service.call('EnsureProfile', {}, vouched(call()));
  assert.deepEqual(
    [profile?.email, profile?.name, profile?.role, profile?.medicalRecordNumber],
    ['', '', 'receptionist', ''],
  );
});

test('a patient’s profile needs a name and a birth date that can be, and says which is not right', async () => {
  for (const [wrong, field] of [
    [{ name: '' }, 'name'],
    [{ name: ' ' }, 'name'],
    [{ name: '\u200b' }, 'name'],
    [{ name: 'Sara \u202eKhan' }, 'name'],
    [{ name: 'Sara\u2028Khan' }, 'name'],
    [{ name: 'S'.repeat(121) }, 'name'],
    [{ birthDate: '' }, 'birthDate'],
    [{ birthDate: '2023-02-29' }, 'birthDate'],
    [{ birthDate: '2999-01-01' }, 'birthDate'],
    [{ birthDate: '1799-01-01' }, 'birthDate'],
    [{ email: '"sara khan"@example.com' }, 'email'],
    [{ phone: 'call me' }, 'phone'],
  ] as const) {
    const { call } = await person();
    await assert.rejects(
      service.call('EnsureProfile', { ...account, ...wrong }, vouched(call())),
      (err: { kind: string; fields?: { field: string }[] }) => {
        assert.deepEqual([err.kind, err.fields?.map((one) => one.field)], ['invalid', [field]]);
        return true;
      },
    );
    await assert.rejects(service.call('GetProfile', {}, call()), { kind: 'not-found' });
  }
});

test('an address in another script is kept as mail is sent to it, a name as it is written', async () => {
  const { call } = await person();
  const zoe = { ...account, email: 'zoe@exämple.de', name: ' علی\u200cرضا  حسینی ' };
  const { profile } = await service.call('EnsureProfile', zoe, vouched(call()));
  assert.deepEqual([profile?.email, profile?.name], ['zoe@xn--exmple-cua.de', 'علی\u200cرضا حسینی']);
});

test('whoever has a profile signs in whatever the account says of name and birth date', async () => {
  const { call } = await person();
  await service.call('EnsureProfile', account, vouched(call()));
  const { profile } = await service.call(
    'EnsureProfile',
    { ...account, name: '', birthDate: '' },
    vouched(call()),
  );
  assert.equal(profile?.name, 'Sara Khan');
});

test('a change needs the version it is based on; what is not given stays', async () => {
  const { call } = await person();
  await service.call('EnsureProfile', account, vouched(call()));
  const { profile } = await service.call(
    'UpdateProfile',
    {
      expectedVersion: 1,
      phone: '',
      timeZone: 'Asia/Karachi',
      accessNeeds: { needs: ['Interpreter: Urdu'] },
    },
    call(),
  );
  assert.deepEqual(
    [profile?.version, profile?.name, profile?.phone, profile?.timeZone, profile?.accessNeeds],
    [2, 'Sara Khan', '', 'Asia/Karachi', ['Interpreter: Urdu']],
  );
  await assert.rejects(service.call('UpdateProfile', { expectedVersion: 1, phone: '' }, call()), {
    kind: 'conflict',
    details: { currentVersion: '2' },
  });
  const emptied = await service.call('UpdateProfile', { expectedVersion: 2, accessNeeds: {} }, call());
  assert.deepEqual(emptied.profile?.accessNeeds, []);
});

test('a postcode is shown to the person as it was saved, even when the scheduler could not be told', async () => {
  const { call } = await person();
  await service.call('EnsureProfile', account, vouched(call()));
  // No scheduler runs here.
  await assert.rejects(service.call('UpdateProfile', { expectedVersion: 1, postcode: 'se1  7xx' }, call()), {
    kind: 'unavailable',
  });
  const { profile } = await service.call('GetProfile', {}, call());
  assert.deepEqual([profile?.version, profile?.postcode], [2, 'SE1 7XX']);
  const again = await service.call('EnsureProfile', account, vouched(call()));
  assert.equal(again.profile?.postcode, 'SE1 7XX');
});

test('a scheduler that does not answer keeps nobody waiting who signs in', async (t) => {
  const silent = createServer((socket) => socket.on('error', () => undefined));
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const waiting = await startAppointment({ SCHEDULER_ADDRESS: `127.0.0.1:${port}` });
  t.after(async () => {
    await waiting.close();
    silent.close();
  });
  const { token } = await person();
  await waiting.call('EnsureProfile', account, vouched(as(token)));
  const saved = waiting.call('UpdateProfile', { expectedVersion: 1, postcode: 'SE1 7XX' }, as(token, 1000));
  await assert.rejects(saved);
  const began = Date.now();
  const { profile } = await waiting.call('EnsureProfile', account, vouched(as(token, 20_000)));
  assert.equal(profile?.postcode, 'SE1 7XX');
  assert.ok(Date.now() - began < 10_000, `${Date.now() - began} ms`);
});

test('of two changes based on one version, one wins', async () => {
  const { call } = await person();
  await service.call('EnsureProfile', account, vouched(call()));
  const outcomes = await Promise.allSettled(
    ['One', 'Two', 'Three'].map((preferredName) =>
      service.call('UpdateProfile', { expectedVersion: 1, preferredName }, call()),
    ),
  );
  assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
});

test('what is not right is named in the caller’s terms', async () => {
  const { call } = await person();
  await service.call('EnsureProfile', account, vouched(call()));
  await assert.rejects(
    service.call(
      'UpdateProfile',
      {
        expectedVersion: 1,
        phone: 'call me',
        timeZone: 'Mars/Olympus',
        accessNeeds: { needs: ['x'.repeat(101)] },
      },
      call(),
    ),
    (err: { kind: string; fields: { field: string }[] }) => {
      assert.equal(err.kind, 'invalid');
      assert.deepEqual(err.fields.map(({ field }) => field).sort(), [
        'accessNeeds.needs[0]',
        'phone',
        'timeZone',
      ]);
      return true;
    },
  );
  await assert.rejects(service.call('EnsureProfile', { ...account, email: 'no address' }, vouched(call())), {
    kind: 'invalid',
  });
  await assert.rejects(service.call('GetProfile', { personId: 'METADATA' }, call()), { kind: 'invalid' });
});

test('somebody else’s profile does not exist, except for reception', async () => {
  const [sara, other, provider, reception, admin] = await Promise.all([
    person(),
    person(),
    person('Providers'),
    person('Receptionists'),
    person('Admins'),
  ]);
  await service.call('EnsureProfile', account, vouched(sara.call()));
  for (const { call } of [provider, admin])
    await assert.rejects(service.call('GetProfile', { personId: sara.sub }, call()), { kind: 'forbidden' });
  // Whether they act for her is the scheduler's to say, and nobody answers there: whoever she is, or is not.
  for (const personId of [sara.sub, randomUUID()])
    await assert.rejects(service.call('GetProfile', { personId }, other.call()), { kind: 'unavailable' });
  await assert.rejects(service.call('GetProfile', {}, other.call()), { kind: 'not-found' });
  const { profile } = await service.call('GetProfile', { personId: sara.sub }, reception.call());
  assert.equal(profile?.name, 'Sara Khan');
  await assert.rejects(service.call('GetProfile', {}, reception.call()), { kind: 'invalid' });
  await assert.rejects(service.call('UpdateProfile', { expectedVersion: 1 }, other.call()), {
    kind: 'not-found',
  });
});

test('staff list people by id; unknown ones are left out', async () => {
  const [sara, omar, provider] = await Promise.all([person(), person(), person('Providers')]);
  await service.call('EnsureProfile', account, vouched(sara.call()));
  await service.call('EnsureProfile', { ...account, name: 'Omar' }, vouched(omar.call()));
  const personIds = [sara.sub, omar.sub, sara.sub, randomUUID()];
  const { people } = await service.call('ListProfiles', { personIds }, provider.call());
  assert.deepEqual(people.map(({ name }) => name).sort(), ['Omar', 'Sara Khan']);
  assert.deepEqual(Object.keys(people[0] ?? {}).sort(), [
    'accessNeeds',
    'birthDate',
    'formerly',
    'medicalRecordNumber',
    'name',
    'personId',
    'preferredName',
    'sex',
  ]);
  const hundred = Array.from({ length: 100 }, () => randomUUID());
  assert.deepEqual((await service.call('ListProfiles', { personIds: hundred }, provider.call())).people, []);
  assert.deepEqual((await service.call('ListProfiles', {}, provider.call())).people, []);
  await assert.rejects(
    service.call('ListProfiles', { personIds: [...hundred, randomUUID()] }, provider.call()),
    { kind: 'invalid' },
  );
});

test('only the notification service learns where to reach somebody', async () => {
  const [sara, admin] = await Promise.all([person(), person('Admins')]);
  await service.call('EnsureProfile', account, vouched(sara.call()));
  const notification = as(await workloadToken('notification', 'appointment'));
  assert.deepEqual(await service.call('GetContact', { personId: sara.sub }, notification), {
    email: 'sara.khan@example.com',
    phone: '+442079460000',
    name: 'Sara Khan',
    language: 'en-GB',
    timeZone: '',
    preferredName: '',
  });
  await assert.rejects(service.call('GetContact', { personId: randomUUID() }, notification), {
    kind: 'not-found',
  });
  for (const { call } of [sara, admin])
    await assert.rejects(service.call('GetContact', { personId: sara.sub }, call()), { kind: 'forbidden' });
  const elsewhere = as(await workloadToken('notification', 'scheduler'));
  await assert.rejects(service.call('GetContact', { personId: sara.sub }, elsewhere), {
    kind: 'unauthenticated',
  });
  await assert.rejects(service.call('GetProfile', { personId: sara.sub }, notification), {
    kind: 'forbidden',
  });
});

test('a person in no group has no profile here', async () => {
  const nobody = as(await accessToken({ sub: randomUUID() }));
  await assert.rejects(service.call('EnsureProfile', account, vouched(nobody)), { kind: 'forbidden' });
});

test('nobody renames themselves or changes the sex on file at once; the same as before is no change', async () => {
  const { call } = await person();
  await service.call('EnsureProfile', account, vouched(call()));
  for (const [field, value] of [
    ['name', 'Omar Farouk'],
    ['sex', 'male'],
  ] as const) {
    await assert.rejects(
      service.call('UpdateProfile', { expectedVersion: 1, [field]: value }, call()),
      (err: { kind: string; fields?: { field: string }[] }) => {
        assert.deepEqual([err.kind, err.fields?.map((one) => one.field)], ['invalid', [field]]);
        return true;
      },
    );
  }
  const asItIs = { expectedVersion: 1, name: ' Sara  Khan', sex: 'unknown', phone: '' };
  const { profile } = await service.call('UpdateProfile', asItIs, call());
  assert.deepEqual([profile?.name, profile?.sex, profile?.phone], ['Sara Khan', 'unknown', '']);
});

test('a preferred name is the person’s own, by the rules of names, and can be taken away', async () => {
  const { sub, call } = await person();
  await service.call('EnsureProfile', account, vouched(call()));
  const change = (preferredName: string, expectedVersion: number) =>
    service.call('UpdateProfile', { expectedVersion, preferredName }, call());
  for (const wrong of ['\u200b', 'Ann\u202e', '12', 'x'.repeat(121), '\ud800']) {
    await assert.rejects(change(wrong, 1), { kind: 'invalid' });
  }
  assert.equal((await change('  Sasha ', 1)).profile?.preferredName, 'Sasha');
  const provider = await person('Providers');
  const { people } = await service.call('ListProfiles', { personIds: [sub] }, provider.call());
  assert.deepEqual([people[0]?.name, people[0]?.preferredName], ['Sara Khan', 'Sasha']);
  const notification = as(await workloadToken('notification', 'appointment'));
  const contact = await service.call('GetContact', { personId: sub }, notification);
  assert.deepEqual([contact.name, contact.preferredName], ['Sara Khan', 'Sasha']);
  assert.equal((await change('', 2)).profile?.preferredName, '');
});
