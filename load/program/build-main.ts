/**
 * Builds k6 from the Go module proxy, at the version that go.mod pins, and keeps it for next time:
 *
 *     npm run load:k6
 *
 * Ends with 2 when it cannot be built, and with 130 when it is stopped. Three minutes of one core from nothing.
 */
import { Refusal } from '../run/refusal.ts';
import { buildK6 } from './build.ts';
import { findK6, type K6 } from './k6.ts';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

try {
  const there = whatIsThere();
  if (there === undefined) await buildK6(stopping.signal);
  const { version, command } = there ?? findK6();
  console.log(`k6 ${version}${there === undefined ? '' : ' is here already'}: ${command}`);
} catch (error) {
  if (stopping.signal.aborted) {
    console.error('Stopped: no k6 was built.');
    process.exitCode = 130;
  } else if (error instanceof Refusal) {
    console.error(error.message);
    process.exitCode = 2;
  } else throw error;
}

function whatIsThere(): K6 | undefined {
  try {
    return findK6();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
