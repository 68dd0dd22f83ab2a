import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertNothingLeft, bench, processesOf, temporaryFolder } from './run-bench.test-parts.ts';

for (const [when, made] of [
  ['while the stack starts', 'processes.json'],
  ['once services run', 'stack.json'],
] as const) {
  test(`interrupted ${when}, it ends all it has started`, async (t) => {
    const folder = temporaryFolder();
    t.after(folder.remove);
    const file = join(folder.path, 'costs.json');
    const run = bench(['cost', '--only', 'page', '--json', file], folder.path);
    while (!readdirSync(folder.path).some((name) => existsSync(join(folder.path, name, made)))) {
      assert.equal(run.child.exitCode, null, run.stderr());
      await sleep(50);
    }
    assert.ok(processesOf(folder.path).length > 1);
    run.child.kill('SIGINT');
    const { code, stdout } = await run.ended;
    assert.equal(code, 130, run.stderr());
    assert.match(run.stderr(), /^Stopped; nothing was measured\.$/m);
    assert.equal(stdout, '');
    assertNothingLeft(folder.path);
  });
}
