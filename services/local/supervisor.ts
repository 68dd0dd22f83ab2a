import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { identify, type ProcessIdentity, signal } from './process-identity.ts';

/** The order of ending: every process of a later tier ends before any of an earlier one. */
export const tiers = ['store', 'service', 'edge'] as const;
export type Tier = (typeof tiers)[number];

/** One process of the stack: how to start it, to know that it serves, and to stop it. */
export type ProcessSpec = {
  name: string;
  tier: Tier;
  command: string;
  args: readonly string[];
  /** Its environment; nothing is inherited from the supervisor. */
  env: Readonly<Record<string, string>>;
  /** Another user to run as; the present one when absent. */
  owner?: { uid: number; gid: number };
  /** Asks for an orderly end; SIGTERM when absent. */
  stopSignal?: NodeJS.Signals;
  isReady(): Promise<boolean>;
};

export type ProcessState = 'starting' | 'ready' | 'waiting to restart' | 'stopped';
export type RunningProcess = ProcessIdentity & { name: string; tier: Tier; stopSignal: NodeJS.Signals };
export type ProcessStatus = { name: string; state: ProcessState; pid?: number; restarts: number };

export type Supervisor = {
  /** Starts a process and resolves once it serves; rejects with its last words if it ends before that. */
  start(spec: ProcessSpec): Promise<void>;
  /** Starts a process stopped before, by its name. */
  restart(name: string): Promise<void>;
  /** Stops a process and keeps it stopped. */
  stop(name: string): Promise<void>;
  /** Stops everything, tier by tier. After this nothing can start. */
  close(): Promise<void>;
  status(): ProcessStatus[];
  /** What runs at this moment, for a later supervisor to recognise. */
  running(): RunningProcess[];
};

/** Receives each line a process writes; `isTrouble` when on stderr or said by the supervisor about it. */
export type OnLine = (name: string, line: string, isTrouble: boolean) => void;

export type SupervisorOptions = {
  /** Variables that every process gets besides its own. */
  env: Readonly<Record<string, string>>;
  onLine: OnLine;
  /** Called right after a process started, became ready or ended. */
  onChange(): void;
};

/** The longest a service takes to drain is 25 s; after this it is killed. */
const stop_ms = 28_000;
const start_ms = 60_000;
const poll_ms = 50;
const first_restart_ms = 100;
const longest_restart_ms = 5_000;
/** A process that served this long has earned the shortest restart delay again. */
const steady_ms = 10_000;
const last_words = 15;

type Managed = {
  spec: ProcessSpec;
  state: ProcessState;
  child?: ChildProcess;
  identity?: ProcessIdentity;
  ended: Promise<unknown>;
  restarts: number;
  failures: number;
  lastLines: string[];
};

/** Keeps a set of processes running: each is started once, restarted when it dies, and stopped for good on request. */
export function createSupervisor({ env, onLine, onChange }: SupervisorOptions): Supervisor {
  const processes = new Map<string, Managed>();
  let closed = false;

  function find(name: string): Managed {
    const managed = processes.get(name);
    if (!managed)
      throw new Error(`There is no process named ${name}; there are ${[...processes.keys()].join(', ')}`);
    return managed;
  }

  function change(managed: Managed, state: ProcessState): void {
    managed.state = state;
    onChange();
  }

  function launch(managed: Managed): void {
    const { spec } = managed;
    // In a group of its own, it does not get the terminal's Ctrl-C; the supervisor ends it in its order.
    const child = spawn(spec.command, spec.args, {
      env: { ...env, ...spec.env },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...spec.owner,
    });
    const began_ms = performance.now();
    managed.child = child;
    delete managed.identity;
    if (child.pid !== undefined) {
      const identity = identify(child.pid);
      if (identity) managed.identity = identity;
    }
    managed.ended = new Promise((resolve) => {
      child.once('exit', resolve);
      child.once('error', resolve);
    });
    child.once('error', (error) => speak(managed, `did not start: ${error.message}`));
    createInterface({ input: child.stdout }).on('line', (line) => speak(managed, line, false));
    createInterface({ input: child.stderr }).on('line', (line) => speak(managed, line));
    change(managed, 'starting');
    child.once('exit', (code, by) => {
      const how = by ?? `code ${code}`;
      if (managed.state === 'ready') {
        managed.failures = performance.now() - began_ms > steady_ms ? 0 : managed.failures + 1;
        speak(managed, `ended (${how}), starting again`);
        relaunch(managed).catch((error: unknown) => speak(managed, String(error)));
      } else if (managed.state === 'starting') {
        speak(managed, `ended (${how}) before it was ready`);
      }
    });
  }

  async function relaunch(managed: Managed): Promise<void> {
    for (;;) {
      change(managed, 'waiting to restart');
      managed.restarts += 1;
      await sleep(Math.min(first_restart_ms * 2 ** managed.failures, longest_restart_ms));
      if (managed.state !== 'waiting to restart') return;
      launch(managed);
      if ((await outcome(managed)) !== 'ended') return;
      managed.failures += 1;
    }
  }

  /** Waits until a launched process serves, has ended (or been killed for not serving in time), or is stopped. */
  async function outcome(managed: Managed): Promise<'ready' | 'ended' | 'stopped'> {
    const { child } = managed;
    let ended = false;
    void managed.ended.then(() => {
      ended = true;
    });
    const deadline = performance.now() + start_ms;
    while (!ended && managed.child === child && managed.state === 'starting') {
      if ((await managed.spec.isReady()) && !ended) {
        change(managed, 'ready');
        return 'ready';
      }
      if (performance.now() > deadline) {
        speak(managed, `was not ready after ${start_ms / 1000} s`);
        await end(managed, 'SIGKILL');
      } else {
        await Promise.race([sleep(poll_ms), managed.ended]);
      }
    }
    return managed.state === 'starting' ? 'ended' : 'stopped';
  }

  async function end(managed: Managed, by: NodeJS.Signals): Promise<void> {
    const { child, ended } = managed;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    signal(child.pid, by);
    const late = setTimeout(() => {
      speak(managed, `did not end within ${stop_ms / 1000} s and is killed`);
      if (child.pid !== undefined) signal(-child.pid, 'SIGKILL');
    }, stop_ms);
    await ended;
    clearTimeout(late);
  }

  function speak(managed: Managed, line: string, isTrouble = true): void {
    managed.lastLines.push(line);
    if (managed.lastLines.length > last_words) managed.lastLines.shift();
    onLine(managed.spec.name, line, isTrouble);
  }

  async function stop(managed: Managed): Promise<void> {
    change(managed, 'stopped');
    await end(managed, managed.spec.stopSignal ?? 'SIGTERM');
    onChange();
  }

  async function launchFirst(managed: Managed): Promise<void> {
    if (closed) throw new Error(`${managed.spec.name} is not started: everything is being stopped`);
    launch(managed);
    if ((await outcome(managed)) === 'ready') return;
    change(managed, 'stopped');
    // The pipes may still hold what it said last.
    await sleep(poll_ms);
    throw new Error(
      `${managed.spec.name} did not start. Its last lines were:\n  ${managed.lastLines.join('\n  ')}`,
    );
  }

  return {
    async start(spec) {
      const managed: Managed = {
        spec,
        state: 'stopped',
        ended: Promise.resolve(),
        restarts: 0,
        failures: 0,
        lastLines: [],
      };
      processes.set(spec.name, managed);
      await launchFirst(managed);
    },
    async restart(name) {
      const managed = find(name);
      if (managed.state === 'stopped') await launchFirst(managed);
    },
    stop: (name) => stop(find(name)),
    async close() {
      closed = true;
      for (const tier of tiers.toReversed()) {
        await Promise.all([...processes.values()].filter(({ spec }) => spec.tier === tier).map(stop));
      }
    },
    status: () =>
      [...processes.values()].map(({ spec, state, child, restarts }) => ({
        name: spec.name,
        state,
        restarts,
        ...(child?.pid !== undefined &&
          child.exitCode === null &&
          child.signalCode === null && { pid: child.pid }),
      })),
    running: () =>
      [...processes.values()].flatMap(({ spec, identity, child }) =>
        identity && child?.exitCode === null && child.signalCode === null
          ? [{ name: spec.name, tier: spec.tier, stopSignal: spec.stopSignal ?? 'SIGTERM', ...identity }]
          : [],
      ),
  };
}
