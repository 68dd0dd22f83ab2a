import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { isLoopback, loopbackRange } from '../people/loopback.ts';
import type { K6 } from '../program/k6.ts';
import { Refusal } from './refusal.ts';
import type { Workload } from './workloads.ts';

export type GeneratorRun = {
  pid: number;
  /** Its exit code, or undefined when a signal ended it. */
  ended: Promise<number | undefined>;
  /** Whether it was ended because it could not write its samples. */
  isCut(): boolean;
};

/** The exit code of k6 when a threshold was crossed. */
export const threshold_not_held = 99;

/**
 * Lets the script of a workload read its knobs, before the run begins.
 * @throws Refusal with what the script says of them
 */
export function checkKnobs(k6: K6, workload: Workload, knobs: Record<string, string>): void {
  const { status, stderr } = spawnSync(
    k6.command,
    ['inspect', '--log-format', 'json', ...settingsOf(knobs), scriptOf(workload)],
    { encoding: 'utf8', env: environment(), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  if (status !== 0) throw new Refusal(messageOf(stderr) ?? `k6 cannot read load/k6/${workload}.ts.`);
}

/** The first line of the last message in k6's log. */
function messageOf(log: string): string | undefined {
  try {
    const { msg } = JSON.parse(log.trim().split('\n').at(-1) ?? '') as { msg?: string };
    return msg?.split('\n')[0]?.replace(/^\w*Error: /, '');
  } catch {
    return undefined;
  }
}

/** Starts a script of load/k6 with its knobs; samples go into a packed CSV file. */
export function startGenerator(
  k6: K6,
  options: { workload: Workload; url: string; knobs: Record<string, string>; samples: string },
): GeneratorRun {
  const { workload, url, knobs, samples } = options;
  const child = spawn(
    k6.command,
    [
      'run',
      '--quiet',
      '--out',
      `csv=${samples}`,
      ...(isLoopback(url) ? ['--local-ips', loopbackRange] : []),
      ...settingsOf(knobs),
      scriptOf(workload),
    ],
    {
      env: environment(),
      stdio: ['ignore', 'inherit', 'pipe'],
      // The driver passes Ctrl-C on, so that it reaches the generator only once.
      detached: true,
    },
  );
  const ended = new Promise<number | undefined>((resolve) => {
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => resolve(code ?? undefined));
  });
  let isCut = false;
  const run = { pid: child.pid ?? -1, ended, isCut: () => isCut };
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!line.includes('CSV: Error writing')) {
      console.error(line);
    } else if (!isCut) {
      // k6 would print this for every further sample, and then end with success.
      isCut = true;
      endGenerator(run, 'SIGKILL');
    }
  });
  return run;
}

function settingsOf(knobs: Record<string, string>): string[] {
  return Object.entries(knobs).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
}

function scriptOf(workload: Workload): string {
  return fileURLToPath(new URL(`../k6/${workload}.ts`, import.meta.url));
}

/** Only the knobs of the command line count, and k6 must not use the network for itself. */
function environment(): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    K6_AUTO_EXTENSION_RESOLUTION: 'false',
    K6_NO_USAGE_REPORT: 'true',
    K6_WEB_DASHBOARD_PORT: '-1',
    K6_CSV_TIME_FORMAT: 'unix_milli',
  };
}

/** Ends the generator and whatever it started. */
export function endGenerator({ pid }: GeneratorRun, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}
