import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { type Pack, pack } from 'tar-stream';

/** What lies at one path of an archive. Paths are relative, without a slash in front. */
export type TarEntry = { path: string } & (
  | { kind: 'file'; executable: boolean; content: Buffer | { file: string; size: number } }
  | { kind: 'link'; target: string }
  /** `mode` is 0o755 unless given. */
  | { kind: 'folder'; mode?: number }
);

/**
 * The bytes of a tar archive (POSIX ustar, pax headers for long names) that depend on the entries alone: sorted by
 * path, owned by 0:0, modified at the epoch, folders in between added. Throws when a path is given twice. Reading it
 * fails when a file is not as long as its entry says; the error names the file.
 */
export async function* tar(entries: readonly TarEntry[]): AsyncGenerator<Buffer> {
  const archive = pack();
  const failure = fill(archive, complete(entries)).catch((err: unknown) => err);
  try {
    yield* archive as AsyncIterable<Buffer>;
  } catch (err) {
    throw (await failure) ?? err;
  }
}

/** One entry at a time, as fast as the archive is read. */
async function fill(archive: Pack, entries: readonly TarEntry[]): Promise<void> {
  for (const entry of entries) {
    const content = entry.kind === 'file' ? entry.content : Buffer.alloc(0);
    if (Buffer.isBuffer(content)) {
      await new Promise<void>((resolve, reject) => {
        archive.entry(headerOf(entry), content, (err) => (err ? reject(err) : resolve()));
      });
    } else {
      const from = createReadStream(content.file, { highWaterMark: 1 << 20 });
      await pipeline(from, archive.entry({ ...headerOf(entry), size: content.size })).catch((cause) => {
        throw new Error(`${content.file} cannot be packed: did it change?`, { cause });
      });
    }
  }
  archive.finalize();
}

function headerOf(entry: TarEntry): Parameters<Pack['entry']>[0] {
  const common = { uid: 0, gid: 0, mtime: new Date(0) };
  if (entry.kind === 'folder') {
    return { ...common, name: `${entry.path}/`, type: 'directory', mode: entry.mode ?? 0o755 };
  }
  if (entry.kind === 'link') {
    return { ...common, name: entry.path, type: 'symlink', linkname: entry.target, mode: 0o755 };
  }
  return { ...common, name: entry.path, type: 'file', mode: entry.executable ? 0o755 : 0o644 };
}

function complete(entries: readonly TarEntry[]): TarEntry[] {
  const all = new Map<string, TarEntry>();
  for (const entry of entries) {
    if (all.has(entry.path)) throw new Error(`${entry.path} is packed twice`);
    all.set(entry.path, entry);
  }
  for (const { path } of entries) {
    const parts = path.split('/');
    for (let length = 1; length < parts.length; length += 1) {
      const folder = parts.slice(0, length).join('/');
      if (!all.has(folder)) all.set(folder, { path: folder, kind: 'folder' });
    }
  }
  return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
