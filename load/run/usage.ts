import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** CPU seconds used since each began, and resident memory in MB, by name; `host` is all that the machine did. */
export type Usage = { at: number; cpu_s: Record<string, number>; memory_mb: Record<string, number> };

export type Watched = { name: string; pid: number };

/** Of the kernel's accounting, on every Linux that runs Node. */
const ticks_per_s = 100;
const page_mb = 4096 / 1e6;

/**
 * Reads, once a second, what processes use, each with its children (PostgreSQL's backends), by the kernel's accounting.
 * On a system without /proc there is nothing to read.
 */
export function followUsage(watched: () => readonly Watched[]): { usages: Usage[]; stop(): void } {
  const usages: Usage[] = [];
  const gone = new Map<string, number>();
  const last = new Map<string, number>();
  const read = () => {
    const now = readUsage(watched());
    if (now === undefined) return;
    // The CPU of an ended child disappears until its parent has waited for it. So the sum is never allowed to fall.
    for (const [name, cpu_s] of Object.entries(now.cpu_s)) {
      const before = last.get(name) ?? 0;
      if (cpu_s < before) gone.set(name, (gone.get(name) ?? 0) + before - cpu_s);
      last.set(name, cpu_s);
      now.cpu_s[name] = cpu_s + (gone.get(name) ?? 0);
    }
    usages.push(now);
  };
  read();
  const timer = setInterval(read, 1000);
  return {
    usages,
    stop() {
      clearInterval(timer);
      read();
    },
  };
}

function readUsage(watched: readonly Watched[]): Usage | undefined {
  const all = readProcesses();
  if (all.size === 0) return undefined;
  const nameOf = new Map(watched.map(({ name, pid }) => [pid, name]));
  const usage: Usage = { at: Date.now(), cpu_s: {}, memory_mb: {} };
  for (const [pid, { cpu_s, memory_mb }] of all) {
    const name = ownerOf(pid, all, nameOf);
    if (name === undefined) continue;
    usage.cpu_s[name] = (usage.cpu_s[name] ?? 0) + cpu_s;
    usage.memory_mb[name] = (usage.memory_mb[name] ?? 0) + memory_mb;
  }
  usage.cpu_s['host'] = hostSeconds();
  return usage;
}

type Process = { parent: number; cpu_s: number; memory_mb: number };

/** The nearest watched process above, or the process itself. */
function ownerOf(
  pid: number,
  all: ReadonlyMap<number, Process>,
  nameOf: ReadonlyMap<number, string>,
): string | undefined {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = all.get(at)?.parent) {
    const name = nameOf.get(at);
    if (name !== undefined) return name;
  }
  return undefined;
}

function readProcesses(): Map<number, Process> {
  const all = new Map<number, Process>();
  let names: string[] = [];
  try {
    names = readdirSync('/proc');
  } catch {
    return all;
  }
  for (const name of names) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name in brackets may hold anything; the fields begin behind it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [parent, user, system, pages] = [fields[1], fields[11], fields[12], fields[21]].map(Number);
      all.set(Number(name), {
        parent: parent ?? 0,
        cpu_s: ((user ?? 0) + (system ?? 0)) / ticks_per_s,
        memory_mb: (pages ?? 0) * page_mb,
      });
    } catch {
      // It ended meanwhile.
    }
  }
  return all;
}

function hostSeconds(): number {
  const [, ...fields] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').split(/\s+/);
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = fields.map(Number);
  return (user + nice + system + irq + softirq + steal) / ticks_per_s;
}

/** The mean of what was used between two instants: cores, and MB, by name. */
export function usageBetween(
  usages: readonly Usage[],
  from: number,
  to: number,
): { cores: Record<string, number>; memory_mb: Record<string, number> } {
  const within = usages.filter(({ at }) => at >= from - 1000 && at <= to + 1000);
  const [first, last] = [within[0], within.at(-1)];
  if (first === undefined || last === undefined || last.at <= first.at) return { cores: {}, memory_mb: {} };
  const seconds = (last.at - first.at) / 1000;
  const cores = Object.entries(last.cpu_s).map(([name, cpu_s]): [string, number] => [
    name,
    Math.max(0, cpu_s - (first.cpu_s[name] ?? 0)) / seconds,
  ]);
  return { cores: Object.fromEntries(cores), memory_mb: last.memory_mb };
}

/** How many cores this machine has for us. */
export const cores = availableParallelism();
