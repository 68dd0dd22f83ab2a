import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readBirthDate, readEmail, readName } from './person.ts';

const now = new Date('2026-11-29T12:00:00Z');

test('names of every script are kept as they are written', () => {
  for (const name of [
    'Laura Bennington',
    'Seán Ó Súilleabháin',
    'Nguyễn Thị Ánh',
    'علی‌رضا حسینی',
    'ශ්‍රී ලාල්',
    'க'.repeat(96),
    'கு'.repeat(96),
    'م'.repeat(120),
    'W'.repeat(120),
    '𠮷野家',
    '葛\u{e0100}城',
    'O’Neill-Smith Jr.',
    'Jean 2',
  ]) {
    assert.deepEqual(readName(name), { value: name.normalize('NFC') });
  }
});

test('spaces around and between words are single ones', () => {
  assert.deepEqual(readName('  Laura \u00a0 Bennington '), { value: 'Laura Bennington' });
});

test('a name without a visible letter, or with what cannot be seen, is refused', () => {
  for (const name of [
    '',
    ' ',
    '\u200b',
    '\u200d',
    '...',
    '42',
    '\u3164',
    '\u115f',
    '\u2800',
    '\u0301',
    'La\u202eura',
    'Laura\u202a',
    '\u2066Laura\u2069',
    'Laura\u200e',
    '\u061cLaura',
    'Laura\u2028Bennington',
    'Laura\u2029',
    'Laura\n',
    'Lau\tra',
    'Laura\u0000',
    'Laura\u0085',
    'Lau\u200bra',
    'Lau\u00adra',
    '\ufeffLaura',
    'Laura\ud800',
    '\udc00Laura',
    '\u200dLaura',
    'Laura\u200c',
    'Laura \u200dBennington',
    'Laura\u{e0041}',
    'Laura\ue000',
    'Laura\uffff',
    'W'.repeat(121),
    'க'.repeat(121),
    `Z${'\u0300\u0316'.repeat(4)}`,
  ]) {
    assert.ok(readName(name).problem, JSON.stringify(name));
  }
});

test('what is read once reads the same again, and can be seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { value } = readName(text);
      if (value === undefined) return;
      assert.deepEqual(readName(value), { value });
      assert.doesNotMatch(value, /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\u200b]/u);
      assert.match(value, /\p{L}/u);
    }),
  );
});

test('a birth date is a day of the calendar in the last 130 years', () => {
  for (const date of ['1985-04-12', '2024-02-29', '2026-11-29', '2026-11-30', '1896-12-01']) {
    assert.deepEqual(readBirthDate(date, now), { value: date });
  }
  for (const date of [
    '',
    '2023-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2026-12-01',
    '2999-01-01',
    '1799-01-01',
    '1896-11-28',
    '0000-01-01',
    '1985-4-12',
    '12.04.1985',
    '1985-04-12T00:00:00Z',
    ' 1985-04-12',
    '١٩٨٥-٠٤-١٢',
  ]) {
    assert.ok(readBirthDate(date, now).problem, date);
  }
});

test('an address is kept as mail is sent to it', () => {
  for (const [text, value] of [
    ['zoe@exämple.de', 'zoe@xn--exmple-cua.de'],
    ['ZOE@EXÄMPLE.DE', 'zoe@xn--exmple-cua.de'],
    ['zoe@exa\u0308mple.de', 'zoe@xn--exmple-cua.de'],
    ['zoe@xn--exmple-cua.de', 'zoe@xn--exmple-cua.de'],
    ['a@例え。テスト', 'a@xn--r8jz45g.xn--zckzah'],
    [' Sara.Khan@Example.COM ', 'sara.khan@example.com'],
    ["o'neil+clinic@mail.example.co.uk", "o'neil+clinic@mail.example.co.uk"],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ] as const) {
    assert.deepEqual(readEmail(text), { value }, text);
    assert.deepEqual(readEmail(value), { value }, value);
  }
});

test('what no mail can be sent to is refused', () => {
  for (const address of [
    '',
    'zoe',
    '@example.com',
    'zoe@',
    'zoe@localhost',
    'zoe@example',
    'zoe@192.0.2.1',
    'zoe@[192.0.2.1]',
    'zoe@0x7f.1',
    'zoe@example.com:25',
    'zoe@example.com/path',
    'zoe@example.com?x',
    'zoe@ex%61mple.com',
    'zoe@exa mple.com',
    'zoe smith@example.com',
    '"zoe smith"@example.com',
    'zoë@example.com',
    'zoe@@example.com',
    '.zoe@example.com',
    'zoe.@example.com',
    'zo..e@example.com',
    'zoe@-example.com',
    'zoe@example..com',
    'zoe@example.com\u0000',
    'zoe@exam\u202eple.com',
    'zoe@exam\ud800ple.com',
    'zoe <zoe@example.com>',
    'zoe@example.com,eve@example.com',
    `${'a'.repeat(65)}@example.com`,
    `a@${'b'.repeat(64)}.com`,
    `a@${'bcd.'.repeat(63)}com`,
  ]) {
    assert.ok(readEmail(address).problem, JSON.stringify(address));
  }
});
