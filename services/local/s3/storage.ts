import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SCHEMA = `
  create table if not exists buckets (
    name text primary key,
    object_lock integer not null,
    created_at integer not null
  ) strict;
  create table if not exists versions (
    sequence integer primary key autoincrement,
    bucket text not null references buckets (name),
    key text not null,
    version_id text not null,
    latest integer not null,
    delete_marker integer not null,
    blob text,
    size integer not null,
    etag text not null,
    modified_at integer not null,
    headers text not null,
    metadata text not null,
    checksums text not null,
    lock_mode text,
    retain_until integer,
    legal_hold integer not null default 0,
    unique (bucket, key, version_id)
  ) strict;
  create unique index if not exists latest_versions on versions (bucket, key) where latest = 1;
`;

export type Storage = {
  db: DatabaseSync;
  /** Folder that bodies arrive in, on the same file system as the blobs. */
  incoming: string;
  /** Takes a synced file over as a blob and returns its name. */
  adopt(path: string): string;
  /** Opens a blob for reading; it stays readable when it is removed meanwhile. */
  openBlob(blob: string): number;
  removeBlob(blob: string): void;
  transaction<T>(work: () => T): T;
  close(): void;
};

/**
 * Opens the folder: one SQLite file that says what exists, and a file per version. A blob is synced and in its place
 * before the row that names it is committed, and it is removed after that row. So a crash leaves at most blobs
 * without a row, and these are removed here.
 */
export function openStorage(dataDir: string): Storage {
  const incoming = join(dataDir, 'incoming');
  const blobs = join(dataDir, 'blobs');
  rmSync(incoming, { recursive: true, force: true });
  for (const folder of [incoming, blobs]) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(dataDir, 's3.sqlite'));
  db.exec('pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full');
  db.exec('pragma foreign_keys = on');
  db.exec(SCHEMA);
  const named = new Set(
    db
      .prepare('select blob from versions where blob is not null')
      .all()
      .map((row) => row['blob']),
  );
  for (const name of readdirSync(blobs)) if (!named.has(name)) rmSync(join(blobs, name));

  return {
    db,
    incoming,
    adopt(path) {
      const blob = randomUUID();
      renameSync(path, join(blobs, blob));
      const folder = openSync(blobs, 'r');
      fsyncSync(folder);
      closeSync(folder);
      return blob;
    },
    openBlob: (blob) => openSync(join(blobs, blob), 'r'),
    removeBlob: (blob) => rmSync(join(blobs, blob), { force: true }),
    transaction(work) {
      db.exec('begin immediate');
      try {
        const result = work();
        db.exec('commit');
        return result;
      } catch (error) {
        db.exec('rollback');
        throw error;
      }
    },
    close: () => db.close(),
  };
}
