import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import {
  accessToken,
  expiredToken,
  forgedToken,
  forgedWorkloadToken,
  identityEnv,
  idToken,
  otherClientToken,
  otherPoolToken,
  publicKeyHmacToken,
  unsignedToken,
  workloadToken,
} from '@healthbooker/local/test/tokens';
import { z } from 'zod';
import { callersOf } from './catalogue.ts';
import { cognitoEnv, readConfig, serverEnv, workloadEnv } from './config.ts';
import { ServiceError } from './errors.ts';
import { bearerToken, createVerifier } from './identity.ts';

const schema = z.object({ ...serverEnv, ...cognitoEnv, ...workloadEnv });
const config = readConfig(schema, identityEnv());
const scheduler = { callee: 'scheduler', callers: callersOf('scheduler') };
const person = { sub: '0b5b1a34-52f6-4a7e-9d0c-5b7d8a1f0001', groups: ['Patients'] };
const nowS = () => Math.floor(Date.now() / 1000);

/** The test pool's keys behind an address that counts and can be made to fail. */
async function countingKeys() {
  let requests = 0;
  let answers = true;
  const server = createServer(async (_request, response) => {
    requests += 1;
    if (!answers) {
      response.destroy();
      return;
    }
    const upstream = await fetch(config.COGNITO_JWKS_URL ?? '');
    response.end(await upstream.text());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    requests: () => requests,
    answer(value: boolean) {
      answers = value;
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const refusedAs = (kind: string) => (err: unknown) => err instanceof ServiceError && err.kind === kind;

test('a token says who calls, and its app client as what: only the groups that count in it', async () => {
  const verifier = createVerifier(config);
  const everything = ['Managers', 'Admins', 'Unknown', 'Patients', 'Providers'];
  const cases = [
    { claimed: everything, capacity: 'patient', counting: ['Patients'] },
    { claimed: everything, capacity: 'staff', counting: ['Providers', 'Admins', 'Managers'] },
    { claimed: ['Patients'], capacity: 'staff', counting: [] },
    { claimed: ['Providers'], capacity: 'patient', counting: [] },
    { claimed: [], capacity: 'patient', counting: [] },
    { claimed: [], capacity: 'staff', counting: [] },
  ] as const;
  for (const { claimed, capacity, counting } of cases) {
    const token = await accessToken({ sub: person.sub, groups: claimed, capacity });
    assert.deepEqual(
      await verifier.verify(token),
      { kind: 'person', personId: person.sub, capacity, groups: counting },
      `${claimed} as ${capacity}`,
    );
  }
});

test('two capacities need two app clients', () => {
  const one = { ...config, COGNITO_CLINIC_CLIENT_ID: config.COGNITO_PATIENTS_CLIENT_ID };
  assert.throws(() => createVerifier(one), /must name two app clients/);
});

const badTokens: Readonly<Record<string, () => string | Promise<string>>> = {
  'an expired token': () => expiredToken(person),
  'a forged signature': () => forgedToken(person),
  'no signature': () => unsignedToken(person),
  'an HMAC with the public key': () => publicKeyHmacToken(person),
  'another pool': () => otherPoolToken(person),
  'another client': () => otherClientToken(person),
  'an id token': () => idToken(person),
  // Cognito names the client of an id token in another claim; the use of a token is checked by itself.
  'an id token that names its client as an access token does': () =>
    idToken({ ...person, claims: { client_id: config.COGNITO_PATIENTS_CLIENT_ID } }),
  'a token for later': () => accessToken({ ...person, claims: { nbf: nowS() + 600 } }),
  'a workload token for later': () => workloadToken('appointment', 'scheduler', { nbf: nowS() + 120 }),
  'an empty token': () => '',
  'a text that is no token': () => 'abc',
  'three parts that are no JSON': () => 'YQ.YQ.YQ',
  'a giant': () => 'a'.repeat(100_000),
  'a workload token for another callee': () => workloadToken('appointment', 'ehr'),
  'a workload that may not call this service': () => workloadToken('web', 'scheduler'),
  'a workload of another namespace': () =>
    workloadToken('appointment', 'scheduler', { sub: 'system:serviceaccount:other:appointment' }),
  'a forged workload token': () => forgedWorkloadToken('appointment', 'scheduler'),
  'an expired workload token': () => workloadToken('appointment', 'scheduler', { exp: nowS() - 1 }),
  'a workload token without an end': () => workloadToken('appointment', 'scheduler', { exp: undefined }),
  'a workload token naming nobody': () => workloadToken('appointment', 'scheduler', { sub: undefined }),
};
const strict = createVerifier(config, scheduler);
for (const [name, make] of Object.entries(badTokens)) {
  test(`${name} is refused, also the second time`, async () => {
    const token = await make();
    await assert.rejects(strict.verify(token), refusedAs('unauthenticated'));
    await assert.rejects(strict.verify(token), refusedAs('unauthenticated'));
  });
}

for (const ahead_s of [2, 55]) {
  test(`tokens of an issuer whose clock is ${ahead_s} s ahead of ours hold`, async () => {
    const now = nowS() + ahead_s;
    const workload = await workloadToken('appointment', 'scheduler', { iat: now, nbf: now });
    assert.deepEqual(await strict.verify(workload), { kind: 'workload', service: 'appointment' });
    const claims = { iat: now, nbf: now, auth_time: now };
    const { personId } = (await strict.verify(await accessToken({ ...person, claims }))) as {
      personId: string;
    };
    assert.equal(personId, person.sub);
  });
}

test('grace is for the beginning of a token and not for its end', async () => {
  const exp = nowS() - 2;
  await assert.rejects(
    strict.verify(await accessToken({ ...person, claims: { exp } })),
    refusedAs('unauthenticated'),
  );
  await assert.rejects(
    strict.verify(await workloadToken('appointment', 'scheduler', { exp })),
    refusedAs('unauthenticated'),
  );
});

test('a workload that the catalogue allows is accepted by a service and not by an edge', async () => {
  const token = await workloadToken('appointment', 'scheduler');
  assert.deepEqual(await strict.verify(token), { kind: 'workload', service: 'appointment' });
  await assert.rejects(createVerifier(config).verify(token), refusedAs('unauthenticated'));
});

test('a verdict is remembered for a minute and never beyond the end of the token', async () => {
  let now = Date.now();
  const verifier = createVerifier(config, undefined, () => now);
  const token = await accessToken(person);
  const short = await accessToken({ ...person, claims: { exp: nowS() + 30 } });
  const first = await verifier.verify(token);
  const brief = await verifier.verify(short);
  now += 29_000;
  assert.equal(await verifier.verify(token), first);
  assert.equal(await verifier.verify(short), brief);
  now += 2000;
  assert.equal(await verifier.verify(token), first);
  assert.notEqual(await verifier.verify(short), brief);
  now += 30_000;
  assert.notEqual(await verifier.verify(token), first);
});

test('one token shown a hundred times at once is checked once', async (t) => {
  const keys = await countingKeys();
  t.after(keys.close);
  const verifier = createVerifier({ ...config, COGNITO_JWKS_URL: keys.url });
  const token = await accessToken(person);
  const callers = await Promise.all(Array.from({ length: 100 }, () => verifier.verify(token)));
  assert.equal(new Set(callers).size, 1);
  assert.equal(keys.requests(), 1);
});

test('keys out of reach are our trouble, not the caller’s, and are fetched again when they are back', async (t) => {
  const keys = await countingKeys();
  t.after(keys.close);
  keys.answer(false);
  const verifier = createVerifier({ ...config, COGNITO_JWKS_URL: keys.url });
  const token = await accessToken(person);
  await assert.rejects(verifier.verify(token), refusedAs('unavailable'));
  keys.answer(true);
  assert.equal((await verifier.verify(token)).kind, 'person');
  keys.answer(false);
  assert.equal((await verifier.verify(await accessToken(person))).kind, 'person');
});

test('keys that never answer are given up within two seconds', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const verifier = createVerifier({ ...config, COGNITO_JWKS_URL: `http://127.0.0.1:${port}/` });
  const started = Date.now();
  await assert.rejects(verifier.verify(await accessToken(person)), refusedAs('unavailable'));
  assert.ok(Date.now() - started < 3000);
  silent.closeAllConnections();
  silent.close();
});

test('production takes its keys from the pool alone', () => {
  assert.throws(() => createVerifier({ ...config, NODE_ENV: 'production' }), /COGNITO_JWKS_URL is refused/);
});

test('a bearer token is read from its header', () => {
  assert.equal(bearerToken('Bearer a.b.c'), 'a.b.c');
  assert.equal(bearerToken('bearer  a.b.c'), 'a.b.c');
  for (const header of [undefined, '', 'Bearer', 'Bearer ', 'Basic a.b.c', 'Bearer a b']) {
    assert.throws(() => bearerToken(header), refusedAs('unauthenticated'));
  }
});
