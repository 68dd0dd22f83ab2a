import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMetrics } from '@healthbooker/runtime/metrics';
import { Counter } from 'prom-client';
import { callsBetween, callsOf, parseSamples, sumOf } from './scrape.ts';

test('what a process reports is read back, whatever its labels hold', async () => {
  const metrics = createMetrics('test');
  metrics.outboundCalls.inc({ system: 'sql' }, 3);
  metrics.outboundCalls.inc({ system: 'grpc' });
  const odd = new Counter({
    name: 'odd_total',
    help: 'x',
    labelNames: ['a', 'b'],
    registers: [metrics.registry],
  });
  odd.inc({ a: 'x, y="z"', b: '1' }, 2);
  odd.inc({ a: 'q', b: '1' }, 5);
  const samples = parseSamples(await metrics.registry.metrics());
  assert.deepEqual(callsOf(samples), { sql: 3, grpc: 1 });
  assert.equal(sumOf(samples, 'odd_total', { b: '1' }), 7);
  assert.equal(sumOf(samples, 'odd_total', { a: 'q' }), 5);
  assert.equal(sumOf(samples, 'odd_total', { b: '2' }), 0);
  assert.ok(sumOf(samples, 'process_cpu_seconds_total') > 0);
});

test('calls between two readings are those of systems that were called', () => {
  assert.deepEqual(callsBetween({ sql: 3, grpc: 1 }, { sql: 7, grpc: 1, sns: 2 }), { sql: 4, sns: 2 });
});
