import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { addressesOf } from './local-addresses.ts';
import { percentileOf, summaryOf } from './thresholds.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
const seen: { address: string | undefined; authorization: string | undefined }[] = [];
/** Answers after as many ms, with the status, that the path names: `/200/50`. */
const server = createServer((request, response) => {
  const [, status = '200', delay_ms = '0'] = (request.url ?? '/').split('/');
  seen.push({ address: request.socket.remoteAddress, authorization: request.headers.authorization });
  setTimeout(() => response.writeHead(Number(status)).end('{}'), Number(delay_ms));
});
let url: string;

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

/** Runs a script; its samples come as rows by column. */
async function run(name: string, script: string, args: string[] = []) {
  const [file, csv] = [join(folder, `${name}.ts`), join(folder, `${name}.csv`)];
  writeFileSync(file, script);
  const child = spawn(process.execPath, [
    main,
    'run',
    '-e',
    `HB_URL=${url}`,
    '--out',
    `csv=${csv}`,
    ...args,
    file,
  ]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = await once(child, 'exit');
  const [head = '', ...lines] = readFileSync(csv, 'utf8').trimEnd().split('\n');
  const columns = head.split(',');
  const rows = lines.map((line) => {
    const fields = line.split(',');
    return new Map(columns.map((column, index) => [column, fields[index] ?? '']));
  });
  return {
    code,
    said,
    rows,
    of: (metric: string) => rows.filter((row) => row.get('metric_name') === metric),
  };
}

const script = (scenario: object, body: string, thresholds: object = {}) => `
import exec from 'k6/execution';
import http from 'k6/http';
import { Counter, Trend } from 'k6/metrics';
import { setTimeout } from 'k6/timers';
const found = new Counter('hb_found');
const late = new Trend('hb_lateness', true);
const get = (path, params) => http.asyncRequest('GET', __ENV.HB_URL + path, null, params);
export const options = {
  scenarios: { one: ${JSON.stringify(scenario)} },
  thresholds: ${JSON.stringify(thresholds)},
};
export const setup = async () => ({ given: 'by setup' });
export default async function (data) { ${body} }
export const handleSummary = ({ metrics }) => ({ stdout: JSON.stringify(metrics) });
`;

test('users go on until their time is up, each for itself, from addresses of their own', async () => {
  seen.length = 0;
  const { code, of } = await run(
    'closed',
    script(
      { executor: 'constant-vus', vus: 3, duration: '1s' },
      `await get('/200/20', { tags: { op: 'read', name: 'read' }, headers: { authorization: data.given } });
       exec.vu.metrics.metadata.user = String(exec.vu.idInTest); found.add(1); delete exec.vu.metrics.metadata.user;`,
      { 'http_req_duration{op:read}': ['p(95)<1000'], hb_found: ['count>0'] },
    ),
    ['--local-ips', '127.0.0.2-127.0.0.4'],
  );
  assert.equal(code, 0);
  assert.deepEqual([...new Set(seen.map(({ address }) => address))].sort(), [
    '127.0.0.2',
    '127.0.0.3',
    '127.0.0.4',
  ]);
  assert.ok(seen.every(({ authorization }) => authorization === 'by setup'));
  const users = of('hb_found').map((row) => row.get('metadata'));
  assert.deepEqual([...new Set(users)].sort(), ['user=1', 'user=2', 'user=3']);
  const [request] = of('http_req_duration');
  assert.equal(request?.get('extra_tags'), 'op=read');
  assert.equal(request?.get('scenario'), 'one');
  assert.ok(Number(request?.get('metric_value')) >= 19);
});

test('arrivals come when they are due whatever becomes of them, and what nobody is free for is dropped', async () => {
  const { code, of } = await run(
    'open',
    script(
      {
        executor: 'constant-arrival-rate',
        rate: 20,
        timeUnit: '1s',
        duration: '1s',
        preAllocatedVUs: 2,
        maxVUs: 4,
        gracefulStop: '5s',
      },
      `late.add(Date.now() - exec.scenario.startTime - exec.scenario.iterationInTest * 50); await get('/200/2000');`,
      { dropped_iterations: ['count==0'] },
    ),
  );
  assert.equal(code, 99, 'a threshold was not held');
  assert.equal(of('http_reqs').length, 4);
  assert.equal(of('http_reqs').length + of('dropped_iterations').length, 21);
  for (const row of of('hb_lateness')) assert.ok(Math.abs(Number(row.get('metric_value'))) < 200);
});

test('an answer that is expected has not failed; no answer has, and has status 0', async () => {
  const { code, of } = await run(
    'statuses',
    script(
      { executor: 'constant-vus', vus: 1, duration: '10ms' },
      `const responseCallback = http.expectedStatuses(200, 409);
       for (const path of ['/200/0', '/409/0', '/500/0']) await get(path, { responseCallback });
       const none = await get('/200/500', { responseCallback, timeout: '0.05s' });
       if (none.status !== 0) throw new Error('answered');
       await new Promise((resolve) => setTimeout(resolve, 10));`,
      { http_req_failed: ['rate<=0.5'] },
    ),
  );
  assert.equal(code, 0);
  const failed = of('http_req_failed').map((row) => `${row.get('status')} ${row.get('metric_value')}`);
  assert.deepEqual(failed, ['200 0', '409 0', '500 1', '0 1']);
});

test('a script that throws, in setup or later, does not end well', async () => {
  const scenario = { executor: 'constant-vus', vus: 1, duration: '10ms' };
  assert.equal((await run('throws', script(scenario, `throw new Error('of the script');`))).code, 107);
  const inSetup = script(scenario, '').replace(
    'async () => ({',
    'async () => { throw new Error("of setup"); }; ({',
  );
  const { code, said } = await run('setup', inSetup);
  assert.equal(code, 107);
  assert.match(said, /^of setup$/m);
});

test('aggregates are those of k6', () => {
  assert.equal(percentileOf(Float64Array.from([1, 2, 3, 4]), 50), 2.5);
  assert.equal(percentileOf(Float64Array.from([]), 99), 0);
  const trend = { type: 'trend' as const, count: 3, sum: 6, last: 3, values: [3, 1, 2] };
  const { values, thresholds } = summaryOf(trend, ['p(50)<2', 'max<=3', 'avg==2'], 1);
  assert.equal(values['med'], 2);
  assert.deepEqual(thresholds, { 'p(50)<2': { ok: false }, 'max<=3': { ok: true }, 'avg==2': { ok: true } });
  const nothing = { type: 'counter' as const, count: 0, sum: 0, last: 0, values: [] };
  assert.deepEqual(summaryOf(nothing, ['count>0'], 1).thresholds, { 'count>0': { ok: false } });
  assert.throws(() => summaryOf(nothing, ['count ~ 1'], 1), /no threshold/);
});

test('a range of addresses is read, and what is none refused', () => {
  assert.deepEqual(addressesOf('127.0.0.9-127.0.0.11'), ['127.0.0.9', '127.0.0.10', '127.0.0.11']);
  for (const range of ['', '127.0.0.1', '127.0.0.9-127.0.0.2', '127.0.0.1-127.0.1.9']) {
    assert.throws(() => addressesOf(range), /no range of addresses/);
  }
});
