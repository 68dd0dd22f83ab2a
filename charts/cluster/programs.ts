import { spawn } from 'node:child_process';

export type RunOptions = { input?: string; timeout_ms?: number };

/**
 * Runs a program of the PATH and returns what it printed. Rejects with its last lines when it fails or takes longer
 * than `timeout_ms` (two minutes unless given).
 */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { input, timeout_ms = 120_000 } = options;
  const child = spawn(command, args, { timeout: timeout_ms, stdio: ['pipe', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const text = Buffer.concat(output).toString('utf8');
  if (code === 0) return text;
  const said = (Buffer.concat(errors).toString('utf8') || text).trim().split('\n').slice(-15).join('\n');
  throw new Error(`${command} ${args.slice(0, 6).join(' ')} failed (${code ?? 'timed out'}):\n${said}`);
}

export const kubectl = (...args: string[]): Promise<string> => run('kubectl', args);

/** Applies manifests server-side, refusing unknown fields. */
export const apply = (manifests: string, ...options: string[]): Promise<string> =>
  run(
    'kubectl',
    ['apply', '--server-side', '--force-conflicts', '--validate=strict', ...options, '-f', '-'],
    {
      input: manifests,
    },
  );

/** The value at a JSONPath of an object. */
export const field = (namespace: string, object: string, path: string): Promise<string> =>
  kubectl('-n', namespace, 'get', object, '-o', `jsonpath=${path}`);

/** Waits until `holds`, asking twice a second; throws `what` when the time is up. */
export async function until(
  what: string,
  timeout_ms: number,
  holds: () => Promise<boolean> | boolean,
): Promise<void> {
  const deadline = performance.now() + timeout_ms;
  while (!(await Promise.resolve(holds()).catch(() => false))) {
    if (performance.now() > deadline) throw new Error(`not within ${timeout_ms / 1000} s: ${what}`);
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** Prints a line with the time. */
export function say(text: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${text}`);
}
