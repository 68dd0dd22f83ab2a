import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What makes the load: k6, or the stand-in that runs the same scripts on Node. */
export type Generator = {
  name: 'k6' | 'stand-in';
  version: string;
  command: string;
  /** What comes before `run`. */
  args: readonly string[];
};

/** The version that `npm run load:k6` builds, and the first one that runs the scripts. */
export const pinned = 'v2.3.0';
const major = 2;

/** Outside the repository, so that a fresh clone finds what an earlier one built. */
export const builtPath = join(
  process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
  'healthbooker-load',
  `k6-${pinned}`,
);

const standIn: Generator = {
  name: 'stand-in',
  version: process.version,
  command: process.execPath,
  args: [fileURLToPath(new URL('../stand-in/main.ts', import.meta.url))],
};

export type Found = {
  /** Undefined when the one that was asked for is not there. */
  generator: Generator | undefined;
  /** What is wrong with a k6 that was found, or that there is none; a sentence. */
  remark: string | undefined;
};

/**
 * Takes the k6 on the PATH if its version will do, or the one that was built, or else the stand-in.
 * @param wanted only this one will do
 */
export function findGenerator(wanted: 'k6' | 'stand-in' | undefined): Found {
  if (wanted === 'stand-in') return { generator: standIn, remark: undefined };
  const onPath = versionOf('k6');
  const candidates: [string, string | undefined][] = [
    ['k6', onPath],
    [builtPath, existsSync(builtPath) ? versionOf(builtPath) : undefined],
  ];
  for (const [command, version] of candidates) {
    if (version === undefined || Number(version.split('.')[0]) !== major) continue;
    return { generator: { name: 'k6', version, command, args: [] }, remark: undefined };
  }
  const found = onPath === undefined ? 'There is no k6' : `The k6 on the PATH is ${onPath}`;
  const remark = `${found}, and version ${major} is needed; npm run load:k6 builds it.`;
  return { generator: wanted === 'k6' ? undefined : standIn, remark };
}

/** `2.3.0`; undefined when there is no such program, or it is no k6. */
function versionOf(command: string): string | undefined {
  try {
    const said = execFileSync(command, ['version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
    });
    return /^k6\S* v(\d+\.\d+\.\d+)/.exec(said)?.[1];
  } catch {
    return undefined;
  }
}
