import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

test('an argument that means nothing, or a folder without a stack, is one sentence and ends with 2', () => {
  const tries: [string[], RegExp][] = [
    [['--since', 'tomorrow'], /^--since must be 30m, 6h, 1d or an instant .*\n$/],
    [['--since', 'x'], /^--since must be 30m, 6h, 1d or an instant .*\n$/],
    [['--since', ''], /^--since must be 30m, 6h, 1d or an instant .*\n$/],
    [['--since', 'soon'], /^--since must be 30m, 6h, 1d or an instant .*\n$/],
    [['--since', '2999-01-01'], /^--since must be .* not in the future\n$/],
    [['--since'], /^Option '--since <value>' argument missing.*\n$/],
    [['--sinse', '1d'], /^Unknown option '--sinse'.*\n$/],
    [['1d'], /^Unexpected argument '1d'.*\n$/],
    [[], /stack\.json describes no stack\..*\n$/],
  ];
  for (const [args, said] of tries) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
      env: { ...process.env, HB_DATA: '/nonexistent' },
      encoding: 'utf8',
    });
    assert.equal(status, 2, args.join(' '));
    assert.match(stderr, said);
    assert.equal(stdout, '');
  }
});

const dataDir = mkdtempSync(join(tmpdir(), 'healthbooker-verify-'));
after(() => rmSync(dataDir, { recursive: true }));

/** The arguments and the environment of a run on a stack whose stores all have this port. */
function onPort(port: number): [string, string[], { env: NodeJS.ProcessEnv }] {
  const url = `postgres://owner@127.0.0.1:${port}/one`;
  const stores = {
    owners: { scheduler: url, ehr: url, notification: url },
    dynamodb: `http://127.0.0.1:${port}`,
    table: 'none',
  };
  writeFileSync(join(dataDir, 'stack.json'), JSON.stringify({ stores }));
  return [process.execPath, [main, '--since', '1d'], { env: { ...process.env, HB_DATA: dataDir } }];
}

test('a store that is down is named, and the run ends with 2: nothing is proved', () => {
  const [program, args, options] = onPort(1);
  const { status, stdout, stderr } = spawnSync(program, args, { ...options, encoding: 'utf8' });
  assert.match(
    stderr,
    /^scheduler could not be read: connect ECONNREFUSED .* opened the stores: nothing is proved\n$/,
  );
  assert.deepEqual([status, stdout], [2, '']);
});

test('a run that is interrupted says so, and ends with 130', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const run = spawn(...onPort((silent.address() as AddressInfo).port));
  const said: string[] = [];
  run.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const [socket] = await once(silent, 'connection');
  run.kill('SIGINT');
  const [status] = await once(run, 'exit');
  socket.destroy();
  silent.close();
  assert.match(said.join(''), /^interrupted while it opened the stores: nothing is proved\n$/);
  assert.equal(status, 130);
});
