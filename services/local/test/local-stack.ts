import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { compileCache } from '../compile-cache.ts';
import { freePort } from '../ports.ts';
import type { ProcessStatus } from '../supervisor.ts';

/** What tests read in stack.json; the file holds more. */
export type StackFile = {
  url: string;
  dataDir: string;
  supervisor: { pid: number };
  control: { url: string; token: string };
  processes: ProcessStatus[];
  services: Record<string, { metrics: string; health: string; http?: string; grpc?: string }>;
  stores: {
    postgres: string;
    databases: Record<string, string>;
    owners: Record<string, string>;
    dynamodb: string;
    table: string;
    redis: string;
    events: string;
    topicArn: string;
    queueUrls: Record<string, string>;
    smtp: string;
    inbox: string;
  };
  identity: Record<string, string>;
  logins: { role: string; email: string }[];
};

export type LocalStack = {
  url: string;
  /** stack.json as it is now. */
  read(): StackFile;
  pidOf(name: string): number;
  /** Stops a process and keeps it stopped, or starts it again and waits until it serves. */
  control(action: 'start' | 'stop', name: string): Promise<void>;
  /** Ends the supervisor with a signal and resolves with its exit code or the signal's name. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
  output(): string;
};

export type LocalStackOptions = {
  dataDir: string;
  port: number;
  args?: readonly string[];
  /** Ends a start that is under way. */
  signal?: AbortSignal;
};

/** A data folder and a port for a stack of one's own; `remove` deletes the folder. */
export async function stackPlace(): Promise<{ dataDir: string; port: number; remove(): void }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'healthbooker-stack-'));
  chmodSync(dataDir, 0o711);
  return { dataDir, port: await freePort(), remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** Runs `npm start`'s program and waits for its ready line; rejects with all it said when it ends before. */
export async function startLocalStack({
  dataDir,
  port,
  args = [],
  signal,
}: LocalStackOptions): Promise<LocalStack> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../main.ts', import.meta.url)), ...args], {
    env: {
      ...compileCache,
      PATH: process.env['PATH'] ?? '',
      HB_DATA: dataDir,
      HB_PORT: String(port),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A test that fails half-way must not leave a whole system running.
  const stop = () => child.kill('SIGTERM');
  process.once('exit', stop);
  signal?.addEventListener('abort', stop, { once: true });
  child.once('exit', () => {
    process.off('exit', stop);
    signal?.removeEventListener('abort', stop);
  });

  const lines: string[] = [];
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal)),
  );
  await becomesReady(child, lines, ended);

  const read = () => JSON.parse(readFileSync(join(dataDir, 'stack.json'), 'utf8')) as StackFile;
  return {
    url: `http://localhost:${port}`,
    read,
    pidOf(name) {
      const pid = read().processes.find((process) => process.name === name)?.pid;
      if (pid === undefined) throw new Error(`${name} does not run`);
      return pid;
    },
    async control(action, name) {
      const { control } = read();
      const response = await fetch(`${control.url}/processes/${name}/${action}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${control.token}` },
      });
      if (!response.ok) throw new Error(`Could not ${action} ${name}: ${await response.text()}`);
    },
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
    output: () => lines.join('\n'),
  };
}

function becomesReady(child: ChildProcess, lines: string[], ended: Promise<unknown>): Promise<void> {
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (line.startsWith('ready http://')) resolve();
      });
    }
    // The pipes may still hold what it said last.
    void ended.then(() => setTimeout(() => reject(new Error(lines.join('\n'))), 100));
  });
}
