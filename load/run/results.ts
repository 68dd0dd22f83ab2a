import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.ts';

/** A folder of results. It has another name until it is complete, so that half a run never looks like a result. */
export type Results = {
  path(name: string): string;
  write(name: string, text: string): void;
  /** Gives it its name. @returns the folder */
  finish(): string;
  discard(): void;
};

/** A long ladder writes some hundred MB of samples. */
const room_mb = 500;

/** The folder of a run: the named one, or `load/results/<date>-<commit>`. */
export function resultsFolder(out: string | undefined, began: Date, commit: string): string {
  if (out !== undefined) return resolve(out);
  const date = began
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '');
  return fileURLToPath(new URL(`../results/${date}-${commit.slice(0, 12) || 'unknown'}`, import.meta.url));
}

/** One folder at a time: where nothing can be created, as below /proc, Node's own recursion never ends. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** Opens a folder for results. @throws Refusal when it is taken, cannot be written, or has no room */
export function openResults(folder: string): Results {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Refusal(`${folder} holds something already; results are never written over.`);
  }
  const half = `${folder}.unfinished-${process.pid}`;
  try {
    makeFolder(half);
    const { bavail, bsize } = statfsSync(half);
    if ((bavail * bsize) / 1e6 < room_mb) throw new Error(`less than ${room_mb} MB are free`);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    const reason = error instanceof Error ? error.message.replace(/,.*$/, '') : error;
    throw new Refusal(`No results can be written to ${dirname(folder)}: ${reason}.`);
  }
  return {
    path: (name) => join(half, name),
    write: (name, text) => writeFileSync(join(half, name), text),
    finish() {
      if (existsSync(folder)) rmSync(folder, { recursive: true });
      renameSync(half, folder);
      return folder;
    },
    discard: () => rmSync(half, { recursive: true, force: true }),
  };
}
