import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '../run/refusal.ts';

/** A k6 that runs the scripts of load/k6. */
export type K6 = { command: string; version: string };

/** The version that `npm run load:k6` builds, like `2.2.0`, and the oldest one that runs the scripts: go.mod pins it. */
export const pinned = readPinned();

/** Outside the repository, so that a fresh clone finds what an earlier one built. */
export const builtPath = join(
  process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'),
  'healthbooker-load',
  `k6-v${pinned}`,
);

function readPinned(): string {
  const text = readFileSync(new URL('go.mod', import.meta.url), 'utf8');
  const version = /^require go\.k6\.io\/k6\/v2 v(\d+\.\d+\.\d+)$/m.exec(text)?.[1];
  if (version === undefined) throw new Error('load/program/go.mod pins no version of k6');
  return version;
}

/**
 * Takes the k6 on the PATH if its version fits, else the one that was built.
 * @throws Refusal in one sentence, when there is none
 */
export function findK6(): K6 {
  const onPath = versionOf('k6');
  if (onPath !== undefined && isFit(onPath)) return { command: 'k6', version: onPath };
  const built = versionOf(builtPath);
  if (built === pinned) return { command: builtPath, version: built };
  const found = onPath === undefined ? 'There is no k6 on the PATH' : `The k6 on the PATH is ${onPath}`;
  throw new Refusal(`${found}, and ${wanted} is needed: npm run load:k6 builds it.`);
}

/** Which versions fit, in words. */
export const wanted = `version ${pinned} or a newer one of ${majorOf(pinned)}.x`;

/** Whether a version fits: not older than the pinned one, and with the same major number. */
export function isFit(version: string): boolean {
  return majorOf(version) === majorOf(pinned) && version.localeCompare(pinned, 'en', { numeric: true }) >= 0;
}

function majorOf(version: string): string {
  return version.split('.')[0] ?? '';
}

/** `2.2.0`; undefined when there is no such program, or it is no k6. */
export function versionOf(command: string): string | undefined {
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
