import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { workloadToken } from '@healthbooker/local/test/tokens';
import { ServiceError } from './errors.ts';
import { createWorkloadTokens } from './workload.ts';

const dir = mkdtempSync(join(tmpdir(), 'workload-'));
after(() => rmSync(dir, { recursive: true }));
const unavailable = (err: unknown) => err instanceof ServiceError && err.kind === 'unavailable';

test('a token is read again a second later, when its file has been replaced', async () => {
  let now = Date.now();
  const tokens = createWorkloadTokens(dir, () => now);
  const first = await workloadToken('notification', 'scheduler');
  const second = await workloadToken('notification', 'scheduler');
  writeFileSync(join(dir, 'scheduler'), `${first}\n`);
  assert.equal(await tokens.tokenFor('scheduler'), first);
  writeFileSync(join(dir, 'scheduler'), second);
  assert.equal(await tokens.tokenFor('scheduler'), first);
  now += 1001;
  assert.equal(await tokens.tokenFor('scheduler'), second);
});

test('a missing, malformed or expired token makes the callee unavailable', async () => {
  const tokens = createWorkloadTokens(dir);
  await assert.rejects(tokens.tokenFor('ehr'), unavailable);
  writeFileSync(join(dir, 'ehr'), 'nonsense');
  await assert.rejects(tokens.tokenFor('ehr'), unavailable);
  const exp = Math.floor(Date.now() / 1000) - 1;
  writeFileSync(join(dir, 'ehr'), await workloadToken('notification', 'ehr', { exp }));
  await assert.rejects(tokens.tokenFor('ehr'), unavailable);
  writeFileSync(join(dir, 'ehr'), await workloadToken('notification', 'ehr'));
  assert.ok(await tokens.tokenFor('ehr'));
});

test('a callee is a name and not a path', async () => {
  await assert.rejects(createWorkloadTokens(dir).tokenFor('../ehr'), TypeError);
});
