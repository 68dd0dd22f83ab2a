/**
 * Runs the tests of one file whose names match one of the patterns and prints what became of each: a line of JSON.
 *
 *     node one-file.ts <file> <milliseconds a test may take> <pattern>…
 */
import { writeSync } from 'node:fs';
import { run } from 'node:test';

/** What became of one test. */
export type Line = {
  test: string;
  passed: boolean;
  /** How it failed, as Node says: testCodeFailure, testTimeoutFailure, hookFailed and so on; else empty. */
  failure: string;
  message: string;
};

const [file = '', test_ms = '', ...patterns] = process.argv.slice(2);
const tests = run({
  files: [file],
  testNamePatterns: patterns,
  timeout: Number(test_ms),
  // What a failed test left open must not keep the run from ending.
  forceExit: true,
});
for await (const { type, data } of tests) {
  if (type !== 'test:pass' && type !== 'test:fail') continue;
  if (data.details.type === 'suite' || data.skip !== undefined || data.name.endsWith(file)) continue;
  const error = type === 'test:fail' ? data.details.error : undefined;
  const cause = error?.cause;
  const line: Line = {
    test: data.name,
    passed: type === 'test:pass',
    failure: error !== undefined && 'failureType' in error ? String(error.failureType) : '',
    message: cause instanceof Error ? cause.message : String(cause ?? error?.message ?? ''),
  };
  writeSync(1, `${JSON.stringify(line)}\n`);
}
