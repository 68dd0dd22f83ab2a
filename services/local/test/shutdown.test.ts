import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, credentials } from '@grpc/grpc-js';
import { loadService } from '@healthbooker/protos/load';
import { awsEnv } from '../stores.ts';
import { type TestHospital, testHospital } from './hospital.ts';
import type { ServiceProcess } from './processes.ts';
import { type Answer, callEdge, type SystemService, startSystem, type TestSystem } from './system.ts';
import { accessToken } from './tokens.ts';

const clients = 16;
const symptoms = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: true };

let system: TestSystem;
let hospital: TestHospital;
let token: string;
let appointmentId: string;

before(async () => {
  Object.assign(process.env, awsEnv);
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  token = await accessToken({ sub: randomUUID(), groups: ['Patients'] });
  const [slotId] = await hospital.addSlots(new Date(Math.ceil(Date.now() / 864e5 + 3) * 864e5), 40);
  const booked = await get('/v1/appointments', 'POST', { slotId, reason: 'Palpitations', symptoms });
  assert.equal(booked.status, 201);
  appointmentId = (booked.body['appointment'] as { id: string }).id;
});
after(async () => {
  await hospital?.close();
  await system?.stop();
});

function get(path: string, method = 'GET', body?: unknown): Promise<Answer> {
  return callEdge(system.services['patient-edge'], method, path, { token, ...(body ? { body } : {}) });
}

test('every service answers the health service and shows its metrics', async () => {
  for (const [name, service] of Object.entries(system.services)) {
    assert.equal(await healthOf(service), 'SERVING', name);
    const metrics = await (await fetch(`${service.metricsUrl}/metrics`)).text();
    assert.match(metrics, /^process_cpu_seconds_total\{app="[a-z-]+"\}/m, name);
    assert.match(metrics, /^# TYPE (rpc_server|http_server_request)_duration_seconds histogram$/m, name);
    assert.match(metrics, /^nodejs_eventloop_utilization_ratio\{/m, name);
  }
});

/** Callee and a route that needs it; callers before callees, so that each route has what it needs. */
const routes: readonly [SystemService, () => string][] = [
  ['notification', () => `/v1/appointments/${appointmentId}/calendar`],
  ['ehr', () => '/v1/record'],
  ['appointment', () => '/v1/appointments'],
  ['scheduler', () => `/v1/slots?specialtyId=${hospital.specialtyId}`],
];

for (const [name, path] of routes) {
  test(`SIGTERM to ${name} under load: what was begun is answered, the rest is told to come again`, async () => {
    const outcomes = await underLoad(
      async () => {
        const { status, headers } = await get(path());
        return status === 503 && headers.get('retry-after') !== null ? 'told to come again' : String(status);
      },
      () => system.services[name].end(),
    );
    assert.deepEqual([...outcomes.keys()].sort(), ['200', 'told to come again']);
  });
}

test('SIGTERM to an edge under load: whatever it accepted is answered', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const url = `${system.services['patient-edge'].url}/v1/config`;
  const outcomes = await underLoad(
    () => fetchOver(agent, url),
    () => system.services['patient-edge'].end(),
  );
  agent.destroy();
  assert.deepEqual([...outcomes.keys()].sort(), ['200', 'never accepted']);
});

/** Counts what requests come to while `stop` runs; it must end the process in order. */
async function underLoad(
  send: () => Promise<string>,
  stop: () => Promise<number | NodeJS.Signals | null>,
): Promise<Map<string, number>> {
  const outcomes = new Map<string, number>();
  let flowing = true;
  const flows = Array.from({ length: clients }, async () => {
    while (flowing) {
      const outcome = await send();
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  });
  await sleep(500);
  const exitCode = await stop();
  await sleep(300);
  flowing = false;
  await Promise.all(flows);
  assert.equal(exitCode, 0);
  return outcomes;
}

/** A new connection that fails was never the process's own; a request on an open one was lost. */
function fetchOver(agent: Agent, url: string): Promise<string> {
  return new Promise((resolve) => {
    const sent = request(url, { agent }, (response) => {
      response.resume().once('end', () => resolve(String(response.statusCode)));
    });
    sent.once('error', (err) => resolve(sent.reusedSocket ? `lost: ${err.message}` : 'never accepted'));
    sent.end();
  });
}

function healthOf({ healthAddress }: ServiceProcess): Promise<string> {
  const channel = new Client(healthAddress, credentials.createInsecure());
  const check = loadService('grpc.health.v1.Health')['Check'];
  if (check === undefined) throw new Error('the health contract has no Check');
  return new Promise<string>((resolve, reject) => {
    channel.makeUnaryRequest(
      check.path,
      check.requestSerialize,
      check.responseDeserialize,
      { service: '' },
      (err, reply) => (err ? reject(err) : resolve((reply as { status: string }).status)),
    );
  }).finally(() => channel.close());
}
