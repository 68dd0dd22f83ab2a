import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { OnLine } from './supervisor.ts';

const last_words = 15;

export type OneOff = {
  name: string;
  command: string;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  cwd?: string;
};

/** Runs a program to its end; rejects with its last lines when it fails, and kills it on abort. */
export async function runOnce(
  { name, command, args, env, cwd }: OneOff,
  onLine: OnLine,
  signal: AbortSignal,
): Promise<void> {
  const child = spawn(command, args, { env, cwd, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const listen = (input: Readable, isTrouble: boolean) =>
    createInterface({ input }).on('line', (line) => {
      lines.push(line);
      if (lines.length > last_words) lines.shift();
      onLine(name, line, isTrouble);
    });
  listen(child.stdout, false);
  listen(child.stderr, true);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${name} failed. Its last lines were:\n  ${lines.join('\n  ')}`);
}
