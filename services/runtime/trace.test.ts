import assert from 'node:assert/strict';
import { test } from 'node:test';
import { childOf, newTrace, toTraceparent, traceFrom } from './trace.ts';

const given = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

test('a header is continued as a child span of the same trace', () => {
  const trace = traceFrom(given);
  assert.equal(trace.traceId, '4bf92f3577b34da6a3ce929d0e0e4736');
  assert.equal(trace.parentSpanId, '00f067aa0ba902b7');
  assert.match(trace.spanId, /^[0-9a-f]{16}$/);
  assert.equal(toTraceparent(trace), `00-${trace.traceId}-${trace.spanId}-01`);
  assert.equal(traceFrom(given.replace(/01$/, '00')).sampled, false);
  assert.equal(traceFrom(given.replace(/^00/, 'cc').concat('-more')).traceId, trace.traceId);
  assert.equal(childOf(trace).parentSpanId, trace.spanId);
});

test('a missing or malformed header begins a new trace', () => {
  const malformed = [
    undefined,
    '',
    'x',
    given.replace(/^00/, 'ff'),
    `${given}-more`,
    given.toUpperCase(),
    given.replace(/-4bf9.{28}-/, `-${'0'.repeat(32)}-`),
    given.replace(/-00f0.{12}-/, `-${'0'.repeat(16)}-`),
  ];
  for (const header of malformed) {
    const trace = traceFrom(header);
    assert.notEqual(trace.traceId, '4bf92f3577b34da6a3ce929d0e0e4736');
    assert.equal(trace.parentSpanId, undefined);
    assert.equal(traceFrom(toTraceparent(trace)).traceId, trace.traceId);
  }
  assert.notEqual(newTrace().traceId, newTrace().traceId);
});
