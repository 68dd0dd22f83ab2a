import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneQuestion, zoneWords } from './zone-question.ts';

const now = new Date('2026-12-01T08:00:00Z');

test('a new account takes the zone of the device; another one later is asked about once', () => {
  assert.equal(zoneQuestion('', 'Asia/Karachi', '', now), 'store');
  assert.equal(zoneQuestion('Europe/London', 'Asia/Karachi', '', now), 'ask');
  assert.equal(zoneQuestion('Europe/London', 'Asia/Karachi', 'Asia/Karachi', now), undefined);
  assert.equal(zoneQuestion('Europe/London', 'America/New_York', 'Asia/Karachi', now), 'ask');
  assert.equal(zoneQuestion('Europe/London', 'Europe/London', '', now), undefined);
});

test('zones whose clocks agree all year are not asked about; those that agree in winter only are', () => {
  assert.equal(zoneQuestion('Europe/Berlin', 'Europe/Vienna', '', now), undefined);
  assert.equal(zoneQuestion('Europe/London', 'Atlantic/Reykjavik', '', now), 'ask');
});

test('a device that knows no place is not asked about', () => {
  assert.equal(zoneQuestion('', '+05:00', '', now), undefined);
  assert.equal(zoneWords('America/New_York'), 'New York');
});
