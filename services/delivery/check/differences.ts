import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** How the files of a folder differ from what they should be: one line per file, none when all are alike. */
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
