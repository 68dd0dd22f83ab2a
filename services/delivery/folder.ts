import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** How the files of a folder differ from what they should be: one line per file, none when nothing differs. */
export function differences(dir: string, wanted: ReadonlyMap<string, string>): string[] {
  const present = existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    : [];
  const stray = present.filter((file) => !wanted.has(file)).map((file) => `${file} should not be there`);
  const changed = [...wanted]
    .filter(([file, text]) => !present.includes(file) || readFileSync(join(dir, file), 'utf8') !== text)
    .map(([file]) => `${file} is not what the code makes`);
  return [...stray, ...changed];
}

/** Writes files into a folder, and leaves what else is there. */
export function writeFiles(dir: string, files: ReadonlyMap<string, string>): void {
  for (const [file, text] of files) {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  }
}

/** Makes a folder hold these files and nothing else. */
export function writeFolder(dir: string, files: ReadonlyMap<string, string>): void {
  rmSync(dir, { recursive: true, force: true });
  writeFiles(dir, files);
}
