import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { assertNothingLeft, bench, temporaryFolder } from './run-bench.test-parts.ts';
import type { Row } from './table.ts';

const folder = temporaryFolder();
after(folder.remove);

test('says what a booking and everything behind it costs each process, and leaves nothing behind', async (t) => {
  const results = temporaryFolder();
  t.after(results.remove);
  const file = join(results.path, 'costs.json');
  const run = bench(['cost', '--quick', '--only', 'directory,book', '--json', file], folder.path);
  const { code, stdout } = await run.ended;
  assert.equal(code, 0, run.stderr());
  const rows = JSON.parse(readFileSync(file, 'utf8')) as Row[];
  const find = (operation: string, rate: string, process: string) =>
    rows.find((row) => row.operation === operation && row.rate === rate && row.process === process) ??
    assert.fail(`${operation} ${rate} ${process}`);

  for (const rate of ['10/s', '16 in flight']) {
    const all = find('book', rate, 'all');
    assert.ok(all.n >= 5 && all.cpu_ms > 0 && all.spread[0] <= all.spread[1]);
    const names = rows.filter((row) => row.operation === 'book' && row.rate === rate);
    for (const name of ['patient-edge', 'postgres', 'dynamodb', 'ingress', 'supervisor']) {
      assert.ok(
        names.some(({ process }) => process === name),
        name,
      );
    }
    // A booking is one call of the scheduler, at least two statements there, and one item of the table; each attempt
    // is counted, and what others do meanwhile is taken off, so these are not whole numbers.
    assert.ok((find('book', rate, 'patient-edge').calls.grpc ?? 0) > 0.5);
    assert.ok((find('book', rate, 'scheduler').calls.sql ?? 0) > 2);
    assert.ok((find('book', rate, 'appointment').calls.dynamodb ?? 0) > 0.5);
    assert.deepEqual(find('directory', rate, 'postgres').calls, {});
  }
  assert.ok(find('idle', 'idle', 'all').cpu_ms > 0);
  assert.match(stdout, /^\| idle, per second \|/m);
  assert.match(stdout, /^\| book \| 16 in flight \|/m);
  assertNothingLeft(folder.path);
});

for (const [args, temporary, words] of [
  [['cost', '--fast'], folder.path, /--fast/],
  [['costs'], folder.path, /no "costs"/],
  [['cost', '--json', join(folder.path, 'absent', 'x.json')], folder.path, /cannot be written/],
  [['cost', '--quick'], join(folder.path, 'no', 'room'), /no room for a stack/],
] as const) {
  test(`${args.join(' ').replace(folder.path, '')} is refused with a sentence and code 2`, async () => {
    const run = bench(args, temporary);
    const { code, stdout } = await run.ended;
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(run.stderr(), words);
    assert.match(run.stderr(), /^[^\n]+\n$/);
  });
}
