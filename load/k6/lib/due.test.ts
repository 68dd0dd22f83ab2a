import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dueAfter, type Stage } from './due.ts';

test('at a steady rate arrivals are a period apart, and end with the stage', () => {
  const stages = [{ target: 10, duration_s: 2 }];
  assert.equal(dueAfter(10, stages, 0), 0);
  assert.equal(dueAfter(10, stages, 7), 0.7);
  assert.equal(dueAfter(10, stages, 20), 2);
  assert.equal(dueAfter(10, stages, 21), undefined);
});

test('while the rate grows, as many have arrived by each instant as the area under it', () => {
  const stage = fc.record({
    target: fc.double({ min: 0.1, max: 100, noNaN: true }),
    duration_s: fc.double({ min: 1, max: 600, noNaN: true }),
  });
  fc.assert(
    fc.property(
      stage.map(({ target }) => target),
      fc.array(stage, { minLength: 1, maxLength: 4 }),
      (start, stages) => {
        let before = -1;
        for (let arrival = 0; arrival < 300; arrival += 7) {
          const due = dueAfter(start, stages, arrival);
          if (due === undefined) {
            assert.ok(arrivedBy(start, stages, Number.POSITIVE_INFINITY) < arrival + 1e-6);
            return;
          }
          assert.ok(due >= before, 'in order');
          assert.ok(Math.abs(arrivedBy(start, stages, due) - arrival) < 1e-6 * (arrival + 1), `${arrival}`);
          before = due;
        }
      },
    ),
  );
});

/** The area under the rate until an instant. */
function arrivedBy(startRate: number, stages: readonly Stage[], until_s: number): number {
  let [rate, at, area] = [startRate, 0, 0];
  for (const { target, duration_s } of stages) {
    const t = Math.max(0, Math.min(duration_s, until_s - at));
    area += rate * t + (((target - rate) / duration_s) * t * t) / 2;
    at += duration_s;
    rate = target;
  }
  return area;
}
