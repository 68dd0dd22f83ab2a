import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrangeTimeline, newEntries } from './arrange.ts';

const visit = (id: string, startAt: string, status = 'booked') => ({
  id,
  status,
  startAt: `${startAt}:00Z`,
  endAt: `${startAt}:30Z`,
});

test('the next visit is the earliest that is not over, cancelled ones are past', () => {
  const arranged = arrangeTimeline(
    [
      visit('c', '2026-12-05T10:00'),
      visit('x', '2026-12-03T10:00', 'cancelled'),
      visit('a', '2026-12-01T10:00', 'fulfilled'),
      visit('b', '2026-12-04T10:00'),
    ],
    '2026-12-02T00:00:00Z',
  );
  assert.equal(arranged.next?.id, 'b');
  assert.deepEqual(
    arranged.later.map(({ id }) => id),
    ['c'],
  );
  assert.deepEqual(
    arranged.past.map(({ id }) => id),
    ['x', 'a'],
  );
});

test('a visit stays the next one until it ends', () => {
  const one = [visit('a', '2026-12-01T10:00')];
  assert.equal(arrangeTimeline(one, '2026-12-01T10:00:10Z').next?.id, 'a');
  assert.equal(arrangeTimeline(one, '2026-12-01T10:00:31Z').next, undefined);
});

test('news are the three latest entries', () => {
  const at = (recordedAt: string) => ({ recordedAt });
  assert.deepEqual(newEntries([at('1'), at('4'), at('2'), at('3')]), [at('4'), at('3'), at('2')]);
});
