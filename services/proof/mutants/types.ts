/** One place of the source: `text`, which occurs exactly once in the file, becomes `with`. */
export type Edit = {
  /** From the top folder. */
  file: string;
  text: string;
  with: string;
};

/** A protection that is taken away, and the test that must notice. */
export type Mutant = {
  /** Kebab-case: names it on the command line. */
  name: string;
  /** What is gone, in words. */
  without: string;
  /** Several where layers back each other up and are taken away together. */
  edits: readonly Edit[];
  caughtBy: Catcher;
};

/** A test file and words of the name of the test in it. */
export type Catcher = readonly [file: string, test: string];

/** An {@link Edit}. Without a replacement the text goes. */
export function edit(file: string, text: string, replacement = ''): Edit {
  return { file, text, with: replacement };
}
