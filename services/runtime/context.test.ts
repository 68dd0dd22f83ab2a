import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CallContext, forward, forwardForAll } from './context.ts';
import { createLogger } from './log.ts';
import { newTrace } from './trace.ts';

test('what others wait for too does not end with the caller who happened to ask first', () => {
  const context: CallContext = {
    caller: { kind: 'person', personId: 'p', capacity: 'patient', groups: ['Patients'] },
    token: 'token',
    deadline: Date.now() + 10,
    trace: newTrace(),
    log: createLogger('test', 'silent'),
    signal: AbortSignal.abort(),
  };
  assert.equal(forward(context).signal?.aborted, true);
  const shared = forwardForAll(context, 2000);
  assert.equal(shared.signal, undefined);
  assert.ok(shared.deadline >= context.deadline + 1000);
  assert.equal(shared.token, 'token');
});
