import { closeSync, mkdirSync, openSync, symlinkSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Connection, Submittable } from 'pg';
import pg from 'pg';

/** The first byte of what PostgreSQL sends during a base backup (protocol documentation, "BASE_BACKUP"). */
const kinds = { newArchive: 0x6e, data: 0x64 } as const;
const block = 512;

/**
 * Copies a running PostgreSQL into an empty folder, with the log needed to start from it, as pg_basebackup would:
 * npm brings no such program. `url` is that of a role that may replicate.
 */
export async function baseBackup(url: string, folder: string): Promise<void> {
  const connection = new URL(url);
  connection.searchParams.set('replication', 'true');
  const client = new pg.Client({ connectionString: connection.href });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const unpack = createUnpacker(folder);
    await new Promise<void>((resolve, reject) => {
      client.query(
        copyOut("BASE_BACKUP (LABEL 'standby', CHECKPOINT 'fast', WAL true, MANIFEST 'no')", {
          chunk(bytes) {
            if (bytes[0] === kinds.data) unpack(bytes.subarray(1));
          },
          resolve,
          reject,
        }),
      );
    });
  } finally {
    await client.end();
  }
}

/** A statement whose answer is a stream of copied bytes, as the driver's query queue wants it. */
function copyOut(
  text: string,
  done: { chunk(bytes: Buffer): void; resolve(): void; reject(error: unknown): void },
): Submittable {
  let failed: unknown;
  const nothing = () => {};
  const handlers = {
    submit: (connection: Connection & { query(text: string): void }) => connection.query(text),
    handleRowDescription: nothing,
    handleDataRow: nothing,
    handleCommandComplete: nothing,
    handleEmptyQuery: nothing,
    handlePortalSuspended: nothing,
    handleCopyData({ chunk }: { chunk: Buffer }) {
      try {
        if (failed === undefined) done.chunk(chunk);
      } catch (error) {
        failed = error;
      }
    },
    handleError(error: unknown) {
      failed = error;
      done.reject(error);
    },
    handleReadyForQuery: () => (failed === undefined ? done.resolve() : done.reject(failed)),
  };
  return handlers as unknown as Submittable;
}

/** Takes the bytes of a tar archive in pieces of any size and writes its files below a folder. */
function createUnpacker(folder: string): (bytes: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let file: number | undefined;
  let left = 0;
  let padding = 0;

  function begin(header: Buffer): void {
    const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '');
    const name = text(0, 100);
    // Two empty blocks end the archive.
    if (name === '') return;
    const path = join(folder, text(345, 500), name);
    const type = header.toString('latin1', 156, 157);
    const size = type === '0' || type === '\0' ? Number.parseInt(text(124, 136), 8) : 0;
    mkdirSync(type === '5' ? path : dirname(path), { recursive: true, mode: 0o700 });
    if (type === '2') symlinkSync(text(157, 257), path);
    if (type === '2' || type === '5') return;
    file = openSync(path, 'w', 0o600);
    left = size;
    padding = (block - (size % block)) % block;
    if (left === 0) end();
  }

  function end(): void {
    if (file !== undefined) closeSync(file);
    file = undefined;
  }

  return (bytes) => {
    rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
    for (;;) {
      if (file !== undefined) {
        const part = rest.subarray(0, left);
        if (part.length === 0) return;
        writeSync(file, part);
        rest = rest.subarray(part.length);
        left -= part.length;
        if (left > 0) return;
        end();
      }
      if (rest.length < padding + block) return;
      const header = rest.subarray(padding, padding + block);
      rest = rest.subarray(padding + block);
      padding = 0;
      begin(header);
    }
  };
}
