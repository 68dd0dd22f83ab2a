import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Edit } from './types.ts';

export type Copy = {
  folder: string;
  /** Makes the edits; the returned function takes them back. Throws where a text does not occur exactly once. */
  change(edits: readonly Edit[]): () => void;
  remove(): void;
};

/**
 * A copy of the work tree in the temp folder, with what is not committed yet and without what Git ignores. Packages are
 * links to those of `root`; those of the workspace are the copy's own.
 */
export function makeCopy(root: string): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'healthbooker-mutants-'));
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  });
  for (const file of listed.split('\0')) {
    if (file === '' || !existsSync(join(root, file))) continue;
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    cpSync(join(root, file), join(folder, file), { verbatimSymlinks: true });
  }
  linkPackages(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    change(edits) {
      const originals = new Map(edits.map(({ file }) => [file, readFileSync(join(folder, file), 'utf8')]));
      const changed = new Map(originals);
      for (const one of edits) changed.set(one.file, applied(one, changed.get(one.file) ?? ''));
      for (const [file, text] of changed) writeFileSync(join(folder, file), text);
      return () => {
        for (const [file, text] of originals) writeFileSync(join(folder, file), text);
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The content after an edit. Throws when its text does not occur exactly once. */
export function applied({ file, text, with: replacement }: Edit, content: string): string {
  const times = content.split(text).length - 1;
  if (times !== 1) throw new Error(`"${text}" occurs ${times} times in ${file}`);
  return content.replace(text, () => replacement);
}

function linkPackages(from: string, to: string): void {
  mkdirSync(to);
  for (const name of readdirSync(from)) {
    if (name !== '@healthbooker') symlinkSync(join(from, name), join(to, name));
  }
  mkdirSync(join(to, '@healthbooker'));
  for (const name of readdirSync(join(from, '@healthbooker'))) {
    symlinkSync(readlinkSync(join(from, '@healthbooker', name)), join(to, '@healthbooker', name));
  }
}
