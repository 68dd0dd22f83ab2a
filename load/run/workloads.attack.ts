/**
 * Workloads with the real k6 on a whole system of its own, and what may go wrong while they run. Needs `npm run
 * load:k6`.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type LocalStack, stackPlace, startLocalStack } from '@healthbooker/local/test/local-stack';
import { peopleFile, readPeople } from '../people/kept.ts';
import { findK6, type K6 } from '../program/k6.ts';
import { percentileOf } from './percentile.ts';
import { readSamples, type Sample } from './samples.ts';
import { runCommand, startCommand } from './test/command.ts';
import type { Workload } from './workloads.ts';

const scratch = mkdtempSync(join(tmpdir(), 'healthbooker-load-'));
const state = join(scratch, 'state');
const quick = { HB_DURATION_S: '8', HB_THINK_S: '0.2' };
let place: Awaited<ReturnType<typeof stackPlace>>;
let stack: LocalStack;
let k6: K6;
let env: Record<string, string>;

before(async () => {
  k6 = findK6();
  place = await stackPlace();
  stack = await startLocalStack(place);
  env = {
    PATH: process.env['PATH'] ?? '',
    HOME: homedir(),
    XDG_CACHE_HOME: process.env['XDG_CACHE_HOME'] ?? '',
    XDG_STATE_HOME: state,
    HB_DATA: place.dataDir,
  };
});
after(async () => {
  await stack?.end();
  place?.remove();
  rmSync(scratch, { recursive: true });
});

/** An environment in which k6 is this script, which has the real one in `$k6`. */
function withProgram(name: string, script: string): Record<string, string> {
  const folder = join(scratch, name);
  mkdirSync(folder);
  const real =
    k6.command === 'k6'
      ? execFileSync('sh', ['-c', 'command -v k6'], { encoding: 'utf8' }).trim()
      : k6.command;
  const text = `#!/bin/sh\nk6='${real}'\n[ "$1" = run ] || exec "$k6" "$@"\n${script}\n`;
  writeFileSync(join(folder, 'k6'), text, { mode: 0o755 });
  return { ...env, PATH: `${folder}:${env['PATH']}` };
}

/** Runs a script by hand, as load/README.md says, with these settings. */
async function byHand(workload: Workload, settings: Record<string, string>) {
  const given = Object.entries({ HB_URL: stack.url, ...settings });
  const samples = join(scratch, `${workload}-${Math.random()}.csv.gz`);
  const child = spawn(
    k6.command,
    [
      'run',
      '--quiet',
      ...given.flatMap(([name, value]) => ['-e', `${name}=${value}`]),
      '--out',
      `csv=${samples}`,
      fileURLToPath(new URL(`../k6/${workload}.ts`, import.meta.url)),
    ],
    { env: { PATH: env['PATH'] ?? '', HOME: scratch, K6_NO_USAGE_REPORT: 'true' } },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = (await once(child, 'close')) as [number];
  const rows: Sample[] = [];
  for await (const row of readSamples(samples)) rows.push(row);
  return { code, said, rows };
}

/** On a busy machine a latency objective may be missed; everything else must hold. */
function assertSound(code: number, said: string): void {
  const crossed = said.split('\n').filter((line) => line.includes('NOT HELD'));
  assert.deepEqual(
    crossed.filter((line) => !line.includes('http_req_duration{op:')),
    [],
    said,
  );
  assert.equal(code === 0, crossed.length === 0, said);
}

/** A run without a result leaves nothing behind. */
function assertNothing(name: string): void {
  assert.deepEqual(
    readdirSync(scratch).filter((each) => each.startsWith(name)),
    [],
  );
}

test('smoke: its page, everything acknowledged read back, and stores that are well', async () => {
  const out = join(scratch, 'smoke');
  const {
    code,
    out: said,
    err,
  } = await runCommand('run', ['smoke', '--quick', '--url', stack.url, '--out', out], env);
  assert.equal(err, '');
  assertSound(code, said);
  assert.match(said, /smoke, not a result/);
  assert.match(said, /read back: [1-9]\d* acknowledged appointments, 0 lost, 0 unanswered/);
  assert.match(said, /stores: all is well/);
  assert.equal(said.trimEnd().split('\n').at(-1), out);
  assert.deepEqual(readdirSync(out).sort(), ['env.json', 'index.html', 'points.jsonl', 'samples.csv.gz']);

  const environment = JSON.parse(readFileSync(join(out, 'env.json'), 'utf8'));
  assert.equal(environment.system.environment, 'local');
  assert.equal(environment.quick, true);
  assert.deepEqual(environment.generator, { name: 'k6', version: k6.version });
  const points = readFileSync(join(out, 'points.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const measured = new Set(points.flatMap(({ operations }) => Object.keys(operations)));
  for (const op of [
    'directory',
    'timeline',
    'search',
    'proposal',
    'hold',
    'book',
    'read-back',
    'cancel',
    'record',
    'day',
    'chart',
  ]) {
    assert.ok(measured.has(op), op);
  }
  assert.ok(
    points.some(({ cores }) => cores['scheduler'] > 0 && cores['postgres'] > 0 && cores['generator'] > 0),
  );
  const page = readFileSync(join(out, 'index.html'), 'utf8');
  for (const text of ['smoke, not a result', 'Latency', 'Throughput', 'CPU', 'all is well'])
    assert.ok(page.includes(text), text);
  assert.doesNotMatch(page, /(src|href)=/, 'one file');
});

test('by hand: k6 signs up who it needs', async () => {
  const { code, said } = await byHand('smoke', quick);
  assertSound(code, said);
  assert.match(said, /[1-9]\d* acknowledged changes, 0 lost/);
});

test('surge: only the generator makes arrivals late, and time to think is no latency', async () => {
  const { rows } = await byHand('surge', { HB_RATE: '1', HB_SURGE_S: '10', HB_THINK_S: '2' });
  const median = (metric: string) => {
    const values = rows.filter((row) => row.metric === metric).map(({ value }) => value);
    assert.ok(values.length > 20, `${metric}: ${values.length}`);
    return percentileOf(Float64Array.from(values).sort(), 50);
  };
  // An arrival's distance from the next is 280 ms at least.
  assert.ok(median('hb_lateness') < 100, `${median('hb_lateness')} ms late`);
  assert.ok(median('hb_since_due') < 1000, `${median('hb_since_due')} ms since due`);
});

test('tokens that end while a run lasts are renewed, and nothing is refused', async () => {
  const { patients, clinicians } = readPeople(peopleFileOfStack());
  const ended = (accounts: typeof patients) =>
    accounts.map((account) => ({ ...account, accessToken: 'ended', expiresAt: Date.now() - 1000 }));
  const file = join(scratch, 'ended.json');
  writeFileSync(file, JSON.stringify({ patients: ended(patients), clinicians: ended(clinicians) }));
  const { code, said } = await byHand('smoke', { ...quick, HB_PEOPLE: file });
  assertSound(code, said);
  assert.match(said, /[1-9]\d* acknowledged changes, 0 lost/);
});

test('tokens that cannot be renewed void the points, and the run is not good', async () => {
  const out = join(scratch, 'void');
  const spoilt = join(scratch, 'spoilt.json');
  const spoil = `
for each in "$@"; do case $each in HB_PEOPLE=*) people=\${each#HB_PEOPLE=} ;; esac; done
sed 's/"accessToken":"[^"]*"/"accessToken":"x"/g; s/"refreshToken":"[^"]*"/"refreshToken":"x"/g; s/"expiresAt":[0-9]*/"expiresAt":1/g' "$people" >'${spoilt}'
exec "$k6" "$@" -e HB_PEOPLE='${spoilt}'`;
  const { code, out: said } = await runCommand(
    'run',
    ['smoke', '--quick', '--url', stack.url, '--out', out],
    { ...withProgram('spoils', spoil), HB_DURATION_S: '5' },
  );
  assert.equal(code, 1);
  assert.match(said, /^void at .*: requests had a token that had ended \(401\)$/m);
  assert.match(said, /^thresholds: not held$/m);
  assert.match(readFileSync(join(out, 'index.html'), 'utf8'), /a token that had ended/);
});

test('no room for all samples, or a k6 that ends early: one sentence, and no results', async () => {
  const args = ['smoke', '--quick', '--url', stack.url, '--out', join(scratch, 'broken')];
  const tries: [string, RegExp][] = [
    // What k6 does on a full disk: it prints an error for every sample, and ends with success.
    [
      `echo 'level=error msg="CSV: Error writing to file"' >&2; echo 'msg="CSV: Error writing to file"' >&2; sleep 30`,
      /^k6 could not write all of its samples, as when there is no room left: no results are kept\.\n$/,
    ],
    [
      `for each in "$@"; do case $each in csv=*) csv=\${each#csv=} ;; esac; done
"$k6" "$@" || exit; size=$(wc -c <"$csv"); head -c $((size / 2)) "$csv" >"$csv.half"; mv "$csv.half" "$csv"`,
      /^k6 could not write all of its samples, as when there is no room left: no results are kept\.$/m,
    ],
    ['exit 107', /^k6 ended with 107 before the load was made\.$/m],
    ['kill -9 $$', /^k6 ended with a signal before the load was made\.$/m],
  ];
  for (const [index, [script, expected]] of tries.entries()) {
    const { code, out, err } = await runCommand('run', args, {
      ...withProgram(`fails-${index}`, script),
      HB_DURATION_S: '5',
    });
    assert.equal(code, 1, out);
    assert.match(err, expected);
    assert.doesNotMatch(out, /thresholds:|read back:/);
    assertNothing('broken');
  }
});

test('Ctrl-C: one sentence, no results, and no k6 goes on', async () => {
  const out = join(scratch, 'stopped');
  const { child, said, ended } = startCommand('run', ['canary', '--url', stack.url, '--out', out], env);
  while (!said.out.includes('canary begins')) {
    await sleep(100);
    assert.equal(child.exitCode, null, said.err);
  }
  await sleep(2000);
  child.kill('SIGINT');
  assert.equal(await ended, 130);
  assert.equal(said.err.trimEnd().split('\n').at(-1), 'Stopped: no results are kept.');
  assertNothing('stopped');
  const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  assert.equal(running.includes(out), false);
});

/** The file of people that the driver has kept for the stack. */
function peopleFileOfStack(): string {
  const before = process.env['XDG_STATE_HOME'];
  process.env['XDG_STATE_HOME'] = state;
  try {
    return peopleFile(stack.url);
  } finally {
    if (before === undefined) delete process.env['XDG_STATE_HOME'];
    else process.env['XDG_STATE_HOME'] = before;
  }
}
