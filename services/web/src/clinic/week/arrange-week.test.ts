import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrangeWeek } from './arrange-week.ts';

type Week = Parameters<typeof arrangeWeek>[0];
type WeekSlot = Week['slots'][number];

function slot(date: string, starts: string, change: Partial<WeekSlot> = {}, id = 's1'): WeekSlot {
  const startAt = `${date}T${starts}:00Z`;
  return {
    slot: {
      id,
      providerId: 'p',
      providerName: 'Dr Test',
      specialtyId: 'c',
      visitTypeId: 'first',
      locationId: 'north',
      timeZone: 'Europe/London',
      mode: 'in-person',
      startAt,
      endAt: startAt.replace(':00:00Z', ':30:00Z'),
    },
    sessionId: 'a',
    date,
    starts,
    ends: starts.replace(':00', ':30'),
    seat: 1,
    state: 'free',
    keptFor: null,
    keptUntil: null,
    isOutsideRules: false,
    isPartOfLonger: false,
    ...change,
  };
}

function week(change: Partial<Week>): Week {
  return {
    providerId: 'p',
    providerName: 'Dr Test',
    firstDate: '2026-11-30',
    timeZone: 'Europe/London',
    sessions: [],
    slots: [],
    leave: [],
    closures: [],
    isCut: false,
    ...change,
  };
}

test('a row for every start of some day, a column for every day', () => {
  const { days, starts, cell } = arrangeWeek(
    week({ slots: [slot('2026-12-03', '14:00'), slot('2026-11-30', '09:00'), slot('2026-12-01', '09:00')] }),
    {},
  );
  assert.deepEqual(starts, ['09:00', '14:00']);
  assert.deepEqual([days[0]?.date, days[6]?.date], ['2026-11-30', '2026-12-06']);
  assert.equal(cell('2026-12-03', '14:00')?.state, 'free');
  assert.equal(cell('2026-12-03', '09:00'), undefined);
});

test('the seats of a group visit are one cell: free while one of them is', () => {
  const seats = [
    slot('2026-12-03', '09:00', { state: 'booked' }, 's1'),
    slot('2026-12-03', '09:00', { state: 'booked', seat: 2 }, 's2'),
    slot('2026-12-03', '09:00', { seat: 3 }, 's3'),
  ];
  const { cell } = arrangeWeek(week({ slots: seats }), { s1: 'Ada Cole', s2: 'Ben Hart' });
  const group = cell('2026-12-03', '09:00');
  assert.deepEqual([group?.state, group?.seats, group?.taken], ['free', 3, 2]);
  assert.deepEqual(group?.patients, ['Ada Cole', 'Ben Hart']);
});

test('a closed time says why: leave, a closure, or neither', () => {
  const closed = { state: 'closed' as const };
  const { cell, days } = arrangeWeek(
    week({
      slots: [
        slot('2026-12-01', '09:00', closed),
        slot('2026-12-02', '09:00', closed),
        slot('2026-12-03', '09:00', closed),
        slot('2026-12-04', '09:00', { ...closed, isPartOfLonger: true }),
      ],
      leave: [{ id: 'l', fromAt: '2026-12-01T00:00:00Z', toAt: '2026-12-02T00:00:00Z', note: '' }],
      closures: [
        {
          id: 'c',
          locationId: null,
          firstDate: '2026-12-02',
          lastDate: '2026-12-02',
          note: 'Holiday',
        },
      ],
    }),
    {},
  );
  assert.equal(cell('2026-12-01', '09:00')?.state, 'leave');
  assert.equal(cell('2026-12-02', '09:00')?.state, 'closure');
  assert.equal(cell('2026-12-03', '09:00')?.state, 'closed');
  assert.equal(cell('2026-12-04', '09:00'), undefined);
  assert.deepEqual([days[1]?.isLeave, days[2]?.isLeave], [true, false]);
});
