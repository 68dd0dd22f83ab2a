import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { testEvents } from '@healthbooker/local/test/events';
import { startService } from '@healthbooker/local/test/processes';
import { identityEnv } from '@healthbooker/local/test/tokens';
import { testTable } from './test/table.ts';

test('the process is ready without the scheduler, tells its measures and ends cleanly', async () => {
  const [table, events, tokenDir] = await Promise.all([
    testTable(),
    testEvents(),
    mkdtemp(join(tmpdir(), 'workload-')),
  ]);
  const process = await startService('appointment', {
    ...events.env,
    ...table.env,
    ...identityEnv(),
    WORKLOAD_TOKEN_DIR: tokenDir,
    SCHEDULER_ADDRESS: '127.0.0.1:9',
  });
  const metrics = await (await fetch(`${process.metricsUrl}/metrics`)).text();
  assert.match(metrics, /appointment_reconciler_steps_total/);
  assert.equal(await process.end('SIGTERM'), 0);
  await Promise.all([table.remove(), events.remove(), rm(tokenDir, { recursive: true })]);
});
