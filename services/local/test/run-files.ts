import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

/** Files at once: most of them wait for a store or a process most of the time. */
const files_at_once = 3;

/**
 * A file that takes longer counts as hanging. Attacks get more time, because they do many small things one after the
 * other.
 */
const test_ms = 180_000;
const attack_ms = 900_000;

export type FileRun = {
  /** Relative to the root, as in `counts.json`. */
  file: string;
  /** Tests of the file, subtests included, as its process counted them; undefined when it ended without saying so. */
  tests: number | undefined;
  /** Reports of tests that arrived here. */
  reported: number;
  /** Tests that were skipped, or marked as still to do. */
  skipped: number;
};

export type RunFilesOptions = {
  root: string;
  namePatterns?: readonly string[];
  nodeOptions?: readonly string[];
  signal?: AbortSignal;
  write(text: string): void;
};

/** `file` is where a test stands in the code, `entryFile` whose process ran it. */
type Reported = { entryFile?: string; file?: string; details: { type?: string } };

/** Runs test files, each in a process of its own, and tells how many tests each of them had and whether all passed. */
export async function runFiles(
  files: readonly string[],
  { root, namePatterns = [], nodeOptions = [], signal, write }: RunFilesOptions,
): Promise<{ runs: FileRun[]; isGreen: boolean }> {
  const runs = new Map(
    files.map((path): [string, FileRun] => [
      path,
      { file: relative(root, path), tests: undefined, reported: 0, skipped: 0 },
    ]),
  );
  let isGreen = true;
  const tests = run({
    files: [...files],
    concurrency: files_at_once,
    timeout: files.some((file) => file.endsWith('.attack.ts')) ? attack_ms : test_ms,
    ...(signal && { signal }),
    testNamePatterns: [...namePatterns],
    execArgv: [
      '--enable-source-maps',
      '--import',
      new URL('end-of-file.ts', import.meta.url).href,
      // What a failed test left open must not keep its process from ending.
      '--test-force-exit',
      ...nodeOptions,
    ],
  });
  const count = ({ entryFile, file, details }: Reported) => {
    const found = runs.get(entryFile ?? file ?? '');
    // The report of a file as a whole is no test.
    if (found && details.type !== 'suite') found.reported += 1;
  };
  tests.on('test:pass', count);
  tests.on('test:fail', (data) => {
    isGreen = false;
    count(data);
  });
  tests.on('test:summary', ({ file, counts, success }) => {
    isGreen &&= success;
    const found = runs.get(file ?? '');
    if (found === undefined) return;
    found.tests = counts.tests;
    found.skipped = counts.skipped + counts.todo;
  });
  for await (const text of tests.compose(new spec())) write(text);
  return { runs: [...runs.values()], isGreen };
}
