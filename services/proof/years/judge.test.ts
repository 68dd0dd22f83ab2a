import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeMonth, judgeYears, type Lives, type Month, shareOfLeak, unjudged } from './judge.ts';
import type { Measured } from './measure.ts';
import { day_ms, dayOf } from './time.ts';

const lives: Lives = {
  s: {
    event: { kind: 'passes', since: 'at', kept_days: 35, grace_days: 2 },
    queue: { kind: 'rests', most_rows: 0 },
    visit: { kind: 'grows' },
    place: { kind: 'given' },
  },
};
const quiet = { bytes: 8192, deadRows: 0, oldest_days: undefined, partitions: [] };
const usual: readonly Measured[] = [
  { ...quiet, table: 's.event', rows: 400, oldest_days: 36, partitions: [] },
  { ...quiet, table: 's.queue', rows: 0 },
  { ...quiet, table: 's.visit', rows: 300 },
  { ...quiet, table: 's.place', rows: 3 },
];

const monthEnd = (index: number) => dayOf(new Date(Date.UTC(2027, index - 1, 1) - day_ms));

type Differ = Record<string, Partial<Measured>>;

/** Months at whose end tables hold what is usual, but for what `differ` says of the month (counted from 1). */
function months(
  count: number,
  differ: (index: number) => Partial<Record<string, Partial<Measured>>>,
): Month[] {
  return Array.from({ length: count }, (_, place) => {
    const index = place + 1;
    const different: Differ = { 's.visit': { rows: 300 * index }, ...differ(index) };
    const tables = usual.map((each) => ({ ...each, ...different[each.table] }));
    return { day: monthEnd(index), visits: 300 * index, tables, replayed: 10, broken: [] };
  });
}

const month = (differ: Differ): Month => {
  const [only] = months(1, () => differ);
  assert.ok(only);
  return only;
};

test('thirty months that stay as they are have no fault, and noise is none', () => {
  const calm = months(30, (index) => ({ 's.event': { rows: 400 + 40 * Math.sin(index * 7) } }));
  assert.deepEqual(judgeYears(calm, lives), []);
  assert.deepEqual(
    calm.flatMap((each) => judgeMonth(each, lives)),
    [],
  );
  assert.deepEqual(unjudged(calm, lives), []);
});

test('what never goes is a leak, in rows and in bytes, also where much was there from the beginning', () => {
  const rows = months(30, (index) => ({ 's.event': { rows: 2000 + 400 * index } }));
  assert.match(
    judgeYears(rows, lives).join('\n'),
    /^the rows of s\.event grew in the last 12 months by 8\d % of/,
  );
  const bytes = months(30, (index) => ({ 's.event': { bytes: 8192 * index } }));
  assert.match(
    judgeYears(bytes, lives).join('\n'),
    /^the bytes of s\.event grew in the last 12 months by 100 %/,
  );
});

test('the share of a leak is 0 for what stays, 1 for what grows evenly from nothing, and below 0 for what shrinks', () => {
  const line = (value: (at: number) => number) =>
    [26, 27, 28, 29, 30].map((at) => ({ at, value: value(at) }));
  assert.equal(shareOfLeak(line(() => 7)), 0);
  assert.equal(Math.round(shareOfLeak(line((at) => 3 * at)) * 1000), 1000);
  assert.ok(shareOfLeak(line((at) => 100 - at)) < 0);
  assert.equal(shareOfLeak(line(() => 0)), 0);
});

test('a run that is too short to show whether a table is flat says so', () => {
  assert.deepEqual(
    unjudged(
      months(4, () => ({})),
      lives,
    ),
    ['s.event'],
  );
});

const cases: [string, Differ, RegExp | undefined][] = [
  [
    'a row that should have gone',
    { 's.event': { oldest_days: 38 } },
    /the oldest row of s\.event is 38 days old/,
  ],
  [
    'a row that should have been seen to',
    { 's.queue': { rows: 1 } },
    /s\.queue has 1 rows at the end of a day/,
  ],
  [
    'a table that nobody knows',
    { 's.place': { table: 's.unheard' } },
    /how long the rows of s\.unheard live/,
  ],
  [
    'a day that is not made',
    { 's.event': { partitions: ['20270101', '20270106'] } },
    /20270106, which is not a week/,
  ],
  ['a month that is there in time', { 's.event': { partitions: ['202701'] } }, undefined],
  [
    'a day that is not dropped',
    { 's.event': { partitions: ['20261123', '20270107'] } },
    /20261123 of s\.event ended 38/,
  ],
  [
    'a month that is not dropped',
    { 's.event': { partitions: ['202610', '202701'] } },
    /202610 of s\.event ended 61/,
  ],
];

for (const [what, differ, fault] of cases) {
  test(`a month is judged by itself: ${what}`, () => {
    const faults = judgeMonth(month(differ), lives);
    if (fault === undefined) assert.deepEqual(faults, []);
    else assert.match(faults.join('\n'), fault);
  });
}

test('what broke an invariant stands with its month', () => {
  assert.deepEqual(judgeMonth({ ...month({}), broken: ['two at once: 7'] }, lives), [
    '2026-12-31: two at once: 7',
  ]);
});

test('what grows with visits may not grow faster, and what is given not at all', () => {
  const faster = months(30, (index) => ({ 's.visit': { rows: index ** 3 } }));
  assert.match(judgeYears(faster, lives).join('\n'), /s\.visit grew \d\.\d times as fast as visits/);
  const given = months(30, (index) => ({ 's.place': { rows: index } }));
  assert.deepEqual(judgeYears(given, lives), ['s.place grew from 18 to 30 rows in a year']);
});
