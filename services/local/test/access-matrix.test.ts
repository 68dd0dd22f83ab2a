import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { groups } from '@healthbooker/runtime/context';
import { ServiceError } from '@healthbooker/runtime/errors';
import { awsEnv } from '../stores.ts';
import {
  badTokens,
  badWorkloadTokens,
  type Person,
  people,
  type Workload,
  workloads,
} from './access/callers.ts';
import { type EdgeRequest, type EdgeRule, edgeRules } from './access/edge-rules.ts';
import { type Fixtures, prepare } from './access/fixtures.ts';
import { memberCells, memberTokens, outcomeFor } from './access/members.ts';
import { poolTokens } from './access/pool-people.ts';
import { type RawService, rawService } from './access/raw-call.ts';
import { rpcRules } from './access/rpc-rules.ts';
import { admitted, type Expected, type Outcome } from './access/rules.ts';
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
    'PolicyService',
    'DecisionService',
    'SeriesService',
    'WaitlistService',
    'AccessService',
  ],
  appointment: ['AppointmentService', 'IdentityService'],
  ehr: ['EhrService'],
  notification: ['NotificationService'],
};
const edges = ['patient-edge', 'clinic-edge'] as const;
const capacityAt = { 'patient-edge': 'patient', 'clinic-edge': 'staff' } as const;

let system: TestSystem;
let hospital: TestHospital;
let raw: Record<(typeof services)[number], RawService>;
let fixtures: Fixtures;
/** Tokens of everybody by name, made up for the tests and of accounts in the user pool. */
let tokens: ReadonlyMap<string, string>;
let signedIn: ReadonlyMap<string, string>;
/** Tokens nobody may accept. Each claims the owner's id and every group: only its flaw can be why it is refused. */
let bad: Record<string, string | undefined>;

/** A call to make: who calls, the token they present, that of the edge that vouches for them, and what they must get. */
type Call<Caller> = {
  who: string;
  caller: Caller;
  token: string | undefined;
  voucher?: string;
  expected: Outcome;
};

before(async () => {
  Object.assign(process.env, awsEnv);
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  const open = (name: (typeof services)[number]) =>
    rawService(name, contracts[name], system.services[name].address);
  raw = {
    scheduler: open('scheduler'),
    appointment: open('appointment'),
    ehr: open('ehr'),
    notification: open('notification'),
  };
  fixtures = await prepare(hospital, raw);
  tokens = new Map([...Object.entries(fixtures.tokens), ...(await memberTokens(fixtures.ids))]);
  signedIn = await poolTokens();
  bad = await badTokens({ sub: fixtures.ids.owner, groups });
});
after(async () => {
  for (const service of Object.values(raw ?? {})) service.close();
  await hospital?.close();
  await system?.stop();
});

async function rpcOutcome(
  service: RawService,
  method: string,
  request: object,
  token: string | undefined,
  voucher?: string,
) {
  try {
    await service.call(method, request, token, voucher);
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

/** Everybody of one group with their own client, then everybody of two groups with both. */
const calls = (
  expected: Expected,
  allTokens: ReadonlyMap<string, string>,
  memberOutcome: (cell: (typeof memberCells)[number]) => Outcome = (cell) => outcomeFor(cell, expected),
): Call<Person>[] => [
  ...people.map((person) => ({
    who: person,
    caller: person,
    token: allTokens.get(person),
    expected: expected[person],
  })),
  ...memberCells.map((cell) => ({
    who: cell.who,
    caller: cell.member.sub,
    token: allTokens.get(cell.who),
    expected: memberOutcome(cell),
  })),
];

const badCalls = (flawed: Record<string, string | undefined>): Call<Person>[] =>
  Object.entries(flawed).map(([who, token]) => ({
    who,
    caller: 'owner',
    token,
    expected: 'unauthenticated',
  }));

/**
 * Makes all calls and returns those with another result. Calls that must be refused change nothing: they go first and
 * together, while the things that they ask for still exist. Calls that must succeed go one after the other, each with
 * something new, unless they only read.
 */
async function outcomesOtherThanExpected<Caller, Request>(
  all: readonly Call<Caller>[],
  isRead: boolean,
  request: (caller: Caller, token: string | undefined) => Promise<Request> | Request,
  send: (request: Request, token: string | undefined, voucher?: string) => Promise<string>,
): Promise<string[]> {
  const wrong: string[] = [];
  const attempt = async ({ who, token, voucher, expected }: Call<Caller>, made: Request) => {
    const outcome = await send(made, token, voucher);
    if (outcome !== expected) wrong.push(`${who}: expected ${expected}, got ${outcome}`);
  };
  const together: [Call<Caller>, Request][] = [];
  for (const call of all) {
    if (isRead || call.expected !== 'ok') together.push([call, await request(call.caller, call.token)]);
  }
  await Promise.all(together.map(([call, made]) => attempt(call, made)));
  for (const call of all) {
    if (isRead || call.expected !== 'ok') continue;
    await attempt(call, await request(call.caller, call.token));
    fixtures.renew();
  }
  fixtures.renew();
  return wrong;
}

/** A request that needs an edge's word works only with that edge's token beside the person's. */
async function vouchedCalls(
  all: readonly Call<Person>[],
  service: string,
  voucher = 'patient-edge',
): Promise<Call<Person>[]> {
  const edge = await workloadToken(voucher, service);
  const peer = await workloadToken('notification', service);
  const refused = all.map((call) => ({ ...call, expected: 'forbidden' as const }));
  return [
    ...refused.map((call) => ({ ...call, who: `${call.who}, alone` })),
    ...refused.map((call) => ({ ...call, who: `${call.who}, with another service`, voucher: peer })),
    ...all.map((call) => ({ ...call, voucher: edge })),
  ];
}

for (const service of services) {
  describe(`${service}: every RPC answers each caller as the table says`, () => {
    const rules = rpcRules[service] ?? {};

    test('the table has a row for every RPC and for nothing else', () => {
      assert.deepEqual(Object.keys(rules).sort(), [...raw[service].methods].sort());
    });

    for (const [method, rule] of Object.entries(rules)) {
      test(method, async () => {
        const ofServices = workloads.map(async (caller): Promise<Call<Workload>> => {
          const allowed = rule.workloads?.includes(caller) ? 'ok' : 'forbidden';
          const expected = admitted[service]?.includes(caller) ? allowed : 'unauthenticated';
          const token = await workloadToken(caller, service);
          return { who: `workload ${caller}`, caller, token, expected };
        });
        const byPeople = calls(rule.people, tokens);
        const all: Call<Person | Workload>[] = [
          ...badCalls({ ...bad, ...(await badWorkloadTokens(service)) }),
          ...(rule.isVouched ? await vouchedCalls(byPeople, service, rule.voucher) : byPeople),
          ...(await Promise.all(ofServices)),
        ];
        const wrong = await outcomesOtherThanExpected(
          all,
          // Not ReportOptimality: it reads so much that the service does not do it for several at once.
          /^(Get|List|Search|Has|May|Replay)/.test(method),
          (caller, token) => rule.request(fixtures, caller, token),
          (request, token, voucher) => rpcOutcome(raw[service], method, request, token, voucher),
        );
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
        const wrong = await outcomesOtherThanExpected(
          edgeCalls(rule, capacityAt[edge], { ...bad, 'workload token': workload }),
          method === 'GET' && !rule.oneAtATime,
          (caller, token) => rule.request(fixtures, caller, token),
          (request, token) => edgeOutcome(system.services[edge], method, request, token),
        );
        assert.deepEqual(wrong, []);
      });
    }
  });
}

function edgeCalls(
  { people: expected, anybodySignedIn, asksPool }: EdgeRule,
  here: (typeof capacityAt)[(typeof edges)[number]],
  flawed: Record<string, string | undefined>,
): Call<Person>[] {
  const refused = badCalls(flawed);
  if (expected === 'everyone') return refused.map((call) => ({ ...call, expected: 'ok' }));
  const ofMembers = calls(expected, asksPool ? signedIn : tokens, (cell) => {
    if (cell.capacity !== here) return 'forbidden';
    return anybodySignedIn ? 'ok' : outcomeFor(cell, expected);
  });
  return [...refused, ...ofMembers];
}
