import { lstatSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TarEntry } from './tar.ts';

/**
 * In bytes. A layer is read twice. Smaller files are kept in memory from the first time, because somebody may be
 * editing them.
 */
const read_at_once_bytes = 256 * 1024;

/**
 * The files and links below a folder, as entries below `to`, for which `keep` says yes. `keep` sees the path within
 * the folder, of folders too, before they are entered.
 */
export function folderEntries(
  from: string,
  to: string,
  keep: (path: string, isFolder: boolean) => boolean = () => true,
): TarEntry[] {
  const entries: TarEntry[] = [];
  const visit = (within: string) => {
    for (const name of readdirSync(join(from, within))) {
      const path = within === '' ? name : `${within}/${name}`;
      const stat = lstatSync(join(from, path));
      if (!keep(path, stat.isDirectory())) continue;
      if (stat.isDirectory()) visit(path);
      else if (stat.isSymbolicLink())
        entries.push({ path: `${to}/${path}`, kind: 'link', target: readlinkSync(join(from, path)) });
      else entries.push(fileEntry(join(from, path), `${to}/${path}`));
    }
  };
  visit('');
  return entries;
}

/** One file as it is on this machine, whatever links lead to it. */
export function fileEntry(file: string, path: string): TarEntry {
  const { size, mode } = statSync(file);
  const content = size <= read_at_once_bytes ? readFileSync(file) : { file, size };
  return { path, kind: 'file', executable: (mode & 0o100) !== 0, content };
}

/** A file made of text. */
export function textEntry(path: string, text: string): TarEntry {
  return { path, kind: 'file', executable: false, content: Buffer.from(text) };
}
