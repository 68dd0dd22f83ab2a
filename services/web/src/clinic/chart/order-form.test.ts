import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type OrderForm, orderOf, problemsOf } from './order-form.ts';

const review: OrderForm = {
  kind: 'follow-up',
  weeks: '6',
  withWhom: 'me',
  specialtyId: '',
  urgency: 'routine',
};
const own = { id: 'p1', specialtyIds: ['s1'] };

test('a review is due after its weeks, and sensible from a fortnight before', () => {
  assert.deepEqual(orderOf(review, own, '2026-12-01'), {
    kind: 'follow-up',
    specialtyId: 's1',
    urgency: 'routine',
    providerId: 'p1',
    dueDate: '2027-01-12',
    earliestDate: '2026-12-29',
  });
  const soon = orderOf({ ...review, weeks: '2', withWhom: 'team' }, own, '2026-12-01');
  assert.deepEqual(soon, {
    kind: 'follow-up',
    specialtyId: 's1',
    urgency: 'routine',
    dueDate: '2026-12-15',
  });
});

test('a referral names where to and how urgent, and leaves the date to its urgency', () => {
  const referral: OrderForm = { ...review, kind: 'referral', specialtyId: 's2', urgency: 'soon' };
  assert.deepEqual(orderOf(referral, own, '2026-12-01'), {
    kind: 'referral',
    specialtyId: 's2',
    urgency: 'soon',
  });
  assert.deepEqual(
    problemsOf({ ...referral, specialtyId: '' }).map(({ field }) => field),
    ['specialty'],
  );
});

test('weeks are a number from 1 to 104', () => {
  for (const weeks of ['', '0', '105', '2.5', 'six', '-1']) {
    assert.deepEqual(
      problemsOf({ ...review, weeks }).map(({ field }) => field),
      ['weeks'],
      weeks,
    );
  }
  assert.deepEqual(problemsOf(review), []);
});
