import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readArguments } from './arguments.ts';
import { Refusal } from './refusal.ts';

test('a workload with its options, and knobs over those of --quick', () => {
  const env = { HB_THINK_S: '0.5', HB_USERS: '7,9', HB_PORT: '1', HB_TEST_REDIS_URL: 'x', HB_MIX: '' };
  const { workload, quick, url, out, knobs } = readArguments(
    ['ladder', '--quick', '--url', 'http://127.0.0.1:9999/', '--out', 'x'],
    env,
  );
  assert.deepEqual([workload, quick, url, out], ['ladder', true, 'http://127.0.0.1:9999', 'x']);
  assert.deepEqual(knobs, { HB_USERS: '7,9', HB_DURATION_S: '20', HB_WARM_S: '5', HB_THINK_S: '0.5' });
});

test('without an address it is that of npm start', () => {
  assert.equal(readArguments(['smoke'], {}).url, 'http://localhost:8080');
  assert.equal(readArguments(['smoke'], { HB_PORT: '18123' }).url, 'http://localhost:18123');
  assert.equal(readArguments(['smoke'], { HB_URL: 'https://dev.example' }).url, 'https://dev.example');
});

test('what it does not know is refused in one sentence', () => {
  const tries: [string[], NodeJS.ProcessEnv, RegExp][] = [
    [[], {}, /^One workload has to be named: npm run load -- smoke\|ladder\|canary\|surge/],
    [['storm'], {}, /^One workload/],
    [['toString'], {}, /^One workload/],
    [['smoke', 'ladder'], {}, /^One workload/],
    [['smoke', '--fast'], {}, /^Unknown option '--fast'/],
    [['smoke', '--url'], {}, /^Option '--url <value>' argument missing/],
    [['smoke', '--url', 'localhost:8080'], {}, /^--url must be an address like/],
    [['smoke', '--url', 'http://localhost/clinic'], {}, /^--url must be an address like/],
    [['smoke'], { HB_USRES: '5' }, /^There is no knob HB_USRES/],
  ];
  for (const [args, env, said] of tries) {
    assert.throws(
      () => readArguments(args, env),
      (error: unknown) =>
        error instanceof Refusal && said.test(error.message) && !error.message.includes('\n'),
      args.join(' '),
    );
  }
});
