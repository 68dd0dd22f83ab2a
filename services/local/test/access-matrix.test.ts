import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ServiceError } from '@healthbooker/runtime/errors';
import { awsEnv } from '../stores.ts';
import { badTokens, badWorkloadTokens, people, type Workload, workloads } from './access/callers.ts';
import { type EdgeRequest, edgeRules } from './access/edge-rules.ts';
import { type Fixtures, prepare } from './access/fixtures.ts';
import { poolTokens } from './access/pool-people.ts';
import { type RawService, rawService } from './access/raw-call.ts';
import { rpcRules } from './access/rpc-rules.ts';
import { admitted, type Outcome, refusedFirst } from './access/rules.ts';
import { type TestHospital, testHospital } from './hospital.ts';
import type { ServiceProcess } from './processes.ts';
import { startSystem, type TestSystem } from './system.ts';
import { workloadToken } from './tokens.ts';

const services = ['scheduler', 'appointment', 'ehr', 'notification'] as const;
/** The gRPC services that each process serves. */
const contracts = {
  scheduler: [
    'SchedulerService',
    'ProxyService',
    'ReferralService',
    'LatenessService',
    'AvailabilityService',
    'LeaveService',
    'DecisionService',
    'SeriesService',
    'WaitlistService',
  ],
  appointment: ['AppointmentService'],
  ehr: ['EhrService'],
  notification: ['NotificationService'],
};
const edges = ['patient-edge', 'clinic-edge'] as const;
const everyGroup = ['Patients', 'Providers', 'Receptionists', 'Privacy', 'Admins'];

let system: TestSystem;
let hospital: TestHospital;
let raw: Record<(typeof services)[number], RawService>;
let fixtures: Fixtures;
/** Tokens of people who have accounts in the user pool. */
let signedIn: Fixtures['tokens'];
/** Tokens nobody may accept. Each claims the owner's id and every group: only its flaw can be why it is refused. */
let bad: Record<string, string | undefined>;

/** A cell: a caller, the token they present and what they must get. */
type Cell<Caller> = { who: string; caller: Caller; token: string | undefined; expected: Outcome };

before(async () => {
  Object.assign(process.env, awsEnv);
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  const open = (name: (typeof services)[number]) =>
    rawService(name, contracts[name], system.services[name].address);
  raw = {
    ...{ scheduler: open('scheduler'), appointment: open('appointment') },
    ...{ ehr: open('ehr'), notification: open('notification') },
  };
  fixtures = await prepare(hospital, raw);
  signedIn = await poolTokens();
  bad = await badTokens({ sub: fixtures.ids.owner, groups: everyGroup });
});
after(async () => {
  for (const service of Object.values(raw ?? {})) service.close();
  await hospital?.close();
  await system?.stop();
});

async function rpcOutcome(service: RawService, method: string, request: object, token: string | undefined) {
  try {
    await service.call(method, request, token);
    return 'ok';
  } catch (err) {
    if (!(err instanceof ServiceError)) throw err;
    const usual = ['unauthenticated', 'forbidden', 'not-found'].includes(err.kind);
    return usual ? err.kind : `${err.kind}: ${err.message} ${JSON.stringify(err.fields ?? '')}`;
  }
}

const outcomes = new Map([
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'not-found'],
]);

async function edgeOutcome(
  edge: ServiceProcess,
  method: string,
  request: EdgeRequest,
  token: string | undefined,
) {
  const { path, body, headers } = request;
  const response = await fetch(`${edge.url}${path}`, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (response.ok) {
    // A stream of live updates would never end by itself.
    await response.body?.cancel();
    return 'ok';
  }
  const text = await response.text();
  return outcomes.get(response.status) ?? `${response.status}: ${text}`;
}

const personCells = (
  expected: Readonly<Record<(typeof people)[number], Outcome>>,
  tokens: Readonly<Record<(typeof people)[number], string>> = fixtures.tokens,
) =>
  people.map((person) => ({
    ...{ who: person, caller: person, token: tokens[person], expected: expected[person] },
  }));

const badCells = <Caller>(caller: Caller, tokens: Record<string, string | undefined>): Cell<Caller>[] =>
  Object.entries(tokens).map(([who, token]) => ({ who, caller, token, expected: 'unauthenticated' }));

for (const service of services) {
  describe(`${service}: every RPC answers each caller as the table says`, () => {
    const rules = rpcRules[service] ?? {};

    test('the table has a row for every RPC and for nothing else', () => {
      assert.deepEqual(Object.keys(rules).sort(), [...raw[service].methods].sort());
    });

    for (const [method, rule] of Object.entries(rules)) {
      test(method, async () => {
        const workloadCells = workloads.map(async (caller): Promise<Cell<Workload>> => {
          const allowed = rule.workloads?.includes(caller) ? 'ok' : 'forbidden';
          const expected = admitted[service]?.includes(caller) ? allowed : 'unauthenticated';
          const token = await workloadToken(caller, service);
          return { who: `workload ${caller}`, caller, token, expected };
        });
        const cells = refusedFirst([
          ...badCells('owner' as const, { ...bad, ...(await badWorkloadTokens(service)) }),
          ...personCells(rule.people),
          ...(await Promise.all(workloadCells)),
        ]);
        const wrong: string[] = [];
        for (const { who, caller, token, expected } of cells) {
          const request = await rule.request(fixtures, caller);
          const outcome = await rpcOutcome(raw[service], method, request, token);
          if (outcome !== expected) wrong.push(`${who}: expected ${expected}, got ${outcome}`);
          if (outcome === 'ok') fixtures.renew();
        }
        fixtures.renew();
        assert.deepEqual(wrong, []);
      });
    }
  });
}

for (const edge of edges) {
  describe(`${edge}: every route answers each caller as the table says`, () => {
    const rules = edgeRules[edge];

    test('the table has a row for every route and for nothing else', async () => {
      const base = edge === 'patient-edge' ? '' : '/clinic';
      const document = await (await fetch(`${system.services[edge].url}${base}/openapi.json`)).json();
      const { paths } = document as { paths: Record<string, Record<string, unknown>> };
      const routes = Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      assert.deepEqual(Object.keys(rules).sort(), routes.sort());
    });

    for (const [route, rule] of Object.entries(rules)) {
      test(route, async () => {
        const method = route.slice(0, route.indexOf(' '));
        const workload = await workloadToken('notification', 'appointment');
        const refused = badCells('owner' as const, { ...bad, 'workload token': workload });
        const cells = refusedFirst(
          rule.people === 'everyone'
            ? refused.map((cell) => ({ ...cell, expected: 'ok' as const }))
            : [...refused, ...personCells(rule.people, rule.asksPool && signedIn)],
        );
        const wrong: string[] = [];
        for (const { who, caller, token, expected } of cells) {
          const request = await rule.request(fixtures, caller);
          const outcome = await edgeOutcome(system.services[edge], method, request, token);
          if (outcome !== expected) wrong.push(`${who}: expected ${expected}, got ${outcome}`);
          if (outcome === 'ok') fixtures.renew();
        }
        fixtures.renew();
        assert.deepEqual(wrong, []);
      });
    }
  });
}
