import assert from 'node:assert/strict';
import { test } from 'node:test';
import { regionOf } from './region-of.ts';

test('a postcode lies in the region of its longest prefix, however it is written', () => {
  for (const code of [
    'SE1 7XX',
    'se17xx',
    'N6 4YY',
    'E1 6AN',
    'EC1A 1BB',
    'W1A 0AX',
    'WC2N 5DU',
    'KT1 1AA',
  ]) {
    assert.equal(regionOf(code), 'london', code);
  }
  for (const code of ['75600', '75300', '74200', '74-900']) assert.equal(regionOf(code), 'karachi', code);
});

test('a postcode of no region is put into none', () => {
  // Newcastle, Edinburgh, Lahore, half a code, Paris as it is written with its country, nothing.
  for (const code of ['NE1 4ST', 'EH1 1YZ', '54000', '756', 'F-75001', '756000', 'SE', '']) {
    assert.equal(regionOf(code), undefined, code);
  }
});
