import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPoints, voidsOf } from './points.ts';
import type { Sample } from './samples.ts';
import { cores, type Usage } from './usage.ts';

const began = Date.UTC(2026, 0, 1);
const sample = (at_s: number, metric: string, value: number, more: Partial<Sample> = {}): Sample => ({
  metric,
  at: began + at_s * 1000,
  value,
  scenario: 'users_10',
  status: '200',
  op: 'search',
  phase: 'steady',
  acknowledged: undefined,
  ...more,
});

/** A machine of which the generator uses half a core all the time. */
const usages: Usage[] = Array.from({ length: 60 }, (_, second) => ({
  at: began + second * 1000,
  cpu_s: { generator: second / 2, host: second / 2 + 100 },
  memory_mb: { generator: 50 },
}));

test('a rung has what was measured while it was steady, and nothing of the others', () => {
  const points = createPoints('ladder', 0);
  points.add(sample(0, 'http_req_duration', 9000, { phase: 'warm' }));
  for (let n = 1; n <= 100; n++) points.add(sample(n / 10, 'http_req_duration', n));
  points.add(sample(10, 'http_req_failed', 1));
  points.add(sample(20, 'http_req_duration', 7, { scenario: 'users_20', op: 'book' }));
  points.add(sample(20, 'http_req_duration', 1, { phase: 'setup', op: 'sign-in' }));
  const [ten, twenty, ...more] = points.finish(usages);
  assert.deepEqual(more, []);
  assert.deepEqual(ten?.latency, { n: 100, p50: 50.5, p95: 95, p99: 99 });
  assert.deepEqual([ten?.x, ten?.requests, ten?.failed, ten?.throughput], [10, 100, 1, 10]);
  assert.deepEqual(Object.keys(twenty?.operations ?? {}), ['book']);
  assert.equal(ten?.cores['generator'], 0.5);
  assert.deepEqual(ten?.void, []);
});

test('what measures a limit, a token or the generator is void, and says so', () => {
  const reasons: [Partial<Sample> & { metric: string }, RegExp][] = [
    [{ metric: 'hb_refused' }, /refused by a limit/],
    [{ metric: 'hb_unauthorized' }, /token that had ended/],
    [{ metric: 'hb_people_spent' }, /booked as often/],
    [{ metric: 'dropped_iterations', phase: '' }, /arrivals were dropped/],
  ];
  for (const [{ metric, ...more }, why] of reasons) {
    const points = createPoints('ladder', 0);
    points.add(sample(1, 'http_req_duration', 5));
    points.add(sample(1, metric, 1, more));
    assert.match(points.finish(usages)[0]?.void.join() ?? '', why, metric);
  }
  const points = createPoints('ladder', 0);
  points.add(sample(1, 'http_req_duration', 500));
  const busy = usages.map((usage, second) => ({
    ...usage,
    cpu_s: { generator: second * cores * 0.9, host: second * cores * 0.9 },
  }));
  const measured = points.finish(busy);
  assert.deepEqual(voidsOf(measured), [{ why: 'the generator had no time to spare', xs: [10] }]);
});

test('other workloads have points over time, of open ones from when a request was due', () => {
  const points = createPoints('canary', 2);
  for (let second = 0; second < 48; second++) {
    const more = { scenario: 'canary' };
    points.add(sample(second, 'http_req_duration', 5, more));
    points.add(sample(second, 'hb_since_due', 50, more));
  }
  const measured = points.finish(usages);
  assert.deepEqual(
    measured.slice(0, 3).map(({ x }) => x),
    [2, 4, 6],
  );
  assert.deepEqual([measured[0]?.latency.p50, measured[0]?.operations['search']?.p50], [50, 5]);
});

test('of an appointment the newest version that was acknowledged counts', () => {
  const points = createPoints('ladder', 0);
  const told = (version: number) => ({ acknowledged: { appointmentId: 'a', version, person: 'p' } });
  for (const version of [1, 2]) points.add(sample(1, 'hb_acknowledged', 1, told(version)));
  points.add(sample(1, 'hb_lost', 1));
  assert.deepEqual(points.acknowledged(), [{ appointmentId: 'a', version: 2, person: 'p' }]);
  assert.equal(points.lost(), 1);
});
