/**
 * Puts one workload on a running system, and writes what it measured:
 *
 *     npm run load -- smoke|ladder|canary|surge [--quick] [--url URL] [--out DIR]
 *
 * Ends with 0 when all is good, 1 when a threshold was not held, something acknowledged was lost or the stores are not
 * well, and 2 when it refused to begin. The last line is the folder of results. load/README.md says the rest.
 */
import { readArguments } from './arguments.ts';
import { Refusal } from './refusal.ts';
import { runWorkload } from './run.ts';

const interrupted = 130;
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());

try {
  const wanted = readArguments(process.argv.slice(2), process.env);
  const say = (text: string) => console.log(text);
  const { folder, isGood } = await runWorkload(wanted, process.env, say, stopping.signal);
  console.log(folder);
  process.exitCode = isGood ? 0 : 1;
} catch (error) {
  if (stopping.signal.aborted) {
    console.error('Stopped: no results are kept.');
    process.exitCode = interrupted;
  } else {
    console.error(error instanceof Error ? explain(error) : error);
    process.exitCode = error instanceof Refusal ? 2 : 1;
  }
}
// Connections that are kept alive would keep it waiting.
process.exit();

function explain(error: Error): string {
  if ('code' in error && error.code === 'ENOSPC') return 'There is no room left for results: none are kept.';
  return error.message;
}
