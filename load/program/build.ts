import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../run/refusal.ts';
import { builtPath, pinned, versionOf, wanted } from './k6.ts';

/**
 * Builds k6 at the version that go.mod pins, from the Go module proxy; go.sum says what every module must be. The
 * file gets its name only when it is complete and prints its version, so builds at the same time, or a killed build,
 * do no harm.
 * @throws Refusal in one sentence when it cannot be built; the signal's reason when it was stopped
 */
export async function buildK6(signal: AbortSignal): Promise<void> {
  const folder = dirname(builtPath);
  mkdirSync(folder, { recursive: true });
  removeHalves(folder);
  const half = `${builtPath}.${process.pid}`;
  try {
    await compile(half, signal);
    const version = versionOf(half);
    if (version !== pinned) {
      throw new Refusal(
        `k6 ${pinned} could not be built: what Go made calls itself ${version ?? 'nothing'}.`,
      );
    }
    renameSync(half, builtPath);
  } finally {
    rmSync(half, { force: true });
  }
}

/** What builds left behind that were killed. */
function removeHalves(folder: string): void {
  const start = `${basename(builtPath)}.`;
  for (const name of readdirSync(folder)) {
    const pid = Number(name.slice(start.length));
    if (name.startsWith(start) && pid > 0 && !isRunning(pid)) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function compile(target: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const child = spawn('go', ['build', '-trimpath', '-ldflags', '-s -w', '-o', target, 'go.k6.io/k6/v2'], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { ...process.env, GOFLAGS: '-mod=readonly', GOWORK: 'off', CGO_ENABLED: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const failure = await new Promise<Error | undefined>((resolve) => {
    child.once('error', resolve);
    child.once('close', (code) => resolve(code === 0 ? undefined : new Error(lastLine(said))));
  });
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (failure === undefined) return;
  const isGoMissing = 'code' in failure && failure.code === 'ENOENT';
  const reason = isGoMissing ? 'there is no Go on the PATH' : failure.message;
  throw new Refusal(`k6 ${pinned} could not be built (${reason}); a k6 on the PATH does too, ${wanted}.`);
}

function lastLine(said: string): string {
  return said.trim().split('\n').at(-1)?.trim() || 'Go did not say why';
}
