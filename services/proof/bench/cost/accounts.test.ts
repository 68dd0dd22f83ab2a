import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Calls, costs, type Interval, idleCosts, pooled, withSum } from './accounts.ts';

const interval = (seconds: number, usages: Record<string, [cpu_ms: number, calls?: Calls]>): Interval => ({
  seconds,
  processes: new Map(Object.entries(usages).map(([name, [cpu_ms, calls = {}]]) => [name, { cpu_ms, calls }])),
});

const idle = interval(10, { edge: [50], scheduler: [20, { sql: 60, sqs: 1 }] });

test('what an idle stack uses in as long a time is taken off', () => {
  const repeat = { ...interval(4, { edge: [120], scheduler: [208, { sql: 324 }] }), operations: 100 };
  const found = costs([repeat], idle);
  assert.deepEqual(found.get('edge'), { cpu_ms: 1, spread: [1, 1], calls: {} });
  const scheduler = found.get('scheduler');
  assert.deepEqual([scheduler?.cpu_ms, scheduler?.calls.sql], [2, 3]);
});

test('a stack that only idled costs nothing, and less than idle is not cut off', () => {
  const quiet = { ...interval(5, { edge: [25], scheduler: [4] }), operations: 3 };
  const found = costs([quiet], idle);
  assert.equal(found.get('edge')?.cpu_ms, 0);
  assert.equal(found.get('scheduler')?.cpu_ms, -2);
});

test('repeats weigh by their operations, and the spread is from the least to the most of them', () => {
  const none = interval(1, {});
  const repeats = [
    { ...interval(1, { edge: [10, { grpc: 10 }] }), operations: 10 },
    { ...interval(1, { edge: [90, { grpc: 30 }] }), operations: 30 },
  ];
  const edge = costs(repeats, none).get('edge');
  assert.deepEqual(edge, { cpu_ms: 2.5, spread: [1, 3], calls: { grpc: 1 } });
});

test('a process that is absent from one repeat used nothing in it', () => {
  const repeats = [
    { ...interval(1, { edge: [10] }), operations: 10 },
    { ...interval(1, { edge: [10], late: [10] }), operations: 10 },
  ];
  assert.deepEqual(costs(repeats, interval(1, {})).get('late'), { cpu_ms: 0.5, spread: [0, 1], calls: {} });
});

test('idle is per second', () => {
  const found = idleCosts([interval(10, { edge: [50] }), interval(10, { edge: [70, { sqs: 2 }] })]);
  assert.deepEqual(found.get('edge'), { cpu_ms: 6, spread: [5, 7], calls: { sqs: 0.1 } });
});

test('intervals add up, and so do processes', () => {
  const both = pooled([idle, interval(5, { edge: [1], scheduler: [1, { sql: 2 }] })]);
  assert.equal(both.seconds, 15);
  assert.deepEqual(both.processes.get('scheduler'), { cpu_ms: 21, calls: { sql: 62, sqs: 1 } });
  const all = withSum(both, 'all', ['edge', 'scheduler', 'absent']).processes.get('all');
  assert.deepEqual(all, { cpu_ms: 72, calls: { sql: 62, sqs: 1 } });
});
