/**
 * `npm start`: the whole system on this machine. HB_PORT (8080) is its one address, HB_DATA (.data) its one
 * folder, HB_LOG=all shows every log line; `--reset` starts over with empty data.
 */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { readOptions } from './running-stack.ts';
import { password } from './seed/logins.ts';
import { type Stack, startStack } from './stack.ts';

const { reset = false, empty = false } = readOptions({
  reset: { type: 'boolean' },
  empty: { type: 'boolean' },
});
const { HB_PORT = '8080', HB_DATA, HB_LOG } = process.env;
// What the stack stores is for its owner; the few files others need are opened where they are made.
process.umask(0o077);
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

process.on('uncaughtException', (error) => {
  console.error(error);
  process.exitCode = 1;
  stopping.abort();
});

const stack = await startStack(
  {
    dataDir: resolve(HB_DATA || '.data'),
    port: Number(HB_PORT) || 0,
    reset,
    empty,
    verbose: HB_LOG === 'all',
    say: (text) => console.log(text),
  },
  stopping.signal,
).catch((error: unknown) => {
  console.error(stopping.signal.aborted ? 'Stopped before everything was up.' : explain(error));
  process.exit(1);
});
console.log(`\n${welcome(stack)}\n`);
console.log(`ready ${stack.url}`);
if (!stopping.signal.aborted) await once(stopping.signal, 'abort');
console.log('Stopping…');
await stack.stop();

function welcome({ url, logins }: Stack): string {
  const lines = logins.map(({ role, email }) => `  ${role.padEnd(17)} ${email}`);
  return [
    `HealthBooker for patients  ${url}`,
    `           for the clinic  ${url}/clinic`,
    `           mails it sends  ${url}/inbox`,
    '',
    lines.length > 0
      ? `Sign up as a patient, or sign in with the password ${password} as`
      : 'Sign up as a patient: the hospital is empty.',
    ...lines,
  ].join('\n');
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}\n  ${error.cause.message}` : error.message;
}
