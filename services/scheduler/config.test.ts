import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { identityEnv } from '@healthbooker/local/test/tokens';
import { schedulerConfig } from './config.ts';
import { createTieBreak } from './engine/tie-break.ts';

test('an allocation key that was rotated is the one of every process that starts afterwards', () => {
  const dir = mkdtempSync(join(tmpdir(), 'allocation-'));
  const file = join(dir, 'key');
  const start = () =>
    schedulerConfig({
      ...identityEnv(),
      DATABASE_URL: 'postgres://scheduler@127.0.0.1/scheduler',
      EVENTS_TOPIC_ARN: 'arn:aws:sns:eu-west-2:000000000000:test',
      ALLOCATION_KEY_FILE: file,
    }).ALLOCATION_KEY;
  const breaksTies = (key: string | undefined) => createTieBreak(key)('slot', 'appointment');
  writeFileSync(file, 'the first key of many letters\n');
  const [one, another] = [start(), start()];
  assert.equal(breaksTies(one), breaksTies(another));
  writeFileSync(file, 'the second key of many letters\n');
  const [rotated, alike] = [start(), start()];
  assert.equal(breaksTies(rotated), breaksTies(alike));
  assert.notEqual(breaksTies(rotated), breaksTies(one));
  writeFileSync(file, 'short');
  assert.throws(start, /ALLOCATION_KEY: .*16/);
  rmSync(dir, { recursive: true });
});
