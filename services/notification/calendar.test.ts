import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CalendarVisit, calendarMethod, renderCalendar } from './calendar.ts';

const visit: CalendarVisit = {
  appointmentId: '7d6f2f0a-6a53-4d9e-9f0e-0c8a54a5b001',
  sequence: 0,
  cancelled: false,
  needsNewTime: false,
  startAt: '2027-03-29T13:15:00Z',
  endAt: '2027-03-29T13:45:00Z',
  changedAt: '2027-03-15T09:00:00Z',
  locationName: 'Northgate Hospital',
  address: '1 High Street; Level 2, London',
  url: 'https://portal.example/appointments/7d6f2f0a-6a53-4d9e-9f0e-0c8a54a5b001',
};
const organizer = { name: 'HealthBooker', address: 'no-reply@healthbooker.example' };
const attendee = { name: 'Ada "Countess"\r\nLovelace', address: 'ada@example.com' };

function unfold(ics: string): string[] {
  return ics.replaceAll('\r\n ', '').split('\r\n');
}

test('a mailed calendar is a REQUEST with stable UID, SEQUENCE and UTC instants', () => {
  const lines = unfold(renderCalendar(visit, organizer, attendee));
  assert.ok(lines.includes('METHOD:REQUEST'));
  assert.ok(lines.includes(`UID:${visit.appointmentId}@healthbooker`));
  assert.ok(lines.includes('SEQUENCE:0'));
  assert.ok(lines.includes('DTSTART:20270329T131500Z'));
  assert.ok(lines.includes('DTEND:20270329T134500Z'));
  assert.ok(lines.includes('DTSTAMP:20270315T090000Z'));
  assert.ok(lines.includes('STATUS:CONFIRMED'));
  assert.ok(lines.some((line) => line.startsWith('ATTENDEE') && line.endsWith(':MAILTO:ada@example.com')));
  assert.equal(lines.filter((line) => line.includes('VTIMEZONE')).length, 0);
});

test('a cancellation keeps the UID and carries METHOD and STATUS of one', () => {
  const lines = unfold(renderCalendar({ ...visit, sequence: 2, cancelled: true }, organizer, attendee));
  assert.ok(lines.includes('METHOD:CANCEL'));
  assert.ok(lines.includes('STATUS:CANCELLED'));
  assert.ok(lines.includes('SEQUENCE:2'));
  assert.ok(lines.includes(`UID:${visit.appointmentId}@healthbooker`));
});

test('an entry whose time the clinic cannot keep stays, as one that is not certain', () => {
  const lines = unfold(renderCalendar({ ...visit, sequence: 1, needsNewTime: true }, organizer, attendee));
  assert.ok(lines.includes('METHOD:REQUEST'));
  assert.ok(lines.includes('STATUS:TENTATIVE'));
  assert.ok(lines.includes('SUMMARY:Needs a new time: your appointment'));
  assert.ok(lines.includes('SEQUENCE:1') && lines.includes('DTSTART:20270329T131500Z'));
  const cancelled = unfold(renderCalendar({ ...visit, cancelled: true, needsNewTime: true }, organizer));
  assert.ok(cancelled.includes('STATUS:CANCELLED'));
});

test('a downloaded calendar is published, without an attendee', () => {
  const lines = unfold(renderCalendar(visit, organizer));
  assert.ok(lines.includes('METHOD:PUBLISH'));
  assert.ok(!lines.some((line) => line.startsWith('ATTENDEE')));
  assert.equal(calendarMethod(visit), 'PUBLISH');
});

test('the same version gives the same bytes', () => {
  assert.equal(renderCalendar(visit, organizer, attendee), renderCalendar(visit, organizer, attendee));
});

test('every line ends in CRLF and no text of a person opens a line of its own', () => {
  const evil = { ...visit, locationName: 'North\r\nMETHOD:CANCEL', address: 'a\nSTATUS:CANCELLED' };
  const ics = renderCalendar(evil, organizer, attendee);
  assert.equal(ics.replaceAll('\r\n', '').search(/[\r\n]/), -1);
  const lines = unfold(ics);
  assert.equal(lines.filter((line) => line.startsWith('METHOD:')).length, 1);
  assert.equal(lines.filter((line) => line.startsWith('STATUS:')).length, 1);
  assert.equal(lines.filter((line) => line.startsWith('Lovelace')).length, 0);
  for (const line of ics.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
});
