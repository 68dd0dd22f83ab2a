import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process and an opaque stamp of its start, which tells it from a later process with the same pid. */
export type ProcessIdentity = { pid: number; began: string };

/**
 * The stamp of a running process, or undefined when there is none. A zombie counts as gone: it holds neither files
 * nor ports, and perhaps nobody will reap it (pid 1 of a container often does not).
 */
export function beganAt(pid: number): string | undefined {
  return process.platform === 'linux' ? beganAtLinux(pid) : beganAtPs(pid);
}

/** Names a running process so that it can be recognised later. */
export function identify(pid: number): ProcessIdentity | undefined {
  const began = beganAt(pid);
  return began === undefined ? undefined : { pid, began };
}

/** Whether exactly this process, and not a successor with its pid, still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return beganAt(identity.pid) === identity.began;
}

/** Sends a signal unless the process is gone already. A negative pid means the process group. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** The processes that a process has started and that still run, named so that they can be recognised later. */
export function childrenOf(pid: number): ProcessIdentity[] {
  const pairs = process.platform === 'linux' ? parentsLinux() : parentsPs();
  return pairs.flatMap(({ child, parent }) => (parent === pid ? (identify(child) ?? []) : []));
}

type Parent = { child: number; parent: number };

function parentsLinux(): Parent[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.flatMap((name) => {
    const fields = statOf(Number(name));
    return fields === undefined ? [] : [{ child: Number(name), parent: Number(fields[1]) }];
  });
}

function parentsPs(): Parent[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [child = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    return { child, parent };
  });
}

function beganAtLinux(pid: number): string | undefined {
  const fields = statOf(pid);
  if (fields === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
}

/**
 * The fields of proc(5)'s stat from the third on, which is the state; the parent is the fourth, the start time in clock
 * ticks since boot the 22nd. The name before them may hold spaces and parentheses, so they begin behind the last ")".
 */
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function beganAtPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
