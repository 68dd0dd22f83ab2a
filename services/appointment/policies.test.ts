import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from './parse.ts';
import { reason, urgencyOf } from './policies.ts';
import { profileFields, roleOf } from './profile-fields.ts';

const none = { emergencySigns: false, gettingWorse: false, limitsDailyLife: false, longStanding: false };

test('urgency follows from the answers, and an emergency is sent to the emergency services', () => {
  assert.equal(urgencyOf(none), 'URGENCY_ROUTINE');
  assert.equal(urgencyOf({ ...none, gettingWorse: true }), 'URGENCY_SOON');
  assert.equal(urgencyOf({ ...none, gettingWorse: true, limitsDailyLife: true }), 'URGENCY_URGENT');
  assert.throws(() => urgencyOf({ ...none, emergencySigns: true }), {
    kind: 'invalid',
    message: /Call the emergency services now/,
  });
});

test('a reason has at most 500 characters and controls nothing but line breaks', () => {
  assert.equal(parse(reason, '  two\r\nlines '), 'two\nlines');
  assert.equal(parse(reason, ''), '');
  assert.equal(parse(reason, 'x'.repeat(500)).length, 500);
  assert.throws(() => parse(reason, 'x'.repeat(501)), { kind: 'invalid' });
  for (const control of ['\0', '\u0007', '\u001b[31m', '\u0085', 'a\tb'])
    assert.throws(() => parse(reason, `a${control}b`), { kind: 'invalid' });
});

test('profile fields are kept tidy or refused', () => {
  assert.equal(parse(profileFields.phone, ' +44 (20) 7946-0000 '), '+442079460000');
  assert.equal(parse(profileFields.timeZone, 'Asia/Karachi'), 'Asia/Karachi');
  assert.equal(parse(profileFields.name, ' Zoë  '), 'Zoë');
  const refused: [keyof typeof profileFields, unknown][] = [
    ['phone', 'call me'],
    ['timeZone', 'Mars/Olympus'],
    ['timeZone', '+01:00'],
    ['language', 'no such language!'],
    ['language', ''],
    ['name', ''],
    ['name', 'a\nb'],
    ['birthDate', '1985-02-30'],
    ['sex', 'm'],
    ['accessNeeds', Array.from({ length: 11 }, () => 'interpreter')],
    ['accessNeeds', ['']],
  ];
  for (const [field, value] of refused)
    assert.throws(() => parse(profileFields[field], value), { kind: 'invalid' }, `${field} ${value}`);
});

test('staff who are also patients have a staff role', () => {
  assert.equal(roleOf(['Patients', 'Providers']), 'provider');
  assert.equal(roleOf(['Patients']), 'patient');
  assert.equal(roleOf([]), undefined);
});
