import type { Finding } from './types.ts';

/** A finding that may be gone in a moment, and the key by which only it is looked at again. */
export type Suspect = { key: string; finding: Finding };

/** One thing that is looked at: its keys by the page, and what is wrong with a page of them. Memory is that of a page. */
export type Look = {
  /** Said while it is looked at, and where it ends early. */
  name: string;
  /** Whether what it finds may be on its way: then it is looked at again until it is gone or the time is up. */
  settles: boolean;
  /** Every key, or those of what changed. */
  pages(): AsyncIterable<string[]>;
  check(keys: string[]): Promise<Suspect[]>;
};

/** Findings of one look that are kept and looked at again. Whoever has as many has other things to do than to read on. */
export const found_at_most = 10_000;

/** Goes through all pages of a look. `isWhole` is false when it found so much that it stopped. */
export async function walk(look: Look): Promise<{ suspects: Suspect[]; isWhole: boolean }> {
  // Two pages may have met the same.
  const suspects = new Map<string, Suspect>();
  for await (const keys of look.pages()) {
    for (const suspect of await look.check(keys)) {
      suspects.set(`${suspect.finding.broken} ${suspect.finding.id}`, suspect);
    }
    if (suspects.size >= found_at_most) return { suspects: [...suspects.values()], isWhole: false };
  }
  return { suspects: [...suspects.values()], isWhole: true };
}

/** What is still so of what was found. */
export async function lookAgain(look: Look, suspects: readonly Suspect[]): Promise<Suspect[]> {
  const keys = [...new Set(suspects.map(({ key }) => key))];
  const still: Suspect[] = [];
  for (let at = 0; at < keys.length; at += page_rows) {
    still.push(...(await look.check(keys.slice(at, at + page_rows))));
  }
  return still;
}

/** Keys of a page, unless a look says otherwise. */
export const page_rows = 1000;
