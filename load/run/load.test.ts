/** What `npm run load` and `npm run load:people` refuse. A small program in place of k6 is enough for this. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pinned } from '../program/k6.ts';
import { runCommand } from './test/command.ts';

const scratch = mkdtempSync(join(tmpdir(), 'healthbooker-load-'));
const closing: (() => void)[] = [];
after(() => {
  for (const close of closing) close();
  rmSync(scratch, { recursive: true });
});

/** A server that answers every path with this. */
async function answering(body: string): Promise<string> {
  const server: Server = createServer((_, response) => response.end(body)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A folder with a program that calls itself this version of k6, and ends so when it is to inspect a script. */
function folderOfK6(version: string, inspect = 'exit 0'): string {
  const folder = mkdtempSync(join(scratch, 'k6-'));
  const text = `#!/bin/sh\n[ "$1" = version ] || { ${inspect}; }\necho "k6 v${version} (go1.26.8, linux/amd64)"\n`;
  writeFileSync(join(folder, 'k6'), text, { mode: 0o755 });
  return folder;
}

let [local, prod, nameless, page] = ['', '', '', ''];
before(async () => {
  local = await answering(JSON.stringify({ environment: 'local', commit: '' }));
  prod = await answering(JSON.stringify({ environment: 'prod', commit: '' }));
  nameless = await answering(JSON.stringify({ userPoolId: 'x' }));
  page = await answering('<!doctype html><title>Something else</title>');
});

const noProgram = join(scratch, 'none');

test('what load refuses is one sentence, ends with 2 and leaves nothing behind', async () => {
  const taken = join(scratch, 'taken');
  mkdirSync(taken);
  writeFileSync(join(taken, 'notes.txt'), 'mine');
  const out = join(scratch, 'out');
  const fit = folderOfK6(pinned);
  const message = JSON.stringify({ level: 'error', msg: 'Error: HB_MIX must give shares.\n\tat readMix' });
  const strict = folderOfK6(pinned, `printf '%s\\n' '${message}' >&2; exit 107`);

  const tries: [string[], Record<string, string>, RegExp][] = [
    [['storm'], {}, /^One workload has to be named/],
    [['smoke', '--fast'], {}, /^Unknown option '--fast'/],
    [['smoke', '--url', local], { HB_THINK: '1' }, /^There is no knob HB_THINK/],
    [['smoke', '--url', local], { PATH: strict, HB_MIX: 'x' }, /^HB_MIX must give shares\.$/],
    [['smoke', '--url', 'http://127.0.0.1:1'], {}, /^Nothing answers at .* \(ECONNREFUSED\)/],
    [['smoke', '--url', page], {}, /does not answer as a HealthBooker does\.$/],
    [['smoke', '--url', nameless], {}, /does not answer as a HealthBooker does\.$/],
    [['smoke', '--url', prod], {}, /says that it is prod: no load is put on it without --yes-this-is/],
    [['smoke', '--url', local, '--out', taken], {}, /holds something already/],
    [['smoke', '--url', local, '--out', '/proc/nowhere'], {}, /^No results can be written to \/proc/],
    [
      ['smoke', '--url', local],
      { PATH: noProgram },
      /^There is no k6 on the PATH, .*: npm run load:k6 builds it\.$/,
    ],
    [
      ['smoke', '--url', local],
      { PATH: folderOfK6('1.8.1') },
      /^The k6 on the PATH is 1\.8\.1, .* npm run load:k6/,
    ],
    [
      ['smoke', '--url', local],
      { PATH: folderOfK6('3.0.0') },
      /^The k6 on the PATH is 3\.0\.0, .* npm run load:k6/,
    ],
  ];
  for (const [args, env, expected] of tries) {
    const withOut = args.includes('--out') ? args : [...args, '--out', out];
    const result = await runCommand('run', withOut, {
      PATH: fit,
      XDG_STATE_HOME: join(scratch, 'state'),
      XDG_CACHE_HOME: join(scratch, 'cache'),
      ...env,
    });
    assert.equal(result.code, 2, `${args.join(' ')}: ${result.err}`);
    assert.match(result.err.trimEnd(), expected);
    assert.equal(result.err.trimEnd().split('\n').length, 1, result.err);
    assert.equal(result.out, '');
    assert.deepEqual(
      readdirSync(scratch).filter((name) => name.startsWith('out')),
      [],
    );
  }
  assert.deepEqual(readdirSync(taken), ['notes.txt']);
});

test('with the flag, a system that says it is prod is none that is refused for it', async () => {
  const args = ['smoke', '--yes-this-is-a-test-system', '--url', prod, '--out', join(scratch, 'flag')];
  const { code, err } = await runCommand('run', args, {
    PATH: folderOfK6(pinned),
    XDG_STATE_HOME: join(scratch, 'state'),
  });
  // It goes on to the sign-in and fails there, because that server has none.
  assert.equal(code, 1, err);
  assert.doesNotMatch(err, /no load is put on it/);
  assert.equal(existsSync(join(scratch, 'flag')), false);
});

test('what load:people refuses is one sentence, ends with 2 and keeps nobody', async () => {
  const state = join(scratch, 'people');
  const tries: [string[], RegExp][] = [
    ...['0', '-1', '1.5', 'many', '20001', ''].map((count): [string[], RegExp] => [
      ['--url', local, `--count=${count}`],
      /^--count must be a whole number from 1 to 20000\.$/,
    ]),
    [['--url', local, '--cuont', '5'], /^Unknown option '--cuont'/],
    [['--url', local, 'five'], /^Unexpected argument 'five'/],
    [['--url', 'localhost:8080'], /^--url must be an address like/],
    [['--url', 'http://127.0.0.1:1'], /^Nothing answers at .* \(ECONNREFUSED\)/],
    [['--url', page], /does not answer as a HealthBooker does\.$/],
    [['--url', nameless], /does not answer as a HealthBooker does\.$/],
    [['--url', prod], /says that it is prod: no load is put on it without --yes-this-is/],
  ];
  for (const [args, expected] of tries) {
    const { code, out, err } = await runCommand('people', args, { PATH: noProgram, XDG_STATE_HOME: state });
    assert.equal(code, 2, `${args.join(' ')}: ${err}`);
    assert.match(err.trimEnd(), expected);
    assert.equal(err.trimEnd().split('\n').length, 1, err);
    assert.equal(out, '');
    assert.equal(existsSync(state), false);
  }
});
