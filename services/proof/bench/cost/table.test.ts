import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interval, Repeat } from './accounts.ts';
import { rowsOf, sums, tableOf } from './table.ts';

const processes = (each: Record<string, number>): Interval['processes'] =>
  new Map(Object.entries(each).map(([name, cpu_ms]) => [name, { cpu_ms, calls: { sql: cpu_ms } }]));
const repeat = (each: Record<string, number>): Repeat => ({
  seconds: 1,
  operations: 10,
  processes: processes(each),
});
const arrival = { kind: 'open', perSecond: 10 } as const;
const idle: Interval[] = [
  {
    seconds: 10,
    processes: processes({ 'patient-edge': 0, scheduler: 0, postgres: 0, events: 10, ingress: 0 }),
  },
];
const rows = rowsOf({
  idle,
  services: ['patient-edge', 'scheduler'],
  cells: [
    {
      operation: 'directory',
      arrival,
      repeats: [repeat({ 'patient-edge': 10, scheduler: 0, postgres: 0, events: 1, ingress: 5 })],
    },
    {
      operation: 'book',
      arrival,
      repeats: [
        repeat({ 'patient-edge': 10, scheduler: 20, postgres: 10, events: 11, ingress: 5 }),
        repeat({ 'patient-edge': 20, scheduler: 20, postgres: 20, events: 11, ingress: 5 }),
      ],
    },
  ],
});
const row = (operation: string, process: string) =>
  rows.find((one) => one.operation === operation && one.process === process);

test('a row for every process and for what they come to together', () => {
  assert.deepEqual(row('book', 'postgres'), {
    operation: 'book',
    process: 'postgres',
    cpu_ms: 1.5,
    rate: '10/s',
    n: 20,
    spread: [1, 2],
    calls: { sql: 1.5 },
  });
  const ours = row('book', sums.ours);
  assert.deepEqual([ours?.cpu_ms, ours?.spread, ours?.to_directory], [5, [4, 6], 5]);
  assert.equal(row('book', sums.standIns)?.cpu_ms, 1);
  assert.equal(row('book', sums.all)?.cpu_ms, 6.5);
  assert.equal(row('directory', sums.ours)?.to_directory, 1);
});

test('idle is there, per second, and was taken off', () => {
  assert.equal(row('idle', 'events')?.cpu_ms, 1);
  assert.equal(row('directory', 'events')?.cpu_ms, 0);
});

test('the table has a line for each operation and arrival', () => {
  const lines = tableOf(rows).split('\n');
  assert.equal(lines.length, 2 + 3);
  assert.match(lines[2] ?? '', /^\| idle, per second \|/);
  assert.match(lines[4] ?? '', /^\| book \| 10\/s \| \*\*5\.00\*\* \(4\.00 – 6\.00\) \| 5\.0 \| 1\.50 \|/);
  const cells = new Set(lines.map((line) => line.split('|').length));
  assert.equal(cells.size, 1);
});

test('nothing is compared with a directory that is lost in the noise', () => {
  const cells = [
    {
      operation: 'directory' as const,
      arrival,
      repeats: [repeat({ 'patient-edge': 10 }), repeat({ 'patient-edge': -1 })],
    },
    { operation: 'book' as const, arrival, repeats: [repeat({ 'patient-edge': 20 })] },
  ];
  const noisy = rowsOf({ idle, services: ['patient-edge'], cells });
  assert.ok(noisy.some(({ operation, process }) => operation === 'book' && process === sums.ours));
  assert.ok(noisy.every((one) => one.to_directory === undefined));
});
