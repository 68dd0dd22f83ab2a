import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testVariable } from '@healthbooker/local/test/variables';
import fc from 'fast-check';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createRateLimiter } from './rate-limit.ts';
import { openRedis } from './redis.ts';

const log = createLogger('rate-limit-test', 'silent');
const metrics = createMetrics('rate-limit-test');
const redis = openRedis(testVariable('HB_TEST_REDIS_URL'), log, metrics);
before(async () => {
  while (redis.status !== 'ready') await sleep(10);
});
after(() => redis.disconnect());

test('in any minute a key gets what its limit says, and a new window starts full', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ key: fc.constantFrom('a', 'b'), wait_ms: fc.nat(30_000) }), { maxLength: 80 }),
      fc.integer({ min: 1, max: 10 }),
      (requests, limitPerMinute) => {
        let now = 0;
        const limiter = createRateLimiter({ name: 'test', limitPerMinute, log, now: () => now });
        const windows = new Map<string, { startedAt: number; admitted: number }>();
        for (const { key, wait_ms } of requests) {
          now += wait_ms;
          const window = windows.get(key);
          const fresh = !window || window.startedAt + 60_000 <= now;
          const current = fresh ? { startedAt: now, admitted: 0 } : window;
          windows.set(key, current);
          const verdict = limiter.take(key);
          assert.equal(verdict.allowed, current.admitted < limitPerMinute);
          assert.equal(verdict.resetMs, current.startedAt + 60_000 - now);
          if (verdict.allowed) current.admitted += 1;
          assert.equal(verdict.remaining, limitPerMinute - current.admitted);
        }
      },
    ),
  );
});

test('two processes share what a busy caller used', async () => {
  const name = `shared-${randomUUID()}`;
  const one = createRateLimiter({ name, limitPerMinute: 10, redis, log });
  const two = createRateLimiter({ name, limitPerMinute: 10, redis, log });
  for (let i = 0; i < 8; i += 1) assert.ok(one.take('caller').allowed);
  await sleep(250);
  assert.ok(two.take('caller').allowed);
  await sleep(250);
  assert.ok(two.take('caller').remaining <= 0);
  assert.equal(two.take('caller').allowed, false);
  one.close();
  two.close();
});

test('with Redis down each process goes on by itself', async () => {
  const down = openRedis('redis://127.0.0.1:1', log, metrics);
  const limiter = createRateLimiter({ name: 'alone', limitPerMinute: 4, redis: down, log });
  for (let i = 0; i < 4; i += 1) {
    assert.ok(limiter.take('caller').allowed);
    await sleep(120);
  }
  assert.equal(limiter.take('caller').allowed, false);
  assert.ok(limiter.take('another').allowed);
  limiter.close();
  down.disconnect();
});
