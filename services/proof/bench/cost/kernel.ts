import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** A process whose CPU is asked for, and whether what it forks is part of it. */
export type Watched = { name: string; pid: number; withChildren: boolean };

/** CPU a process has used since it began, in nanoseconds, by name. */
export type CpuReading = ReadonlyMap<string, number>;

type ProcessTimes = { ppid: number; own_ns: number; reaped_ns: number };

/** The unit of /proc/<pid>/stat is 10 ms on every Linux (USER_HZ). */
const tick_ns = 10_000_000;
/** A child may end while its parent is read. */
const tries = 20;

/**
 * The times of one line of /proc/<pid>/stat (proc(5)): what the process and all its threads used, ended ones too, and
 * what children used that have ended and been waited for.
 * @throws Error when the line is none
 */
export function parseStat(line: string): ProcessTimes {
  // The command's name may hold spaces and parentheses: fields are counted from the last ")", behind which stands the third.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3]);
  const times = {
    ppid: field(4),
    own_ns: (field(14) + field(15)) * tick_ns,
    reaped_ns: (field(16) + field(17)) * tick_ns,
  };
  if (!Object.values(times).every(Number.isInteger)) throw new Error('/proc/<pid>/stat has another form');
  return times;
}

/** Nanoseconds on a CPU, of one line of /proc/<pid>/task/<tid>/schedstat. */
export function parseSchedstat(line: string): number {
  const used_ns = Number(line.trim().split(' ')[0]);
  if (line.trim() === '' || !Number.isInteger(used_ns)) throw new Error('schedstat has another form');
  return used_ns;
}

/**
 * Threads that live are known to the nanosecond, ended ones only through the total of the process, which is rounded
 * down: whichever says more is nearer.
 */
export function ownTime(stat_ns: number, threads_ns: readonly number[]): number {
  return Math.max(
    stat_ns,
    threads_ns.reduce((sum, used) => sum + used, 0),
  );
}

/**
 * Reads what each watched process has used so far. A child that ends between two readings is not lost: its parent has
 * waited for it, and the kernel added what it used to the parent's account.
 * @throws Error when a watched process is gone
 */
export function readCpu(watched: readonly Watched[]): CpuReading {
  for (let attempt = 1; ; attempt += 1) {
    const before = watched.map(({ pid }) => timesOf(pid)?.reaped_ns);
    const reading = readOnce(watched);
    const isSteady = watched.every(({ pid }, index) => timesOf(pid)?.reaped_ns === before[index]);
    if (isSteady || attempt === tries) return reading;
  }
}

/** Whether this system keeps such accounts. */
export function hasKernelAccounts(): boolean {
  return existsSync('/proc/self/stat');
}

function readOnce(watched: readonly Watched[]): CpuReading {
  const children = watched.some(({ withChildren }) => withChildren) ? childrenByParent() : new Map();
  return new Map(
    watched.map(({ name, pid, withChildren }) => {
      const times = timesOf(pid);
      if (times === undefined) throw new Error(`${name} is gone`);
      const forked = withChildren ? descendants(pid, children) : [];
      const used = [times, ...forked].map(({ own_ns, reaped_ns }) => own_ns + reaped_ns);
      return [name, withChildren ? used.reduce((sum, each) => sum + each, 0) : times.own_ns];
    }),
  );
}

function descendants(pid: number, children: ReadonlyMap<number, readonly number[]>): ProcessTimes[] {
  return (children.get(pid) ?? []).flatMap((child) => {
    const times = timesOf(child);
    return times === undefined ? [] : [times, ...descendants(child, children)];
  });
}

function childrenByParent(): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readIfThere(`/proc/${name}/stat`);
    if (stat === undefined) continue;
    const { ppid } = parseStat(stat);
    children.set(ppid, [...(children.get(ppid) ?? []), Number(name)]);
  }
  return children;
}

function timesOf(pid: number): ProcessTimes | undefined {
  const stat = readIfThere(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  const times = parseStat(stat);
  return { ...times, own_ns: ownTime(times.own_ns, threadTimes(pid)) };
}

/** Empty where the kernel does not tell (CONFIG_SCHED_INFO). */
function threadTimes(pid: number): number[] {
  let tasks: string[];
  try {
    tasks = readdirSync(`/proc/${pid}/task`);
  } catch (error) {
    if (isGone(error)) return [];
    throw error;
  }
  return tasks.flatMap((task) => {
    const line = readIfThere(`/proc/${pid}/task/${task}/schedstat`);
    return line === undefined ? [] : [parseSchedstat(line)];
  });
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

/** ESRCH: it ended while its file was open. */
function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH');
}
