import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { accessToken } from '@healthbooker/local/test/tokens';
import { clientOf } from './grpc.test-parts.ts';
import { newTrace } from './trace.ts';

const main = fileURLToPath(new URL('lifecycle.test-main.ts', import.meta.url));
type Line = { msg: string; part?: string; ports?: { grpc: number } };

function start(mode: string, closedFile = '/dev/null') {
  const child: ChildProcess = spawn(process.execPath, [main, mode, closedFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: Line[] = [];
  const exited = once(child, 'exit').then(([code]) => Number(code));
  if (child.stdout === null) throw new Error('the process has no output');
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)));
  async function said(msg: string): Promise<Line> {
    for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 20) {
      const line = lines.find((candidate) => candidate.msg === msg);
      if (line !== undefined) return line;
      await sleep(20);
    }
    throw new Error(`it never said "${msg}": ${JSON.stringify(lines)}`);
  }
  return { child, exited, said };
}

test('SIGTERM answers what is under way, closes in reverse order and exits with 0', async (t) => {
  const dir = mkdtempSync(join(tmpdir(), 'lifecycle-'));
  t.after(() => rmSync(dir, { recursive: true }));
  const closedFile = join(dir, 'closed');
  const { child, exited, said } = start('serve', closedFile);
  const { ports } = await said('ready');
  const client = clientOf([ports?.grpc ?? 0]);
  const token = await accessToken({ sub: 'p1', groups: ['Patients'] });
  const call = client.call('GetCalendar', {}, { token, deadline: Date.now() + 3000, trace: newTrace() });
  await said('handling');
  child.kill('SIGTERM');
  assert.ok((await call).ics);
  assert.equal(await exited, 0);
  client.close();
  assert.equal(readFileSync(closedFile, 'utf8'), 'grpc\nbroken\nstore\n');
  assert.equal((await said('could not be closed')).part, 'broken');
});

test('calls are still taken for a while after SIGTERM', async () => {
  const { child, exited, said } = start('delay');
  const { ports } = await said('ready');
  child.kill('SIGTERM');
  await said('stopping');
  const client = clientOf([ports?.grpc ?? 0]);
  const token = await accessToken({ sub: 'p1', groups: ['Patients'] });
  assert.ok(await client.call('GetCalendar', {}, { token, deadline: Date.now() + 3000, trace: newTrace() }));
  assert.equal(await exited, 0);
  client.close();
});

test('a process that cannot close in time is ended by the hard limit', async () => {
  const { child, exited, said } = start('stuck');
  await said('ready');
  child.kill('SIGINT');
  assert.equal(await exited, 1);
  await said('could not stop in time');
});

test('a second signal ends it at once', async () => {
  const { child, exited, said } = start('stuck');
  await said('ready');
  child.kill('SIGTERM');
  await said('stopping');
  child.kill('SIGTERM');
  assert.equal(await exited, 1);
  await said('stopping at once');
});

test('a process that cannot start, or throws what nobody catches, says so and exits with 1', async () => {
  const unable = start('no-start');
  await unable.said('could not start');
  assert.equal(await unable.exited, 1);
  const crashing = start('crash');
  await crashing.said('an error was not caught: the process stops');
  assert.equal(await crashing.exited, 1);
});
