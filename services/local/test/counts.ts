import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FileRun } from './run-files.ts';

/** How many tests each file has, by its path from the root. */
export type Counts = Record<string, number>;

const path = fileURLToPath(new URL('counts.json', import.meta.url));
const command = 'npm run test:count --';

export function readCounts(): Counts {
  return JSON.parse(readFileSync(path, 'utf8')) as Counts;
}

/**
 * Takes the numbers of files that were run; `existing` are all files there are. One line for each file, in order, so
 * that merges seldom conflict.
 */
export function renewCounts(runs: readonly FileRun[], existing: readonly string[]): void {
  const counts = renewed(readCounts(), runs, existing);
  writeFileSync(path, `${JSON.stringify(counts, null, 2)}\n`);
}

/** The counts after a run: those of files that are gone are left out, those of files that were not run stay. */
export function renewed(old: Counts, runs: readonly FileRun[], existing: readonly string[]): Counts {
  const ran = runs.flatMap(({ file, tests }) => (tests === undefined ? [] : [[file, tests] as const]));
  const all = { ...old, ...Object.fromEntries(ran) };
  const kept = Object.entries(all).filter(([file]) => existing.includes(file));
  return Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Sentences about files of which not every test reported. These fail any run. */
export function lost(runs: readonly FileRun[]): string[] {
  return runs.flatMap(({ file, tests, reported, skipped }) => {
    if (tests === undefined) return [`${file} ended before it had told how many tests it ran.`];
    if (reported < tests)
      return [`${file} ran ${tests} tests, and the reports of ${tests - reported} are missing.`];
    if (skipped > 0)
      return [`${file} skipped ${skipped} tests: a test runs wherever the others do, or is removed.`];
    return [];
  });
}

/** Sentences about files with more or fewer tests than are counted. */
export function miscounted(counts: Counts, runs: readonly FileRun[]): string[] {
  return runs.flatMap(({ file, tests }) => {
    const counted = counts[file];
    if (tests === undefined || tests === counted) return [];
    return counted === undefined
      ? [`${file} is not in counts.json: count its tests with "${command} ${file}".`]
      : [
          `${file} ran ${tests} tests and has ${counted}: if that is right, renew it with "${command} ${file}".`,
        ];
  });
}

/** Sentences about counted files that are not there. */
export function missing(counts: Counts, existing: readonly string[]): string[] {
  return Object.keys(counts)
    .filter((file) => !existing.includes(file))
    .map(
      (file) =>
        `${file} is counted but not there: if it was removed, renew the counts with "npm run test:count".`,
    );
}
