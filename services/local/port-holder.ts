import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { loopback } from './ports.ts';

/** Throws a sentence that says what to do when a TCP port of loopback cannot be had, and who holds it. */
export async function requireFree(port: number, variable: string): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`${variable} must be a port number such as 8080.`);
  }
  const server = createServer();
  const error = await new Promise<unknown>((resolve) => {
    server.once('error', resolve);
    server.listen({ port, host: loopback }, () => server.close(() => resolve(undefined)));
  });
  if (error === undefined) return;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EACCES') {
    throw new Error(`Port ${port} needs privileges. Choose one above 1023 with ${variable}.`);
  }
  if (code !== 'EADDRINUSE') throw error;
  throw new Error(
    `Port ${port} is held by ${holder(port) ?? 'another process'}. Stop it, or choose another port with ${variable}.`,
  );
}

function holder(port: number): string | undefined {
  try {
    const pid = process.platform === 'linux' ? holderLinux(port) : holderLsof(port);
    return pid === undefined ? undefined : `process ${pid} (${commandLine(pid)})`;
  } catch {
    // Another user's process shows neither its sockets nor its name. Then the sentence does not name it.
    return undefined;
  }
}

function holderLinux(port: number): number | undefined {
  const listening = '0A';
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6']
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => local?.endsWith(suffix) && state === listening)
    .map((fields) => `socket:[${fields[9]}]`);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => descriptors(pid).some((target) => inodes.includes(target)));
}

function descriptors(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
  } catch {
    // The process or one of its files has gone meanwhile, or is not ours to look into.
    return [];
  }
}

function holderLsof(port: number): number | undefined {
  const output = execFileSync('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], { encoding: 'utf8' });
  return Number(output.split('\n')[0]) || undefined;
}

function commandLine(pid: number): string {
  const line =
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return line.trim().slice(0, 120);
}
