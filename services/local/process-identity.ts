import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A process told apart from a later one with the same pid by when it began (an opaque stamp). */
export type ProcessIdentity = { pid: number; began: string };

/**
 * The stamp of a running process, or undefined when there is none. A zombie counts as gone: nobody may be
 * left to reap it (pid 1 of a container often does not), and it holds neither files nor ports.
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

function beganAtLinux(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The command name may hold spaces and parentheses, so fields are counted from the last ")": state is the
  // third field of proc(5), the start time in clock ticks since boot the 22nd.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
}

function beganAtPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
