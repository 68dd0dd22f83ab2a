import assert from 'node:assert/strict';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Metadata } from '@grpc/grpc-js';
import { accessToken, forgedToken, workloadToken } from '@healthbooker/local/test/tokens';
import { type CallContext, forward, type OutgoingContext } from './context.ts';
import { ServiceError } from './errors.ts';
import { clientOf, protoService, startServer } from './grpc.test-parts.ts';
import { newTrace } from './trace.ts';

const patient = await accessToken({ sub: 'p1', groups: ['Patients'] });
const context = (over: Partial<OutgoingContext> = {}): OutgoingContext => ({
  token: patient,
  deadline: Date.now() + 2000,
  trace: newTrace(),
  ...over,
});
const request = { appointmentId: 'a1' };
const ofKind = (kind: string) => (err: unknown) => err instanceof ServiceError && err.kind === kind;

let seen: CallContext | undefined;
const latest = () => seen;
const server = await startServer(async ({ appointmentId }, call) => {
  seen = call;
  if (appointmentId === 'broken') throw new Error('Key (email)=(ann@example.org) already exists');
  if (appointmentId === 'taken') {
    throw new ServiceError('slot-taken', 'This time is gone.', { details: { alternatives: '[]' } });
  }
  if (appointmentId === 'stuck') await sleep(5000, undefined, { signal: call.signal }).catch(() => undefined);
  if (appointmentId === 'deaf') await sleep(2500);
  return { ics: appointmentId === 'big' ? 'x'.repeat(5_000_000) : `for ${appointmentId}` };
});
const client = clientOf([server.port]);
after(async () => {
  client.close();
  await server.close();
});

test('a call carries the caller, the token, the deadline and the trace', async () => {
  const outgoing = context();
  assert.deepEqual(await client.call('GetCalendar', request, outgoing), { ics: 'for a1' });
  assert.deepEqual(seen?.caller, {
    kind: 'person',
    personId: 'p1',
    capacity: 'patient',
    groups: ['Patients'],
  });
  assert.equal(seen?.token, patient);
  assert.equal(seen?.trace.traceId, outgoing.trace.traceId);
  assert.ok(seen !== undefined && forward(seen).token === patient);
});

test('a call keeps back 20 ms of its time to report', async () => {
  const kept: number[] = [];
  for (let call = 0; call < 10; call += 1) {
    const outgoing = context();
    await client.call('GetCalendar', request, outgoing);
    kept.push(outgoing.deadline - (seen?.deadline ?? 0));
  }
  // A deadline travels as the time left, so time spent on the way shortens the reserve.
  const keptMs = Math.max(...kept);
  assert.ok(keptMs >= 12 && keptMs <= 25, `kept back ${keptMs} ms`);
});

test('a workload calls with a token found at the moment of the call', async () => {
  const token = () => workloadToken('scheduler', 'scheduler');
  await client.call('GetCalendar', request, context({ token }));
  assert.deepEqual(seen?.caller, { kind: 'workload', service: 'scheduler' });
});

test('a service vouches for what it looked up by its own token beside the person’s, and for one call only', async () => {
  const beside = (make: () => Promise<string>) =>
    client.call('GetCalendar', request, context({ workloadToken: make }));
  await beside(() => workloadToken('patient-edge', 'scheduler'));
  assert.equal(seen?.caller.kind, 'person');
  assert.equal(seen?.workload, 'patient-edge');
  assert.ok(seen !== undefined && forward(seen).workloadToken === undefined, 'it is not passed on');
  await client.call('GetCalendar', request, context());
  assert.equal(seen?.workload, undefined);
  const refused = [
    () => workloadToken('patient-edge', 'appointment'),
    () => workloadToken('stranger', 'scheduler'),
    async () => patient,
    async () => 'nothing of ours',
  ];
  for (const make of refused) await assert.rejects(beside(make), ofKind('unauthenticated'));
});

test('a caller without a good token, and one of the wrong group, are told apart', async () => {
  const forged = await forgedToken({ sub: 'p1', groups: ['Patients'] });
  await assert.rejects(
    client.call('GetCalendar', request, context({ token: forged })),
    ofKind('unauthenticated'),
  );
  const admin = await accessToken({ sub: 'a', groups: ['Admins'] });
  await assert.rejects(client.call('GetCalendar', request, context({ token: admin })), ofKind('forbidden'));
  await assert.rejects(client.call('ListMessages', {}, context()), ofKind('forbidden'));
  const other = await workloadToken('appointment', 'scheduler');
  await assert.rejects(client.call('GetCalendar', request, context({ token: other })), ofKind('forbidden'));
});

test('what the callee throws arrives; what it did not plan stays there', async () => {
  await assert.rejects(
    client.call('GetCalendar', { appointmentId: 'taken' }, context()),
    (err: ServiceError) => {
      assert.equal(err.kind, 'slot-taken');
      assert.equal(err.message, 'This time is gone.');
      assert.deepEqual(err.details, { alternatives: '[]' });
      return true;
    },
  );
  await assert.rejects(
    client.call('GetCalendar', { appointmentId: 'broken' }, context()),
    (err: ServiceError) => {
      assert.equal(err.kind, 'internal');
      const id = /internal error ([0-9a-f-]{36})/.exec(err.message)?.[1];
      assert.ok(id !== undefined && server.logged().includes(`"errorId":"${id}"`));
      assert.ok(!err.message.includes('ann'));
      return true;
    },
  );
});

test('work with under 50 ms left is refused on both sides', async () => {
  await assert.rejects(
    client.call('GetCalendar', request, context({ deadline: Date.now() + 60 })),
    ofKind('deadline'),
  );
  seen = undefined;
  const bare = new Client(
    `127.0.0.1:${server.port}`,
    (await import('@grpc/grpc-js')).credentials.createInsecure(),
  );
  const code = await new Promise((resolve) => {
    const empty = (value: Buffer) => value;
    const path = `/${protoService}/GetCalendar`;
    const deadline = Date.now() + 49;
    bare.waitForReady(Date.now() + 1000, () => {
      bare.makeUnaryRequest(path, empty, empty, Buffer.alloc(0), new Metadata(), { deadline }, (err) =>
        resolve(err?.code),
      );
    });
  });
  bare.close();
  assert.equal(code, 4);
  assert.equal(seen, undefined);
});

test('a handler learns that its time is up, and one that does not listen is not waited for', async () => {
  const started = Date.now();
  const soon = () => context({ deadline: Date.now() + 300 });
  await assert.rejects(client.call('GetCalendar', { appointmentId: 'stuck' }, soon()), ofKind('deadline'));
  await assert.rejects(client.call('GetCalendar', { appointmentId: 'deaf' }, soon()), ofKind('deadline'));
  assert.ok(Date.now() - started < 2000);
  await sleep(30);
  assert.equal(latest()?.signal.aborted, true);
});

test('a caller that goes away takes its call with it', async () => {
  const caller = new AbortController();
  seen = undefined;
  const call = client.call('GetCalendar', { appointmentId: 'stuck' }, context({ signal: caller.signal }));
  while (latest() === undefined) await sleep(10);
  caller.abort();
  await assert.rejects(call, ofKind('deadline'));
  await sleep(50);
  assert.equal(latest()?.signal.aborted, true);
  await assert.rejects(
    client.call('GetCalendar', request, context({ signal: caller.signal })),
    ofKind('deadline'),
  );
});

test('oversized requests and replies are refused', async () => {
  const appointmentId = 'x'.repeat(1_100_000);
  await assert.rejects(client.call('GetCalendar', { appointmentId }, context()), ofKind('too-large'));
  await assert.rejects(client.call('GetCalendar', { appointmentId: 'big' }, context()));
  assert.deepEqual(await client.call('GetCalendar', request, context()), { ics: 'for a1' });
});

test('durations are counted by service, method and code, and hold nothing of the request', async () => {
  const text = await server.metrics.registry.metrics();
  for (const code of [
    'OK',
    'UNAUTHENTICATED',
    'PERMISSION_DENIED',
    'INTERNAL',
    'DEADLINE_EXCEEDED',
    'CANCELLED',
  ]) {
    assert.match(
      text,
      new RegExp(`rpc_server_duration_seconds_count\\{.*method="GetCalendar",code="${code}"`),
    );
  }
  assert.match(text, /rpc_server_in_flight\{[^}]*\} 0/);
  assert.match(text, /nodejs_eventloop_utilization_ratio/);
  assert.match(
    await client.metrics.registry.metrics(),
    /rpc_client_duration_seconds_count\{.*code="slot-taken"/,
  );
  assert.ok(!text.includes('p1') && !text.includes('a1'));
});

test('logs name the trace and hold neither token nor request', () => {
  const lines = server.logged();
  assert.match(lines, /"traceId":"[0-9a-f]{32}"/);
  assert.ok(!lines.includes(patient) && !lines.includes('appointmentId'));
});

test('beyond its room a server says so at once', async () => {
  const busy = await startServer(() => sleep(300, { ics: '' }), { maxInFlight: 2 });
  const crowd = clientOf([busy.port]);
  const calls = await Promise.allSettled(
    Array.from({ length: 5 }, () => crowd.call('GetCalendar', request, context({ idempotent: true }))),
  );
  assert.equal(calls.filter((call) => call.status === 'fulfilled').length, 2);
  for (const call of calls) if (call.status === 'rejected') assert.equal(call.reason.kind, 'unavailable');
  crowd.close();
  await busy.close();
});

test('a callee out of reach is unavailable at once, and only idempotent calls are repeated', async () => {
  const gone = await startServer(async () => ({ ics: '' }));
  await gone.close();
  const lonely = clientOf([gone.port]);
  const retries = async () => (await lonely.metrics.rpcClientRetries.get()).values[0]?.value ?? 0;
  const started = Date.now();
  await assert.rejects(lonely.call('GetCalendar', request, context()), ofKind('unavailable'));
  assert.equal(await retries(), 0);
  await assert.rejects(
    lonely.call('GetCalendar', request, context({ idempotent: true })),
    ofKind('unavailable'),
  );
  assert.equal(await retries(), 2);
  assert.ok(Date.now() - started < 3500);
  for (let call = 0; call < 20; call += 1) {
    await assert.rejects(
      lonely.call('GetCalendar', request, context({ idempotent: true })),
      ofKind('unavailable'),
    );
  }
  assert.equal(await retries(), 10);
  lonely.close();
});

test('calls to a callee that has gone silent are answered by another in time', async () => {
  const [other, sockets] = [await startServer(async () => ({ ics: 'other' })), new Set<Socket>()];
  let isSilent = false;
  const line = createServer((near) => {
    if (isSilent) return void sockets.add(near);
    const far = connect(other.port, '127.0.0.1');
    for (const socket of [near, far]) sockets.add(socket.on('error', () => socket.destroy()));
    return void near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => void line.listen(0, '127.0.0.1', resolve));
  const both = clientOf([server.port, (line.address() as AddressInfo).port]);
  const ask = async () =>
    await both.call('GetCalendar', request, context({ idempotent: true, deadline: Date.now() + 20_000 }));
  const answers = new Set<string>();
  while (answers.size < 2) answers.add((await ask()).ics);
  // As when a zone is lost: no connection is closed, and no answer comes.
  isSilent = true;
  for (const socket of sockets) socket.unpipe().pause();
  const replies = await Promise.all(Array.from({ length: 6 }, ask));
  assert.deepEqual(new Set(replies.map(({ ics }) => ics)), new Set(['for a1']));
  both.close();
  for (const socket of sockets) socket.destroy();
  line.close();
  await other.close();
});
