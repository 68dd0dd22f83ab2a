import { createReadStream } from 'node:fs';

/** What lies at one path of an archive. Paths are relative, without a slash in front. */
export type TarEntry = { path: string } & (
  | { kind: 'file'; executable: boolean; content: Buffer | { file: string; size: number } }
  | { kind: 'link'; target: string }
  /** `mode` is 0o755 unless given. */
  | { kind: 'folder'; mode?: number }
);

const block = 512;
const types = { file: '0', link: '2', folder: '5' } as const;

/**
 * The bytes of a tar archive (POSIX ustar, pax headers for long names) that depend on the entries alone: sorted by
 * path, owned by 0:0, modified at the epoch, folders in between added. Throws when a path is given twice.
 */
export async function* tar(entries: readonly TarEntry[]): AsyncGenerator<Buffer> {
  for (const entry of complete(entries)) {
    yield* header(entry);
    if (entry.kind !== 'file') continue;
    const { content } = entry;
    if (Buffer.isBuffer(content)) yield content;
    else yield* fileBytes(content);
    yield Buffer.alloc((block - (sizeOf(entry) % block)) % block);
  }
  yield Buffer.alloc(2 * block);
}

async function* fileBytes({ file, size }: { file: string; size: number }): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    read += (chunk as Buffer).length;
    yield chunk as Buffer;
  }
  if (read !== size) throw new Error(`${file} changed while it was packed`);
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

function sizeOf(entry: TarEntry): number {
  if (entry.kind !== 'file') return 0;
  return Buffer.isBuffer(entry.content) ? entry.content.length : entry.content.size;
}

function modeOf(entry: TarEntry): number {
  if (entry.kind === 'folder') return entry.mode ?? 0o755;
  return entry.kind === 'link' || entry.executable ? 0o755 : 0o644;
}

function* header(entry: TarEntry): Generator<Buffer> {
  const path = entry.kind === 'folder' ? `${entry.path}/` : entry.path;
  const target = entry.kind === 'link' ? entry.target : '';
  const long = [
    ...(Buffer.byteLength(path) > 100 ? [paxRecord('path', path)] : []),
    ...(Buffer.byteLength(target) > 100 ? [paxRecord('linkpath', target)] : []),
  ].join('');
  if (long !== '') {
    const records = Buffer.from(long);
    yield ustar({ path: 'pax', type: 'x', mode: 0o644, size: records.length, target: '' });
    yield records;
    yield Buffer.alloc((block - (records.length % block)) % block);
  }
  yield ustar({ path, type: types[entry.kind], mode: modeOf(entry), size: sizeOf(entry), target });
}

/** A record says its own length, digits of the length included. */
function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (rest + String(length).length !== length) length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}

function ustar(fields: { path: string; type: string; mode: number; size: number; target: string }): Buffer {
  const bytes = Buffer.alloc(block);
  const octal = (value: number, at: number, length: number) =>
    bytes.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'ascii');
  bytes.write(Buffer.from(fields.path).subarray(0, 100).toString('latin1'), 0, 'latin1');
  octal(fields.mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(fields.size, 124, 12);
  octal(0, 136, 12);
  bytes.write('        ', 148, 'ascii');
  bytes.write(fields.type, 156, 'ascii');
  bytes.write(Buffer.from(fields.target).subarray(0, 100).toString('latin1'), 157, 'latin1');
  bytes.write('ustar\x0000', 257, 'ascii');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'ascii');
  return bytes;
}
