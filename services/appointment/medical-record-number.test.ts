import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { appointmentId } from './appointment-id.ts';
import { medicalRecordNumber } from './medical-record-number.ts';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function checks(number: string): boolean {
  const values = [...number.replace(/^HB-/, '').replaceAll('-', '')].map((c) => alphabet.indexOf(c));
  const check = values.pop();
  return values.reduce((sum, value, i) => sum + value * (2 * i + 1), 0) % 32 === check;
}

test('the number of a person is always the same, well formed and checks', () => {
  fc.assert(
    fc.property(fc.uuid(), (personId) => {
      const number = medicalRecordNumber(personId);
      assert.match(number, /^HB-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]$/);
      assert.equal(medicalRecordNumber(personId), number);
      assert.ok(checks(number));
    }),
  );
});

test('the check character notices any one wrong character', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 0, max: 9 }), fc.constantFrom(...alphabet), (id, at, wrong) => {
      const number = medicalRecordNumber(id);
      const place = 3 + at + (at >= 5 ? 1 : 0);
      const typed = number.slice(0, place) + wrong + number.slice(place + 1);
      assert.equal(checks(typed), typed === number);
    }),
  );
});

test('people have different numbers, and keys different appointments', () => {
  const people = Array.from({ length: 20_000 }, () => randomUUID());
  assert.equal(new Set(people.map(medicalRecordNumber)).size, people.length);
  const [person = '', other = ''] = people;
  assert.equal(appointmentId(person, 'key-00000001'), appointmentId(person, 'key-00000001'));
  assert.notEqual(appointmentId(person, 'key-00000001'), appointmentId(person, 'key-00000002'));
  assert.notEqual(appointmentId(person, 'key-00000001'), appointmentId(other, 'key-00000001'));
  assert.match(appointmentId(person, 'key-00000001'), /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-/);
});
