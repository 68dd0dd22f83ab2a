import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testDatabase } from '@healthbooker/local/test/database';
import { paces } from './day.ts';
import { judgeMonth } from './judge.ts';
import { lives, openLife } from './life.ts';
import { type Database, databases } from './running.ts';

const opened = await Promise.all(databases.map(async (each) => [each, await testDatabase(each)] as const));
after(() => Promise.all(opened.map(([, { drop }]) => drop())));

test('six weeks of a hospital that is stopped and gone on with: what housekeeping leaves undone is named, and nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'years-'));
  const ground = {
    databases: Object.fromEntries(opened) as Record<Database, (typeof opened)[number][1]>,
    name: randomUUID(),
  };
  const first = new Date('2026-12-23T04:00:00Z');
  const living = {
    pace: paces.short,
    without: new Set(['scheduler prune-holds']),
    isStopped: () => false,
    told: () => undefined,
  };
  const before = await openLife(ground, first, folder);
  await before.liveUntil(new Date('2026-12-28T00:00:00Z'), living);
  await before.close();

  const life = await openLife(ground, first, folder);
  try {
    assert.equal(life.now().toISOString(), '2026-12-27T23:30:00.000Z');
    await life.liveUntil(new Date('2027-02-01T00:00:00Z'), living);
    assert.deepEqual(life.failures, []);
    const faults = life.months.flatMap((month) => judgeMonth(month, lives));
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.match(faults[0] ?? '', /^2027-01-31: the oldest row of scheduler.hold is \d\d days old/);

    const last = await life.lookBack();
    assert.deepEqual(judgeMonth(last, lives), []);
    assert.ok(last.replayed > 100, 'hardly anything was decided');
  } finally {
    await life.close();
    rmSync(folder, { recursive: true });
  }
});
