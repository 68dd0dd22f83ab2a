import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { awsEnv } from '../stores.ts';
import { capacities, groups } from '../test/access/callers.ts';
import { type EdgeRule, edgeRules } from '../test/access/edge-rules.ts';
import { type Fixtures, prepare } from '../test/access/fixtures.ts';
import { rawService } from '../test/access/raw-call.ts';
import { type TestHospital, testHospital } from '../test/hospital.ts';
import { addToPool, testPool } from '../test/pool.ts';
import { signIn } from '../test/sign-in.ts';
import { startSystem, type TestSystem } from '../test/system.ts';
import { schemathesis } from './install.ts';

const roles = ['owner', 'provider', 'reception', 'privacy', 'admin', 'manager', 'groupless'] as const;
type Role = (typeof roles)[number];
const documents = {
  'patient-edge': 'services/patient-edge/openapi.generated.json',
  'clinic-edge': 'services/clinic-edge/openapi.generated.json',
} as const;
type Edge = keyof typeof documents;

const repository = fileURLToPath(new URL('../../..', import.meta.url));
const hooks = fileURLToPath(new URL('hooks.py', import.meta.url));
const checks = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];
/** A stream never ends, so Schemathesis leaves these out and the driver reads their beginning. */
const streams = /\/live$/;
const least = { cases: 2000, successShare: 0.9 };

const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) })),
  ),
});
const Ask = z.object({
  role: z.string(),
  operation: z.string(),
  status: z.int().optional(),
});

let system: TestSystem;
let hospital: TestHospital;
let fixtures: Fixtures;
/** Tokens of people whom the user pool knows, for operations that ask it about the caller. */
const signedIn = new Map<Role, string>();
let driver: Server;
const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
/** Every answer: who asked what and got which status. */
const answers: { role: string; operation: string; status: number }[] = [];

before(async () => {
  Object.assign(process.env, awsEnv);
  system = await startSystem();
  hospital = await testHospital(system.databases.scheduler);
  const open = (name: 'scheduler' | 'appointment' | 'ehr', contracts: string[]) =>
    rawService(name, contracts, system.services[name].address);
  const scheduler = ['SchedulerService', 'ProxyService', 'ReferralService', 'LatenessService'];
  fixtures = await prepare(hospital, {
    scheduler: open('scheduler', [
      ...scheduler,
      'AvailabilityService',
      'LeaveService',
      'DecisionService',
      'SeriesService',
      'WaitlistService',
      'PolicyService',
    ]),
    appointment: open('appointment', ['AppointmentService', 'IdentityService']),
    ehr: open('ehr', ['EhrService']),
  });
  for (const role of ['owner', 'provider'] as const) {
    const email = `${crypto.randomUUID()}@example.com`;
    const account = { sub: crypto.randomUUID(), email, password: 'correct horse 7', groups: groups[role] };
    addToPool([{ ...account, attributes: { name: 'Ada Lovelace', birthdate: '1985-12-10' } }]);
    signedIn.set(role, await signIn(testPool(), email, account.password, capacities[role]));
  }
  driver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = Ask.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      const told =
        request.url === '/request' ? rightRequest(asked.role as Role, asked.operation) : note(asked);
      Promise.resolve(told).then(
        (reply) => response.end(JSON.stringify(reply)),
        (err: unknown) => {
          console.error(`${asked.role} ${asked.operation}: no request could be made`, err);
          response.end('null');
        },
      );
    });
  });
  await new Promise<void>((resolve) => driver.listen(0, '127.0.0.1', resolve));
});
after(async () => {
  driver?.close();
  await hospital?.close();
  await system?.stop();
  rmSync(folder, { recursive: true });
});

function note({ role, operation, status }: z.output<typeof Ask>): null {
  answers.push({ role, operation, status: status ?? 0 });
  return null;
}

function ruleOf(operation: string): EdgeRule | undefined {
  const all: Record<string, EdgeRule> = { ...edgeRules['patient-edge'], ...edgeRules['clinic-edge'] };
  return all[operation];
}

let making: Promise<unknown> = Promise.resolve();

/** A request that succeeds for this role, made one after the other since each changes what the next may find. */
function rightRequest(role: Role, operation: string) {
  const made = making.then(async () => {
    const rule = ruleOf(operation);
    if (!rule || (rule.people !== 'everyone' && rule.people[role] !== 'ok')) return null;
    const token = (rule.asksPool && signedIn.get(role)) || fixtures.tokens[role];
    const make = async () => {
      fixtures.renew();
      return rule.request(fixtures, role, token);
    };
    // A visit that was about to begin may have begun meanwhile; take one that begins later.
    const { path, body, headers = {} } = await make().catch(make);
    const [pathname = '', query = ''] = path.split('?');
    const template = operation.slice(operation.indexOf(' ') + 1).split('/');
    const params = Object.fromEntries(
      pathname.split('/').flatMap((part, index) => {
        const name = /^\{(.*)\}$/.exec(template[index] ?? '')?.[1];
        return name === undefined ? [] : [[name, decodeURIComponent(part)]];
      }),
    );
    const key = { 'Idempotency-Key': crypto.randomUUID(), Authorization: `Bearer ${token}` };
    return {
      params,
      query: Object.fromEntries(new URLSearchParams(query)),
      headers: { ...key, ...headers },
      body: body ?? null,
    };
  });
  making = made.catch(() => undefined);
  return made;
}

/** Sometimes Schemathesis cannot generate a large body: nothing was sent. Other runs make up for it. */
const notMade = /Cannot generate test data for this operation/g;

/** Whether a run found no answer that is wrong. */
function isCleanRun(code: number | null, output: string): boolean {
  if (code === 0) return true;
  const errored = Number(/Errored: (\d+)/.exec(output)?.[1] ?? 0);
  return errored > 0 && errored === [...output.matchAll(notMade)].length && !/= FAILURES =/.test(output);
}

/** One run of Schemathesis: what it said, and whether it found nothing. */
async function run(edge: Edge, role: Role, isAtHome: boolean): Promise<{ output: string; isClean: boolean }> {
  const name = `${edge}-${role}`;
  const token = fixtures.tokens[role];
  const { port } = driver.address() as AddressInfo;
  const config = join(folder, `${name}.toml`);
  writeFileSync(config, '');
  const args = [
    `--config-file=${config}`,
    'run',
    join(repository, documents[edge]),
    `--url=${system.services[edge].url ?? ''}`,
    '--phases=fuzzing',
    `--checks=${checks.join(',')}`,
    `--max-examples=${isAtHome ? (role === 'owner' ? '22' : '11') : '1'}`,
    '--seed=1',
    '--no-shrink',
    '--continue-on-failure',
    `--exclude-path-regex=${streams.source}`,
    '--warnings=off',
    '--no-color',
    '--suppress-health-check=all',
    '--generation-database=none',
    '--request-timeout=15',
  ];
  const child = spawn(schemathesis(), args, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      SCHEMATHESIS_HOOKS: hooks,
      PYTHONPATH: fileURLToPath(new URL('.', import.meta.url)),
      PYTHONDONTWRITEBYTECODE: '1',
      FUZZ_DRIVER: `http://127.0.0.1:${port}`,
      FUZZ_ROLE: role,
      FUZZ_TOKEN: token,
    },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  const output = Buffer.concat(said).toString('utf8');
  return { output, isClean: isCleanRun(code, output) };
}

/** Reads the first line of a stream of live updates, as somebody who may have one. */
async function readStream(edge: Edge, operation: string): Promise<void> {
  const role = edge === 'patient-edge' ? 'owner' : 'provider';
  const request = await rightRequest(role, operation);
  const query = new URLSearchParams(request?.query).toString();
  const response = await fetch(`${system.services[edge].url}${operation.slice(4)}${query && `?${query}`}`, {
    headers: { authorization: `Bearer ${fixtures.tokens[role]}` },
  });
  await response.body?.cancel();
  note({ role, operation, status: response.status });
}

test('what the documents allow is answered as they say, to every role', { timeout: 600_000 }, async () => {
  schemathesis();
  const started = performance.now();
  const runs: { name: string; output: string; isClean: boolean }[] = [];
  const wanted = (['patient-edge', 'clinic-edge'] as const).flatMap((edge) =>
    roles.map((role) => ({ edge, role, isAtHome: (edge === 'patient-edge') === (role === 'owner') })),
  );
  const next = async (): Promise<void> => {
    const one = wanted.shift();
    if (one === undefined) return;
    const { edge, role, isAtHome } = one;
    const began = performance.now();
    const done = await run(edge, role, isAtHome);
    runs.push({ name: `${edge} ${role}`, ...done });
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`${edge} ${role}: ${seconds} s${done.isClean ? '' : `\n${done.output}`}`);
    await next();
  };
  // Generating takes about as long as answering: three at a time keep two cores busy.
  await Promise.all([next(), next(), next()]);
  const documented = new Map<string, readonly string[]>();
  for (const [edge, file] of Object.entries(documents)) {
    const { paths } = Document.parse(JSON.parse(readFileSync(join(repository, file), 'utf8')));
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { responses }] of Object.entries(methods)) {
        const operation = `${method.toUpperCase()} ${path}`;
        documented.set(operation, Object.keys(responses));
        if (streams.test(path)) await readStream(edge as Edge, operation);
      }
    }
  }
  const took_ms = performance.now() - started;
  const succeeded = new Set(
    answers.filter(({ status }) => status >= 200 && status < 300).map(({ operation }) => operation),
  );
  const never = [...documented.keys()].filter((operation) => !succeeded.has(operation));
  const errors = answers.filter(({ status }) => status >= 500);
  const undocumented = answers.filter(
    ({ operation, status }) => !documented.get(operation)?.includes(String(status)),
  );
  const found = runs.filter(({ isClean }) => !isClean);
  const share = succeeded.size / documented.size;
  console.log(
    `${answers.length} cases in ${Math.round(took_ms / 1000)} s, ${runs.length} runs of ${roles.length} roles; ` +
      `success on ${succeeded.size} of ${documented.size} operations (${(share * 100).toFixed(1)} %); ` +
      `${errors.length} server errors; ${undocumented.length} undocumented statuses; ` +
      `${found.length} runs with answers other than documented`,
  );
  if (never.length > 0) console.log(`never a success: ${never.join(', ')}`);
  assert.deepEqual(errors.slice(0, 20), []);
  assert.deepEqual(undocumented.slice(0, 20), []);
  assert.deepEqual(
    found.map(({ name }) => name),
    [],
  );
  const sent = Map.groupBy(answers, ({ operation }) => operation);
  assert.deepEqual(
    [...documented.keys()].filter(
      (each) => !streams.test(each) && (sent.get(each)?.length ?? 0) < roles.length,
    ),
    [],
    'operations that were hardly sent',
  );
  assert.ok(answers.length >= least.cases, `${answers.length} cases`);
  assert.ok(share >= least.successShare, `success on ${share}`);
});
