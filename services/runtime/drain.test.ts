import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { accessToken } from '@healthbooker/local/test/tokens';
import { clientOf, startServer } from './grpc.test-parts.ts';
import { newTrace } from './trace.ts';

const token = await accessToken({ sub: 'p1', groups: ['Patients'] });

/** Calls without a pause from several loops until stopped. Nothing is repeated: every failure counts. */
function load(client: ReturnType<typeof clientOf>, loops = 16) {
  const failures: unknown[] = [];
  let answered = 0;
  let going = true;
  async function loop() {
    while (going) {
      try {
        const deadline = Date.now() + 3000;
        await client.call('GetCalendar', { appointmentId: 'a' }, { token, deadline, trace: newTrace() });
        answered += 1;
      } catch (err) {
        failures.push(err);
      }
    }
  }
  const loops_ = Array.from({ length: loops }, loop);
  return {
    answered: () => answered,
    async stop() {
      going = false;
      await Promise.all(loops_);
      return failures;
    },
  };
}

/** A server whose calls take a few milliseconds and are counted. */
async function countingServer(options: Parameters<typeof startServer>[1] = {}) {
  let served = 0;
  const server = await startServer(async () => {
    await sleep(Math.random() * 10);
    served += 1;
    return { ics: '' };
  }, options);
  return { ...server, served: () => served };
}

test('no call is lost when one of two servers stops under load, again and again', async () => {
  const steady = await countingServer();
  let other = await countingServer();
  for (let round = 0; round < 5; round += 1) {
    const client = clientOf([steady.port, other.port]);
    const calls = load(client);
    await sleep(200);
    assert.ok(other.served() > 0, 'both servers have work');
    await other.close();
    const before = calls.answered();
    await sleep(100);
    assert.ok(calls.answered() > before, 'the other one goes on');
    assert.deepEqual(await calls.stop(), []);
    client.close();
    other = await countingServer();
  }
  await other.close();
  await steady.close();
});

test('calls under way are answered before a server is closed', async () => {
  let ended = false;
  const server = await startServer(async () => {
    await sleep(400);
    ended = true;
    return { ics: 'late' };
  });
  const client = clientOf([server.port]);
  const call = client.call('GetCalendar', {}, { token, deadline: Date.now() + 3000, trace: newTrace() });
  await sleep(150);
  await server.close();
  assert.ok(ended);
  assert.deepEqual(await call, { ics: 'late' });
  client.close();
});

test('a handler whose caller has gone is waited for, so that its stores outlive it', async () => {
  let ended = false;
  const server = await startServer(async () => {
    await sleep(500);
    ended = true;
    return { ics: '' };
  });
  const client = clientOf([server.port]);
  const call = client.call('GetCalendar', {}, { token, deadline: Date.now() + 200, trace: newTrace() });
  await assert.rejects(call);
  client.close();
  await server.close();
  assert.ok(ended);
});

test('connections that grow old are replaced without losing a call', async () => {
  const server = await countingServer({ maxConnectionAgeMs: 100 });
  const client = clientOf([server.port]);
  const calls = load(client);
  await sleep(2000);
  assert.deepEqual(await calls.stop(), []);
  assert.ok(calls.answered() > 100);
  client.close();
  await server.close();
});
