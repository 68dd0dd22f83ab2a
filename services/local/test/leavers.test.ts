import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import {
  AdminDisableUserCommand,
  AdminRemoveUserFromGroupCommand,
  GlobalSignOutCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { createCognito } from '@healthbooker/runtime/aws';
import type { Capacity, Group } from '@healthbooker/runtime/context';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { awsEnv } from '../stores.ts';
import { addToPool, testPool } from './pool.ts';
import { signIn } from './sign-in.ts';
import { callEdge, startSystem, type TestSystem } from './system.ts';
import { testVariable } from './variables.ts';

/** How long a stream may outlive what it stands on. */
const limit_ms = 5000;
const password = 'correct horse 7 battery';

let system: TestSystem;
const pool = testPool();
const UserPoolId = pool.identity['COGNITO_USER_POOL_ID'] ?? '';
Object.assign(process.env, awsEnv);
const cognito = createCognito({ AWS_REGION: pool.identity['AWS_REGION'] ?? '', COGNITO_ENDPOINT: pool.url });

before(async () => {
  system = await startSystem();
});
after(async () => {
  cognito.destroy();
  await system?.stop();
});

/** Somebody who signed in. */
async function somebody(capacity: Capacity, ...groups: Group[]) {
  const sub = randomUUID();
  const email = `${sub}@example.org`;
  addToPool([{ sub, email, password, groups, attributes: { name: 'Lea Leaver', birthdate: '1985-03-27' } }]);
  return { sub, token: await signIn(pool, email, password, capacity) };
}

/** A stream that is open: `ended` resolves with when it did, and `isOpen` tells whether it did yet. */
async function follow(edge: 'patient-edge' | 'clinic-edge', path: string, token: string) {
  const stop = new AbortController();
  const response = await fetch(`${system.services[edge].url}${path}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  assert.equal(response.status, 200);
  let isOpen = true;
  const ended = (async () => {
    for await (const _ of response.body ?? []);
    isOpen = false;
    return performance.now();
  })().catch(() => Number.NaN);
  return { ended, isOpen: () => isOpen, close: () => stop.abort() };
}

type Stream = Awaited<ReturnType<typeof follow>>;

async function endsWithin({ ended, close }: Stream, since: number): Promise<void> {
  const patience = setTimeout(close, 2 * limit_ms);
  const took_ms = (await ended) - since;
  clearTimeout(patience);
  assert.ok(took_ms < limit_ms, `the stream ended after ${took_ms} ms`);
}

/** The status with which a stream that comes back is answered. */
async function statusOf(edge: 'patient-edge' | 'clinic-edge', path: string, token: string): Promise<number> {
  const stop = new AbortController();
  const headers = { authorization: `Bearer ${token}` };
  const { status } = await fetch(`${system.services[edge].url}${path}`, { headers, signal: stop.signal });
  stop.abort();
  return status;
}

test('whoever does not act for somebody any more hears nothing of them within 5 s', async () => {
  const [child, parent] = [await somebody('patient', 'Patients'), await somebody('patient', 'Patients')];
  const call = (token: string, method: string, path: string, body?: unknown) =>
    callEdge(system.services['patient-edge'], method, path, { token, ...(body !== undefined && { body }) });
  for (const end of [
    () => call(parent.token, 'DELETE', `/v1/acting-for/${child.sub}`),
    () => call(child.token, 'DELETE', `/v1/proxies/${parent.sub}`),
  ]) {
    const made = await call(child.token, 'POST', '/v1/proxies/codes');
    const { code } = z.object({ code: z.string() }).parse(made.body);
    assert.equal((await call(parent.token, 'POST', '/v1/proxies', { code })).status, 201);
    const path = `/v1/live?patientId=${child.sub}`;
    const own = await follow('patient-edge', '/v1/live', parent.token);
    const followed = await follow('patient-edge', path, parent.token);
    assert.equal((await end()).status, 204);
    await endsWithin(followed, performance.now());
    assert.ok(own.isOpen());
    assert.equal(await statusOf('patient-edge', path, parent.token), 404);
    own.close();
  }
});

test('who acts for bookings only hears of visits, and not that something was written into the record', async () => {
  const [child, booker, parent] = [
    await somebody('patient', 'Patients'),
    await somebody('patient', 'Patients'),
    await somebody('patient', 'Patients'),
  ];
  const act = async (proxy: typeof booker, scope: string) => {
    const edge = system.services['patient-edge'];
    const made = await callEdge(edge, 'POST', `/v1/proxies/codes?scope=${scope}`, { token: child.token });
    const { code } = z.object({ code: z.string() }).parse(made.body);
    const entered = await callEdge(edge, 'POST', '/v1/proxies', { token: proxy.token, body: { code } });
    assert.equal(entered.status, 201, JSON.stringify(entered.body));
  };
  await act(booker, 'bookings');
  await act(parent, 'record');
  const listen = async (token: string) => {
    const stop = new AbortController();
    const { body } = await fetch(`${system.services['patient-edge'].url}/v1/live?patientId=${child.sub}`, {
      headers: { authorization: `Bearer ${token}` },
      signal: stop.signal,
    });
    let text = '';
    (async () => {
      for await (const chunk of body ?? []) text += Buffer.from(chunk).toString('utf8');
    })().catch(() => undefined);
    const heard = async (part: string) => {
      while (!text.includes(part)) await new Promise((resolve) => setTimeout(resolve, 20));
      return text;
    };
    await heard('event: resumed');
    return { heard, stop: () => stop.abort() };
  };
  const [bookers, parents] = [await listen(booker.token), await listen(parent.token)];
  const redis = new Redis(testVariable('HB_TEST_REDIS_URL'));
  const [entryId, appointmentId] = [randomUUID(), randomUUID()];
  for (const update of [
    { type: 'record', id: entryId, version: 1 },
    { type: 'appointment', id: appointmentId, version: 1 },
  ]) {
    await redis.publish(`live:patient:${child.sub}`, JSON.stringify(update));
  }
  redis.disconnect();
  assert.match(await parents.heard(appointmentId), /event: record\n/);
  const heard = await bookers.heard(appointmentId);
  assert.ok(!heard.includes(entryId) && !heard.includes('event: record'), heard);
  bookers.stop();
  parents.stop();
});

for (const [capacity, edge, path, group] of [
  ['patient', 'patient-edge', '/v1/live', 'Patients'],
  ['staff', 'clinic-edge', '/clinic/v1/live', 'Providers'],
] as const) {
  test(`the stream of an account in no group of the ${edge} ends within 5 s, a colleague’s does not`, async () => {
    const [leaver, colleague] = [await somebody(capacity, group), await somebody(capacity, group)];
    const streams = [
      await follow(edge, path, leaver.token),
      await follow(edge, path, colleague.token),
    ] as const;
    await cognito.send(
      new AdminRemoveUserFromGroupCommand({ UserPoolId, Username: leaver.sub, GroupName: group }),
    );
    await endsWithin(streams[0], performance.now());
    assert.ok(streams[1].isOpen());
    assert.equal(await statusOf(edge, path, leaver.token), 403, 'the token is good for an hour');
    streams[1].close();
  });

  test(`the stream of who signed out everywhere or was disabled ends within 5 s at the ${edge}`, async () => {
    for (const end of [
      ({ token }: { token: string }) => cognito.send(new GlobalSignOutCommand({ AccessToken: token })),
      ({ sub }: { sub: string }) => cognito.send(new AdminDisableUserCommand({ UserPoolId, Username: sub })),
    ]) {
      const leaver = await somebody(capacity, group);
      const stream = await follow(edge, path, leaver.token);
      await end(leaver);
      await endsWithin(stream, performance.now());
      assert.equal(await statusOf(edge, path, leaver.token), 401);
    }
  });
}

test('who keeps another role that has live updates keeps the stream', async () => {
  const both = await somebody('staff', 'Providers', 'Receptionists');
  const stream = await follow('clinic-edge', '/clinic/v1/live', both.token);
  await cognito.send(
    new AdminRemoveUserFromGroupCommand({ UserPoolId, Username: both.sub, GroupName: 'Providers' }),
  );
  await new Promise((resolve) => setTimeout(resolve, limit_ms));
  assert.ok(stream.isOpen());
  await cognito.send(
    new AdminRemoveUserFromGroupCommand({ UserPoolId, Username: both.sub, GroupName: 'Receptionists' }),
  );
  await endsWithin(stream, performance.now());
});
