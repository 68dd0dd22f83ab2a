import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCache } from '@healthbooker/local/compile-cache';

export type Run = {
  child: ChildProcess;
  stderr(): string;
  ended: Promise<{ code: number | null; stdout: string }>;
};

/** A folder that PostgreSQL may pass through, and its removal. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'healthbooker-cost-'));
  chmodSync(path, 0o711);
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

/** Runs `npm run bench`'s program; everything it makes for itself is below `temporary`. */
export function bench(args: readonly string[], temporary: string): Run {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...compileCache, PATH: process.env['PATH'] ?? '', TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<{ code: number | null; stdout: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, stdout })),
  );
  return { child, stderr: () => stderr, ended };
}

/** Fails when something was left in a folder, or a process that works in it. */
export function assertNothingLeft(place: string): void {
  assert.deepEqual(readdirSync(place), []);
  assert.deepEqual(processesOf(place), []);
}

/** Processes that work in a folder: their command line or environment names it. */
export function processesOf(place: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const of = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8');
        return (of('cmdline') + of('environ')).includes(place) ? [`${pid} ${of('cmdline')}`] : [];
      } catch (error) {
        // It has ended, or is somebody else's.
        if (error instanceof Error && 'code' in error) return [];
        throw error;
      }
    });
}
