import type { SQLOutputValue } from 'node:sqlite';
import type { Storage } from './storage.ts';

export type LockMode = 'COMPLIANCE' | 'GOVERNANCE';

/** One version of an object, or a delete marker. Times are epoch milliseconds. */
export type Version = {
  sequence: number;
  key: string;
  /** `null` in a bucket without object lock, where a key has one version. */
  versionId: string;
  latest: boolean;
  deleteMarker: boolean;
  blob: string | undefined;
  size: number;
  etag: string;
  modifiedAt: number;
  /** Headers that come back as they were sent, such as `content-type`. */
  headers: Readonly<Record<string, string>>;
  metadata: Readonly<Record<string, string>>;
  checksums: Readonly<Record<string, string>>;
  lock: { mode: LockMode | undefined; retainUntil: number | undefined; legalHold: boolean };
};

export type Versions = ReturnType<typeof createVersions>;

/** Rows about buckets and versions; callers compose them within a transaction. */
export function createVersions({ db }: Storage) {
  const bucket = db.prepare('select name, object_lock from buckets where name = ?');
  const addBucket = db.prepare('insert into buckets (name, object_lock, created_at) values (?, ?, ?)');
  const buckets = db.prepare('select name, created_at from buckets order by name');
  const latest = db.prepare('select * from versions where bucket = ? and key = ? and latest = 1');
  const byId = db.prepare('select * from versions where bucket = ? and key = ? and version_id = ?');
  const newest = db.prepare(
    'select * from versions where bucket = ? and key = ? order by sequence desc limit 1',
  );
  const after = db.prepare(
    `select * from versions where bucket = ? and latest = 1 and delete_marker = 0 and key >= ? order by key`,
  );
  const setLatest = db.prepare('update versions set latest = ? where sequence = ?');
  const remove = db.prepare('delete from versions where sequence = ?');
  const insert = db.prepare(
    `insert into versions (bucket, key, version_id, latest, delete_marker, blob, size, etag, modified_at,
       headers, metadata, checksums, lock_mode, retain_until, legal_hold)
     values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  return {
    bucket(name: string): { name: string; objectLock: boolean } | undefined {
      const row = bucket.get(name);
      return row && { name, objectLock: row['object_lock'] === 1 };
    },
    addBucket(name: string, objectLock: boolean, now: number): void {
      addBucket.run(name, Number(objectLock), now);
    },
    buckets(): { name: string; createdAt: number }[] {
      return buckets
        .all()
        .map((row) => ({ name: String(row['name']), createdAt: Number(row['created_at']) }));
    },
    latest(of: string, key: string): Version | undefined {
      const row = latest.get(of, key);
      return row && toVersion(row);
    },
    byId(of: string, key: string, versionId: string): Version | undefined {
      const row = byId.get(of, key, versionId);
      return row && toVersion(row);
    },
    /** Current versions from `key` on, in the byte order of UTF-8, one at a time. */
    *from(of: string, key: string): Generator<Version> {
      for (const row of after.iterate(of, key)) yield toVersion(row);
    },
    /** Adds a version as the current one; the one before must have been retired or removed. */
    insert(of: string, version: Omit<Version, 'sequence' | 'latest'>): void {
      insert.run(
        of,
        version.key,
        version.versionId,
        Number(version.deleteMarker),
        version.blob ?? null,
        version.size,
        version.etag,
        version.modifiedAt,
        JSON.stringify(version.headers),
        JSON.stringify(version.metadata),
        JSON.stringify(version.checksums),
        version.lock.mode ?? null,
        version.lock.retainUntil ?? null,
        Number(version.lock.legalHold),
      );
    },
    retire({ sequence }: Version): void {
      setLatest.run(0, sequence);
    },
    /** Removes a version for good; the newest that is left becomes the current one. */
    remove(of: string, { sequence, key, latest: wasLatest }: Version): void {
      remove.run(sequence);
      const row = wasLatest ? newest.get(of, key) : undefined;
      if (row) setLatest.run(1, Number(row['sequence']));
    },
  };
}

function toVersion(row: Record<string, SQLOutputValue>): Version {
  const mode = row['lock_mode'];
  return {
    sequence: Number(row['sequence']),
    key: String(row['key']),
    versionId: String(row['version_id']),
    latest: row['latest'] === 1,
    deleteMarker: row['delete_marker'] === 1,
    blob: row['blob'] === null ? undefined : String(row['blob']),
    size: Number(row['size']),
    etag: String(row['etag']),
    modifiedAt: Number(row['modified_at']),
    headers: JSON.parse(String(row['headers'])) as Record<string, string>,
    metadata: JSON.parse(String(row['metadata'])) as Record<string, string>,
    checksums: JSON.parse(String(row['checksums'])) as Record<string, string>,
    lock: {
      mode: mode === 'COMPLIANCE' || mode === 'GOVERNANCE' ? mode : undefined,
      retainUntil: row['retain_until'] === null ? undefined : Number(row['retain_until']),
      legalHold: row['legal_hold'] === 1,
    },
  };
}
