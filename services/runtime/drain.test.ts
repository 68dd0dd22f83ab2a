import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { accessToken } from '@healthbooker/local/test/tokens';
import { clientOf, startServer } from './grpc.test-parts.ts';
import { newTrace } from './trace.ts';

const token = await accessToken({ sub: 'p1', groups: ['Patients'] });

/** More of them would say nothing new. */
const MOST_FAILURES = 100;

/** Calls without a pause from several loops until stopped. Nothing is repeated: every failure counts. */
function load(client: ReturnType<typeof clientOf>, loops = 16) {
  const failures: unknown[] = [];
  let answered = 0;
  let going = true;
  async function loop() {
    while (going) {
      try {
        const deadline = Date.now() + 10_000;
        await client.call('GetCalendar', { appointmentId: 'a' }, { token, deadline, trace: newTrace() });
        answered += 1;
      } catch (err) {
        if (failures.push(err) >= MOST_FAILURES) going = false;
      }
    }
  }
  const all = Array.from({ length: loops }, loop);
  return {
    answered: () => answered,
    async stop() {
      going = false;
      await Promise.all(all);
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

/** Waits for what must come to pass, however busy the machine is. */
async function until(what: string, condition: () => boolean): Promise<void> {
  for (let waitedMs = 0; !condition(); waitedMs += 10) {
    assert.ok(waitedMs < 20_000, `never came to pass: ${what}`);
    await sleep(10);
  }
}

test('no call is lost when one of two servers stops under load, again and again', async (t) => {
  const steady = await countingServer();
  t.after(steady.close);
  for (let round = 0; round < 5; round += 1) {
    const other = await countingServer();
    t.after(other.close);
    const client = clientOf([steady.port, other.port]);
    t.after(client.close);
    const calls = load(client);
    await until('both servers have work', () => other.served() > 20 && steady.served() > 20);
    await other.close();
    const before = calls.answered();
    await until('the other one goes on', () => calls.answered() > before + 50);
    assert.deepEqual(await calls.stop(), []);
    client.close();
  }
});

test('calls under way are answered before a server is closed', async (t) => {
  let begun = false;
  let ended = false;
  const server = await startServer(async () => {
    begun = true;
    await sleep(400);
    ended = true;
    return { ics: 'late' };
  });
  t.after(server.close);
  const client = clientOf([server.port]);
  t.after(client.close);
  const call = client.call('GetCalendar', {}, { token, deadline: Date.now() + 10_000, trace: newTrace() });
  await until('the call has begun', () => begun);
  await server.close();
  assert.ok(ended);
  assert.deepEqual(await call, { ics: 'late' });
});

test('a handler whose caller has gone is waited for, so that its stores outlive it', async (t) => {
  let begun = false;
  let ended = false;
  const server = await startServer(async () => {
    begun = true;
    await sleep(500);
    ended = true;
    return { ics: '' };
  });
  t.after(server.close);
  const client = clientOf([server.port]);
  t.after(client.close);
  const caller = new AbortController();
  const { signal } = caller;
  const call = client.call(
    'GetCalendar',
    {},
    { token, deadline: Date.now() + 10_000, trace: newTrace(), signal },
  );
  await until('the call has begun', () => begun);
  caller.abort();
  await assert.rejects(call);
  await server.close();
  assert.ok(ended);
});

test('connections that grow old are replaced without losing a call', async (t) => {
  const server = await countingServer({ maxConnectionAgeMs: 100 });
  t.after(server.close);
  const client = clientOf([server.port]);
  t.after(client.close);
  const calls = load(client);
  await sleep(2000);
  await until('many calls were answered', () => calls.answered() > 100);
  assert.deepEqual(await calls.stop(), []);
});
