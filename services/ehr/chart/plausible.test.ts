import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isWellFormedCode, ucumUnits } from './codings.ts';
import { doubtsOf, quantityOf } from './plausible.ts';
import { byUnit, quantities } from './quantities.ts';

const measured = (name: string, value: number, unit: string, code?: string) => ({
  coding: code === undefined ? null : { system: 'http://loinc.org', code },
  name,
  value,
  unit,
});

test('every quantity has codes that can be, units in use, and bounds inside each other', () => {
  const codes = quantities.flatMap(({ loinc }) => loinc);
  assert.equal(new Set(codes).size, codes.length);
  for (const code of codes) assert.ok(isWellFormedCode('http://loinc.org', code), code);
  const units: readonly string[] = ucumUnits;
  for (const { name, unit, others = {}, possible, likely = possible } of quantities) {
    for (const one of [unit, ...Object.keys(others)]) assert.ok(units.includes(one), `${name} in ${one}`);
    assert.ok(possible[0] <= likely[0] && likely[0] < likely[1] && likely[1] <= possible[1], name);
  }
  for (const unit of Object.keys(byUnit)) assert.ok(units.includes(unit), unit);
});

test('in every unit of a quantity the same is possible, and the sentence names its bounds in that unit', () => {
  const degrees = (value: number) => doubtsOf(measured('Temperature', value, '[degF]'), 'body');
  assert.deepEqual(degrees(122), {
    impossible: [],
    unlikely: [{ field: 'body.value', message: 'is very unlikely: most are between 89.6 and 108.5' }],
  });
  assert.deepEqual(degrees(123).impossible, [{ field: 'body.value', message: 'must be between 50 and 122' }]);
  for (const [value, unit] of [
    [70, 'kg'],
    [70_000, 'g'],
    [154.3, '[lb_av]'],
  ] as const) {
    assert.deepEqual(doubtsOf(measured('Weight', value, unit), 'body'), { impossible: [], unlikely: [] });
  }
});

test('a code says which quantity it is, whatever the name', () => {
  assert.equal(quantityOf(measured('Obs 1', 37, 'Cel', '8310-5'))?.name, 'Temperature');
  assert.equal(quantityOf(measured('  Body   TEMPERATURE ', 37, 'Cel'))?.name, 'Temperature');
  assert.equal(quantityOf(measured('Temperature of the water', 37, 'Cel')), undefined);
  assert.equal(doubtsOf(measured('Obs 1', 70, 'kg', '8310-5'), 'body').impossible[0]?.field, 'body.unit');
});

test('nothing below zero, beyond a million or with the noise of a calculation is written, but signed differences are', () => {
  const unit = fc.constantFrom(...ucumUnits);
  const beyond = fc.oneof(
    fc.double({ max: -1e-6, noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: 1_000_001, noNaN: true, noDefaultInfinity: true }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom('Something', ...quantities.map(({ name }) => name)),
      beyond,
      unit,
      (name, value, one) => {
        fc.pre(!/excess/.test(name.toLowerCase()));
        assert.notDeepEqual(doubtsOf(measured(name, value, one), 'body').impossible, []);
      },
    ),
    { numRuns: 2000 },
  );
  assert.equal(doubtsOf(measured('Something', 0.1 + 0.2, 'mg/L'), 'body').impossible.length, 1);
  assert.deepEqual(doubtsOf(measured('Z-score', -2.1, '1'), 'body').impossible, []);
  assert.equal(doubtsOf(measured('Weight', Number.NaN, 'kg'), 'body').impossible.length, 1);
});
