import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { announceAt, offerDeadline } from './offer-deadline.ts';

const HOUR_MS = 3_600_000;
const london = 'Europe/London';
const at = (text: string) => Date.parse(text);
const far = at('2027-06-01T12:00:00Z');

function ends(
  now: string,
  urgency: 'urgent' | 'soon' | 'routine',
  timeZone = london,
  startMs = far,
  noticeMs = 2 * HOUR_MS,
): string | undefined {
  const endMs = offerDeadline({ urgency, startMs, noticeMs, timeZone }, at(now));
  return endMs === undefined ? undefined : new Date(endMs).toISOString();
}

test('by day an offer ends after the hours that its urgency leaves, or the morning after', () => {
  assert.equal(ends('2026-12-01T10:00:00Z', 'urgent'), '2026-12-01T12:00:00.000Z');
  assert.equal(ends('2026-12-01T10:00:00Z', 'routine'), '2026-12-02T10:00:00.000Z');
  assert.equal(ends('2026-12-01T08:00:00Z', 'soon'), '2026-12-01T20:00:00.000Z');
  assert.equal(ends('2026-12-01T10:00:00Z', 'soon'), '2026-12-02T10:00:00.000Z');
  assert.equal(ends('2026-12-01T19:00:00Z', 'urgent'), '2026-12-02T10:00:00.000Z');
});

test('an offer made at night counts from the morning in which it is told', () => {
  assert.equal(ends('2026-12-01T03:00:00Z', 'urgent'), '2026-12-01T10:00:00.000Z');
  assert.equal(ends('2026-12-01T22:00:00Z', 'soon'), '2026-12-02T20:00:00.000Z');
  assert.equal(
    new Date(announceAt(london, at('2026-12-01T22:00:00Z'))).toISOString(),
    '2026-12-02T08:00:00.000Z',
  );
  // Karachi is five hours ahead: 03:00 UTC is day there.
  assert.equal(ends('2026-12-01T03:00:00Z', 'urgent', 'Asia/Karachi'), '2026-12-01T05:00:00.000Z');
});

test('the clocks of the place count, on the day they change too', () => {
  // 28 March 2027: London goes from 01:00 to 02:00; 10am there is 09:00 UTC.
  assert.equal(ends('2027-03-27T23:00:00Z', 'urgent'), '2027-03-28T09:00:00.000Z');
  assert.equal(ends('2026-10-31T23:00:00Z', 'urgent', 'America/New_York'), '2026-11-01T15:00:00.000Z');
});

test('an offer ends before the notice of the visit; where that is at night or too soon, none is made', () => {
  const start = (text: string) => at(text);
  assert.equal(
    ends('2026-12-01T10:00:00Z', 'routine', london, start('2026-12-01T15:00:00Z')),
    '2026-12-01T13:00:00.000Z',
  );
  assert.equal(ends('2026-12-01T10:00:00Z', 'routine', london, start('2026-12-01T12:29:00Z')), undefined);
  assert.equal(ends('2026-12-01T10:00:00Z', 'routine', london, start('2026-12-02T09:00:00Z')), undefined);
  // Notice at half a minute to eight in the morning is at night still.
  assert.equal(ends('2026-12-01T10:00:00Z', 'routine', london, start('2026-12-02T09:59:30Z')), undefined);
  // Told at 8am, it would leave 20 minutes.
  assert.equal(ends('2026-12-01T03:00:00Z', 'routine', london, start('2026-12-01T10:20:00Z')), undefined);
});

test('whatever the zone and the hour: by day, after the telling, before the notice, half an hour away', () => {
  const zones = [
    'Europe/London',
    'Asia/Kolkata',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'UTC',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom('urgent' as const, 'soon' as const, 'routine' as const),
      fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') }),
      fc.integer({ min: 0, max: 72 * HOUR_MS }),
      fc.integer({ min: 0, max: 24 * HOUR_MS }),
      (timeZone, urgency, nowMs, aheadMs, noticeMs) => {
        const startMs = nowMs + aheadMs;
        const endMs = offerDeadline({ urgency, startMs, noticeMs, timeZone }, nowMs);
        if (endMs === undefined) return;
        assert.ok(endMs <= startMs - noticeMs);
        assert.ok(endMs >= announceAt(timeZone, nowMs) + HOUR_MS / 2);
        const time = Temporal.Instant.fromEpochMilliseconds(endMs).toZonedDateTimeISO(timeZone).toPlainTime();
        assert.ok(Temporal.PlainTime.compare(time, '08:00') >= 0, `${time}`);
        assert.ok(Temporal.PlainTime.compare(time, '20:00') <= 0, `${time}`);
      },
    ),
    { numRuns: 1000 },
  );
});
