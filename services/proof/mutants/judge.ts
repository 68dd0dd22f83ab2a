import type { Copy } from './copy.ts';
import { isVerdict, runTests } from './run-test.ts';
import type { Mutant } from './types.ts';

export type Verdict = { isCaught: boolean; words: string };

type Env = Readonly<Record<string, string | undefined>>;

/** Some rules show only in a race, and a mutant may pass by luck. */
const tries = 3;
/** The machine was too busy: this is no verdict. */
const outage = /The database cannot be reached|not enough time/;
/** As much of a failure's message as fits on a line. */
const message_length = 160;

/**
 * The tests of a file that fail without any mutant, by name. They are the verdict on all mutants that they should
 * catch.
 */
export async function unsound(
  file: string,
  mutants: readonly Mutant[],
  { folder }: Copy,
  env: Env,
): Promise<Map<string, Verdict>> {
  const names = [...new Set(mutants.map(({ caughtBy }) => caughtBy[1]))];
  const lines = await runTests(folder, file, names, env);
  const verdicts = new Map<string, Verdict>();
  for (const name of names) {
    const mine = lines.filter(({ test }) => test.includes(name));
    const failed = mine.find(({ passed }) => !passed);
    if (mine.length > 0 && failed === undefined) continue;
    const why = failed === undefined ? 'no such test' : short(failed.message);
    verdicts.set(name, { isCaught: false, words: `"${name}" does not pass as things are: ${why}` });
  }
  return verdicts;
}

/** Whether the test fails when the mutant's protection is taken away. */
export async function judge({ edits, caughtBy, without }: Mutant, copy: Copy, env: Env): Promise<Verdict> {
  const [file, name] = caughtBy;
  const restore = copy.change(edits);
  try {
    for (let left = tries; left > 0; left -= 1) {
      const lines = await runTests(copy.folder, file, [name], env);
      const failed = lines.find((line) => !line.passed && isVerdict(line));
      if (failed !== undefined && outage.test(failed.message) && left > 1) continue;
      if (failed !== undefined) {
        const isCaught = !outage.test(failed.message);
        return { isCaught, words: `${without} — "${failed.test}" (${short(failed.message)})` };
      }
      const none = lines.find(({ passed }) => !passed);
      if (none !== undefined || lines.length === 0) {
        const why = short(none?.message ?? 'no test ran');
        return { isCaught: false, words: `${without} — came to no verdict: ${why}` };
      }
    }
    return { isCaught: false, words: `${without} — "${name}" passes` };
  } finally {
    restore();
  }
}

function short(message: string): string {
  const line = message.replaceAll(/\s+/g, ' ').trim();
  return line.length > message_length ? `${line.slice(0, message_length)}…` : line;
}
