import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

test('an argument that means nothing, or a folder without a stack, is one sentence and ends with 2', () => {
  const tries: [string[], RegExp][] = [
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
