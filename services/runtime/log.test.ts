import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLogger } from './log.ts';

function capture() {
  const lines: string[] = [];
  const log = createLogger('scheduler', 'debug', { write: (line) => void lines.push(line) });
  const last = (): Record<string, unknown> => JSON.parse(lines.at(-1) ?? '{}');
  return { log, lines, last };
}

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwZXJzb24ifQ.c2lnbmF0dXJl';

test('one JSON object per line with level, time, service and the trace', () => {
  const { log, lines, last } = capture();
  log.child({ traceId: 'abc' }).info({ slots: 3 }, 'two\nlines');
  assert.equal(lines.length, 1);
  assert.equal(lines[0]?.trimEnd().includes('\n'), false);
  const { time, ...rest } = last();
  assert.deepEqual(rest, {
    level: 'info',
    service: 'scheduler',
    traceId: 'abc',
    slots: 3,
    msg: 'two\nlines',
  });
  assert.equal(new Date(String(time)).toISOString(), time);
});

test('secrets are removed from fields, and tokens from anywhere in the line', () => {
  const { log, lines } = capture();
  log.info({ authorization: 'Bearer abc', request: { password: 'hunter2', token } }, 'x');
  log.info({ url: `/callback?t=${token}` }, `refused ${token}`);
  log.error({ err: new Error(`bad token ${token}`) }, 'x');
  const all = lines.join('');
  for (const secret of ['Bearer abc', 'hunter2', 'c2lnbmF0dXJl']) assert.ok(!all.includes(secret), secret);
  assert.ok(all.includes('[redacted]') && all.includes('[token]'));
});

test('of an error only type, text, code, stack and causes are kept', () => {
  const { log, last } = capture();
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(ann@example.org)',
  });
  log.error({ err: new Error('no profile', { cause }) }, 'failed');
  assert.ok(!JSON.stringify(last()).includes('ann@example.org'));
  const err = last()['err'] as { message: string; cause: { code: string; message: string } };
  assert.equal(err.message, 'no profile');
  assert.equal(err.cause.message, 'duplicate key');
  assert.equal(err.cause.code, '23505');
});

test('of text that cannot be parsed nothing is kept', () => {
  const { log, lines } = capture();
  try {
    JSON.parse('chest pain');
  } catch (cause) {
    log.error({ err: new Error('not JSON', { cause }) }, 'failed');
  }
  assert.match(lines.join(''), /SyntaxError/);
  assert.doesNotMatch(lines.join(''), /chest/);
});
