import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Line } from './one-file.ts';

export type { Line };

const script = fileURLToPath(new URL('one-file.ts', import.meta.url));
/** For a test, and for its file with all that it starts and ends. */
const test_ms = 60_000;
const file_ms = 300_000;

/** Runs the tests of one file below `folder` whose names hold one of these words; what became of each. */
export async function runTests(
  folder: string,
  file: string,
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Line[]> {
  const child = spawn(process.execPath, [script, file, String(test_ms), ...names.map(literal)], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', process.env['HB_TEST_LOG'] ? 'inherit' : 'ignore'],
    // A group of its own, so that whatever a test started can be ended with it.
    detached: true,
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  const timer = setTimeout(() => endGroup(child.pid), file_ms);
  await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  clearTimeout(timer);
  endGroup(child.pid);
  const text = Buffer.concat(output).toString();
  return text.split('\n').flatMap((line) => (line.startsWith('{') ? (JSON.parse(line) as Line) : []));
}

/** Whether a test came to a verdict: it did not, for example, when what should be ready before it was not. */
export function isVerdict({ passed, failure }: Line): boolean {
  return passed || failure === 'testCodeFailure' || failure === 'testTimeoutFailure';
}

/** The pattern that means these very words. */
function literal(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
