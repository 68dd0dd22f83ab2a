/** Plans as PostgreSQL tells them, good ones and bad ones, and what the check says of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, type Limits } from './judge.ts';
import { measure, type PlanNode } from './plan.ts';

const limits: Limits = { growing: new Set(['slot', 'reservation']), isFullSize: true };

const scan = (type: string, table: string, numbers: Partial<PlanNode> = {}): PlanNode => ({
  'Node Type': type,
  'Relation Name': table,
  'Actual Rows': 1,
  'Actual Loops': 1,
  'Shared Hit Blocks': 4,
  'Shared Read Blocks': 0,
  ...(type.includes('Index') ? { 'Index Name': `${table}_index` } : {}),
  ...numbers,
});

const over = (rows: number, ...plans: PlanNode[]): PlanNode => ({
  'Node Type': 'Limit',
  'Actual Rows': rows,
  'Actual Loops': 1,
  Plans: plans,
});

const faults = (plan: PlanNode, ms = 1, other: Partial<Limits> = {}) =>
  judge(measure({ Plan: plan, 'Execution Time': ms }), { ...limits, ...other });

test('a look into an index is good, however large the table is', () => {
  assert.deepEqual(faults(scan('Index Scan', 'slot')), []);
  assert.deepEqual(
    faults(over(20, scan('Index Scan', 'slot', { 'Actual Rows': 20, 'Shared Hit Blocks': 30 }))),
    [],
  );
});

test('a table that grows is not read from end to end, not even by several workers or below other nodes', () => {
  const table = scan('Seq Scan', 'slot', { 'Actual Rows': 10, 'Actual Loops': 3 });
  assert.deepEqual(faults(over(30, over(30, table))), ['reads slot from end to end (30 rows)']);
  assert.deepEqual(faults(over(30, { ...table, 'Relation Name': 'location' })), []);
  assert.deepEqual(faults(over(1, { ...table, 'Actual Loops': 0 })), [], 'a part of a plan that never ran');
});

test('rows that a condition leaves out are looked at as well, each time a loop comes by', () => {
  const inLoop = scan('Index Scan', 'reservation', {
    'Actual Rows': 1,
    'Actual Loops': 10,
    'Rows Removed by Filter': 60,
    'Shared Hit Blocks': 700,
  });
  assert.deepEqual(faults(over(10, inLoop)), ['looks at 610 rows for 10, more than 500']);
  const recheck = scan('Bitmap Heap Scan', 'slot', { 'Actual Rows': 0, 'Rows Removed by Index Recheck': 51 });
  assert.deepEqual(faults(recheck), ['looks at 51 rows for 1, more than 50']);
  const exception = { reads: 1000, because: 'It counts.' };
  assert.deepEqual(faults(over(10, inLoop), 1, { exception }), []);
  const more = { ...inLoop, 'Rows Removed by Filter': 100 };
  assert.deepEqual(faults(over(10, more), 1, { exception }), ['looks at 1010 rows for 10, more than 1000']);
});

test('what is written counts as returned', () => {
  const update: PlanNode = {
    'Node Type': 'ModifyTable',
    'Relation Name': 'slot',
    'Actual Rows': 0,
    'Actual Loops': 1,
    Plans: [scan('Index Scan', 'slot', { 'Actual Rows': 100, 'Shared Hit Blocks': 300 })],
  };
  assert.equal(measure({ Plan: update, 'Execution Time': 1 }).returned, 100);
  assert.deepEqual(faults(update), []);
});

test('an index is looked into, not gone through', () => {
  const walk = scan('Index Only Scan', 'slot', { 'Shared Hit Blocks': 3000, 'Shared Read Blocks': 500 });
  assert.deepEqual(faults(walk), ['goes through slot_index (3500 pages for 1 rows)']);
  const bitmap = scan('Bitmap Heap Scan', 'slot', {
    'Shared Hit Blocks': 900,
    Plans: [{ 'Node Type': 'Bitmap Index Scan', 'Index Name': 'slot_index', 'Actual Loops': 1 }],
  });
  assert.deepEqual(faults(bitmap), ['goes through slot_index (900 pages for 1 rows)']);
});

test('time counts at the full size only', () => {
  assert.deepEqual(faults(scan('Index Scan', 'slot'), 201), ['takes 201 ms']);
  assert.deepEqual(faults(scan('Index Scan', 'slot'), 201, { isFullSize: false }), []);
});
