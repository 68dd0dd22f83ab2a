import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isWellFormedCode } from './codings.ts';

const snomed = 'http://snomed.info/sct';
const loinc = 'http://loinc.org';

test('accepts published codes of each system', () => {
  for (const code of ['38341003', '73211009', '195967001', '91936005', '373270004', '267036007']) {
    assert.ok(isWellFormedCode(snomed, code), code);
  }
  for (const code of ['4548-4', '2160-0', '8480-6', '8462-4', '29463-7', '2093-3', '718-7', '33914-3']) {
    assert.ok(isWellFormedCode(loinc, code), code);
  }
  assert.ok(isWellFormedCode('http://hl7.org/fhir/sid/icd-10', 'I10'));
  assert.ok(isWellFormedCode('http://hl7.org/fhir/sid/icd-10', 'E11.9'));
  assert.ok(isWellFormedCode('http://www.nlm.nih.gov/research/umls/rxnorm', '860975'));
});

test('refuses an unknown system and a malformed code', () => {
  assert.ok(!isWellFormedCode('http://example.org', '38341003'));
  for (const code of ['', '12', '03834100', '38341003x', '3834100.3'])
    assert.ok(!isWellFormedCode(snomed, code));
  for (const code of ['', '4548', '4548-', '12345678-1']) assert.ok(!isWellFormedCode(loinc, code));
});

test('a single mistyped digit never passes the check digit', () => {
  for (const [system, code] of [
    [snomed, '195967001'],
    [loinc, '29463-7'],
  ] as const) {
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.nat(9), (at, digit) => {
        fc.pre(/\d/.test(code[at] ?? '') && code[at] !== String(digit));
        assert.ok(!isWellFormedCode(system, code.slice(0, at) + digit + code.slice(at + 1)));
      }),
    );
  }
});
