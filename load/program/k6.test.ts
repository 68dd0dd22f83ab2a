/** Which k6 is used, and how one is built. Small programs replace `go` and `k6`, so that tests do not need them. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isFit, pinned } from './k6.ts';

const main = fileURLToPath(new URL('build-main.ts', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'healthbooker-k6-'));
after(() => rmSync(scratch, { recursive: true }));

const k6 = (version: string) => `#!/bin/sh\necho "k6 v${version} (go1.26.8, linux/amd64)"\n`;
/** A `go` that makes this of the file behind -o. */
const go = (work: string) => `#!/bin/sh\nwhile [ "$1" != -o ]; do shift; done\n${work}\n`;
const goThatBuilds = go(`printf '%s' '${k6(pinned)}' >"$2"; /bin/chmod +x "$2"`);

/** Starts a build in a place of its own, where the PATH has these programs and no others. */
function start(name: string, programs: Record<string, string>) {
  const bin = join(scratch, name, `bin-${Math.random()}`);
  const cache = join(scratch, name, 'cache');
  mkdirSync(bin, { recursive: true });
  for (const [program, text] of Object.entries(programs))
    writeFileSync(join(bin, program), text, { mode: 0o755 });
  const child = spawn(process.execPath, [main], {
    env: { PATH: bin, XDG_CACHE_HOME: cache, HOME: scratch },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const folder = join(cache, 'healthbooker-load');
  const kept = () => (existsSync(folder) ? readdirSync(folder) : []);
  const ended = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    said: said.trimEnd(),
  }));
  return { child, kept, ended };
}

test('a k6 will do that is as new as the pinned one, and of its major', () => {
  const [major = 0, minor = 0, patch = 0] = pinned.split('.').map(Number);
  for (const fit of [pinned, `${major}.${minor}.${patch + 10}`, `${major}.${minor + 8}.0`])
    assert.ok(isFit(fit), fit);
  for (const unfit of [`${major}.${minor - 1}.9`, `${major - 1}.99.0`, `${major + 1}.0.0`]) {
    assert.equal(isFit(unfit), false, unfit);
  }
});

test('the types of k6, and its image in a cluster, are of the version that is built', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const { devDependencies } = JSON.parse(read('../../package.json')) as {
    devDependencies: Record<string, string>;
  };
  const minor = pinned.replace(/\.\d+$/, '');
  assert.ok(devDependencies['@types/k6']?.startsWith(`${minor}.`), devDependencies['@types/k6']);
  assert.match(
    read('../k8s/testrun.yaml'),
    new RegExp(`image: grafana/k6:${pinned.replaceAll('.', '\\.')}$`, 'm'),
  );
});

test('a build is kept for next time, and a k6 on the PATH that will do makes it needless', async () => {
  const first = start('kept', { go: goThatBuilds });
  const { code, said } = await first.ended;
  assert.equal(code, 0, said);
  assert.match(said, new RegExp(`^k6 ${pinned}: .*/k6-v${pinned}$`));
  assert.deepEqual(first.kept(), [`k6-v${pinned}`]);
  const second = await start('kept', {}).ended;
  assert.equal(second.code, 0, second.said);
  assert.match(second.said, /is here already: \//);

  const onPath = start('on-path', { k6: k6(pinned) });
  assert.match((await onPath.ended).said, /is here already: k6$/);
  assert.deepEqual(onPath.kept(), []);
});

test('what cannot be built is one sentence, ends with 2 and leaves nothing', async () => {
  const tries: [Record<string, string>, RegExp][] = [
    [{}, /\(there is no Go on the PATH\); a k6 on the PATH does too, version 2/],
    [{ k6: k6('1.8.1') }, /\(there is no Go on the PATH\)/],
    [
      {
        go: go(
          'echo "go: downloading" >&2; echo "dial tcp: refused" >"$2"; echo "dial tcp: refused" >&2; exit 1',
        ),
      },
      /could not be built \(dial tcp: refused\)/,
    ],
    [{ go: go(`printf '%s' '${k6('2.0.0')}' >"$2"; /bin/chmod +x "$2"`) }, /calls itself 2\.0\.0/],
    [{ go: go('echo broken >"$2"; /bin/chmod +x "$2"') }, /calls itself nothing/],
  ];
  for (const [index, [programs, expected]] of tries.entries()) {
    const { ended, kept } = start(`refused-${index}`, programs);
    const { code, said } = await ended;
    assert.equal(code, 2, said);
    assert.match(said, expected);
    assert.equal(said.split('\n').length, 1, said);
    assert.deepEqual(kept(), []);
  }
});

test('two at once both end well', async () => {
  const both = [start('two', { go: goThatBuilds }), start('two', { go: goThatBuilds })];
  for (const { code, said } of await Promise.all(both.map(({ ended }) => ended))) assert.equal(code, 0, said);
  assert.deepEqual(both[0]?.kept(), [`k6-v${pinned}`]);
});

test('stopped half-way it leaves nothing, killed nothing that anybody takes for k6', async () => {
  const slow = go('echo half >"$2"; exec /bin/sleep 20');
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    const { child, ended, kept } = start('stopped', { go: slow });
    while (kept().length === 0) {
      await sleep(50);
      assert.equal(child.exitCode, null);
    }
    child.kill(signal);
    const { code, said } = await ended;
    if (signal === 'SIGINT') {
      assert.equal(code, 130);
      assert.equal(said, 'Stopped: no k6 was built.');
      assert.deepEqual(kept(), []);
    } else assert.equal(kept().includes(`k6-v${pinned}`), false);
  }
  const next = start('stopped', { go: goThatBuilds });
  const { code, said } = await next.ended;
  assert.equal(code, 0, said);
  assert.deepEqual(next.kept(), [`k6-v${pinned}`]);
});
