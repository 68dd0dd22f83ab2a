import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { type LeaveBed, makeLeaveBed } from '../test/leave.ts';
import { START } from '../test/service.ts';

let bed: LeaveBed;
beforeEach(async () => {
  bed = await makeLeaveBed();
});
afterEach(() => bed?.close());

test('the report compares the rule with the optimum of each day', async () => {
  const { call, admin, bookVisits } = bed;
  await bookVisits(3);
  const day = START.toISOString().slice(0, 10);
  const { days } = await call(
    'ReportOptimality',
    { specialtyId: 'cardiology', firstDate: day, lastDate: '2026-12-02' },
    admin.as(20_000),
  );
  assert.deepEqual(
    days.map(({ date, visits }) => [date, visits]),
    [
      [day, 3],
      ['2026-12-02', 0],
    ],
  );
  const [first] = days;
  assert.ok(first && first.slots > 3 && first.isProven);
  assert.ok(first.optimalCost > 0 && first.greedyCost >= first.optimalCost - 1e-6);
});
