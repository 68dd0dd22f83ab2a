import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AccessEvent, together } from './looks.ts';

const look: AccessEvent = {
  at: '2026-12-03T10:00:00Z',
  readerId: 'a',
  readerName: 'Dr Heart',
  role: 'Providers',
  action: 'read',
  what: 'visit-reason',
  why: 'own-visit',
};

test('what somebody repeats on one day is one line; a write, another day or somebody else between is not', () => {
  const events: AccessEvent[] = [
    look,
    { ...look, at: '2026-12-03T09:00:00Z' },
    { ...look, at: '2026-12-03T08:00:00Z', action: 'write' },
    { ...look, at: '2026-12-03T07:00:00Z' },
    { ...look, at: '2026-12-03T06:00:00Z', readerId: 'b' },
    { ...look, at: '2026-12-03T05:00:00Z' },
    { ...look, at: '2026-12-02T23:00:00Z' },
  ];
  assert.deepEqual(
    together(events, 'UTC').map(({ event, times, firstAt }) => [
      event.at.slice(8, 13),
      times,
      firstAt.slice(8, 13),
    ]),
    [
      ['03T10', 2, '03T09'],
      ['03T08', 1, '03T08'],
      ['03T07', 1, '03T07'],
      ['03T06', 1, '03T06'],
      ['03T05', 1, '03T05'],
      ['02T23', 1, '02T23'],
    ],
  );
});
