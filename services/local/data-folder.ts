import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { endOrphans } from './orphans.ts';
import { removePostgres } from './postgres/postgres.ts';
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts';
import type { RunningProcess } from './supervisor.ts';

/** Who runs the stack of a data folder, and at which address. */
type Owner = ProcessIdentity & { url: string };

export type DataFolder = {
  path: string;
  /** Names of the processes that a killed supervisor had left and that were ended now. */
  orphans: string[];
  /** Writes down which processes run, so that the next supervisor can end them if this one is killed. */
  recordProcesses(processes: readonly RunningProcess[]): void;
  /** Gives the folder up. */
  release(): void;
};

const ownerFile = 'supervisor.json';
const processesFile = 'processes.json';

/**
 * Takes the one folder in which the stack keeps everything. Only one supervisor has it at a time; another gets a
 * sentence that says who does. Processes that a killed supervisor left running are ended first.
 */
export async function takeDataFolder(path: string, url: string): Promise<DataFolder> {
  try {
    makeFolder(path);
    // PostgreSQL may run as another user, who has to pass through; nobody else may list the folder.
    chmodSync(path, 0o711);
    claim(path, url);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error;
    throw new Error(
      `The data folder ${path} cannot be used (${error.code}): make it a folder of your own that you may write to, ` +
        'or choose another with HB_DATA.',
    );
  }
  const recorded = readJson<RunningProcess[]>(join(path, processesFile)) ?? [];
  const orphans = await endOrphans(recorded);
  return {
    path,
    orphans,
    recordProcesses: (processes) => writeJson(join(path, processesFile), processes),
    release() {
      rmSync(join(path, processesFile), { force: true });
      rmSync(join(path, ownerFile), { force: true });
    },
  };
}

/**
 * Makes a folder and its parents, one at a time: below /proc, where no folder can be made, Node's own `recursive`
 * never returns. A path that is not a folder is refused before anything is changed.
 */
function makeFolder(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found) throw Object.assign(new Error(`${path} is no folder`), { code: 'ENOTDIR', syscall: 'mkdir' });
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Removes everything the stack ever wrote to its folder, and nothing else. The caller must have taken the folder. */
export function clearDataFolder(path: string): void {
  removePostgres(path);
  const ours =
    /^(dynamodb|events|inbox|cognito|s3|workload|logs|portals|compile-cache|stack\.json|seed\.json|postgres-\d.*)$/;
  for (const name of readdirSync(path)) {
    if (ours.test(name)) rmSync(join(path, name), { recursive: true, force: true });
  }
}

/** Replaces a file as a whole; only its owner can read it. */
export function writeJson(file: string, content: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Reads a JSON file; undefined when it is absent. */
export function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read; "npm start -- --reset" starts over with empty data`, {
      cause: error,
    });
  }
}

function claim(path: string, url: string): void {
  const file = join(path, ownerFile);
  const mine = `${file}.${process.pid}`;
  writeJson(mine, { ...identify(process.pid), url });
  try {
    for (;;) {
      try {
        // A link is made with its whole content, or not at all when the name is taken.
        linkSync(mine, file);
        return;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      }
      const owner = readJson<Owner>(file);
      if (owner && isRunning(owner)) {
        throw new Error(
          `HealthBooker runs already: process ${owner.pid} holds the folder ${path} and the address ${owner.url}. ` +
            `Stop it with "kill ${owner.pid}", or start a second one with HB_DATA and HB_PORT set to something else.`,
        );
      }
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}
