/**
 * Runs a script of load/k6 without k6:
 *
 *     npx node load/stand-in/main.ts run [-e NAME=value]… [--out csv=FILE] [--local-ips FIRST-LAST] [--quiet] SCRIPT
 *
 * Its exit codes are k6's.
 */
import { parseArgs } from 'node:util';
import { addressesOf } from './local-addresses.ts';
import { exitCodes, runScript } from './run.ts';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      env: { type: 'string', short: 'e', multiple: true, default: [] },
      out: { type: 'string' },
      'local-ips': { type: 'string' },
      quiet: { type: 'boolean' },
    },
  });
  const [command, script, ...more] = positionals;
  if (command !== 'run' || script === undefined || more.length > 0)
    throw new Error('run SCRIPT is all it can do');
  const csv = values.out === undefined ? undefined : /^csv=(.+)$/.exec(values.out)?.[1];
  if (values.out !== undefined && csv === undefined) throw new Error('--out must be csv=FILE');
  const system = Object.entries(process.env).map(([name, value]): [string, string] => [name, value ?? '']);
  const given = values.env.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  const env = Object.fromEntries([...system, ...given]);
  const localAddresses = addressesOf(values['local-ips']);
  process.exitCode = await runScript({ script, env, localAddresses, csv }, stopping.signal);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = exitCodes.exception;
}
// What iterations left open when their time was up.
process.exit();
