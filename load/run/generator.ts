import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isLoopback, loopbackRange } from '../people/loopback.ts';
import type { Generator } from '../program/k6.ts';
import type { Workload } from './workloads.ts';

export type GeneratorRun = {
  pid: number;
  /** Its exit code, or undefined when a signal ended it. */
  ended: Promise<number | undefined>;
};

/** What k6 and the stand-in end with when a threshold was not held. */
export const threshold_not_held = 99;

/** Starts a script of load/k6 with its knobs; samples go into a packed CSV file. */
export function startGenerator(
  generator: Generator,
  options: { workload: Workload; url: string; knobs: Record<string, string>; samples: string },
): GeneratorRun {
  const { workload, url, knobs, samples } = options;
  const settings = Object.entries(knobs).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  const child = spawn(
    generator.command,
    [
      ...generator.args,
      'run',
      '--quiet',
      ...['--out', `csv=${samples}`],
      ...(isLoopback(url) ? ['--local-ips', loopbackRange] : []),
      ...settings,
      fileURLToPath(new URL(`../k6/${workload}.ts`, import.meta.url)),
    ],
    {
      // Knobs are those above and no others; k6 is to ask for nothing on a network.
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        K6_AUTO_EXTENSION_RESOLUTION: 'false',
        K6_NO_USAGE_REPORT: 'true',
        K6_WEB_DASHBOARD_PORT: '-1',
        K6_CSV_TIME_FORMAT: 'unix_milli',
      },
      stdio: ['ignore', 'inherit', 'inherit'],
      // Ctrl-C is for the driver to pass on, so that it reaches the generator once.
      detached: true,
    },
  );
  const ended = new Promise<number | undefined>((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('exit', (code) => resolve(code ?? undefined));
  });
  return { pid: child.pid ?? -1, ended };
}

/** Ends the generator and whatever it started. */
export function endGenerator({ pid }: GeneratorRun, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}
