import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { promote, readPin, stages, writePin } from './pins.ts';

const pin = (service: string, letter: string) => ({
  service,
  chart: { revision: letter.repeat(40) },
  image: { digest: `sha256:${letter.repeat(64)}` },
});

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'healthbooker-pins-'));
  for (const stage of stages) {
    mkdirSync(join(dir, stage));
    for (const service of ['ehr', 'scheduler']) writePin(stage, pin(service, '1'), dir);
  }
});
afterEach(() => rmSync(dir, { recursive: true }));

test('a promotion copies revision and digest of what changed, and nothing else', () => {
  writePin('dev', pin('ehr', 'a'), dir);
  assert.deepEqual(promote('dev', 'staging', [], dir), ['ehr']);
  assert.deepEqual(readPin('staging', 'ehr', dir), pin('ehr', 'a'));
  assert.deepEqual(readPin('staging', 'scheduler', dir), pin('scheduler', '1'));
  assert.deepEqual(readPin('prod', 'ehr', dir), pin('ehr', '1'));
  assert.deepEqual(promote('dev', 'staging', [], dir), []);
});

test('no stage is left out, and none goes back', () => {
  for (const [from, to] of [
    ['dev', 'prod'],
    ['staging', 'dev'],
    ['rig', 'dev'],
    ['prod', ''],
  ] as const) {
    assert.throws(() => promote(from, to, [], dir), /does not come after/);
  }
});

test('what was never released cannot be promoted', () => {
  writePin('dev', pin('ehr', '0'), dir);
  assert.throws(() => promote('dev', 'staging', ['ehr'], dir), /has not been released/);
});

test('a tag, or half a commit, is no pin', () => {
  const { image, chart } = pin('ehr', 'a');
  assert.throws(
    () => writePin('dev', { service: 'ehr', chart, image: { digest: 'latest' } }, dir),
    /no digest/,
  );
  assert.throws(
    () => writePin('dev', { service: 'ehr', chart: { revision: 'v1' }, image }, dir),
    /no full commit/,
  );
});
