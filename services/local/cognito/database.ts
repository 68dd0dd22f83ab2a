import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createSigningKey, type SigningKey } from '../signing-key.ts';

/** Times are epoch milliseconds; `auth_time` is epoch seconds, as tokens carry it. */
const SCHEMA = `
  create table if not exists users (
    sub text primary key,
    email text not null unique,
    status text not null check (status in ('UNCONFIRMED', 'CONFIRMED', 'FORCE_CHANGE_PASSWORD')),
    enabled integer not null default 1,
    salt text not null,
    verifier text not null,
    temporary_until integer,
    attributes text not null,
    totp_pending text,
    totp_secret text,
    totp_enabled integer not null default 0,
    totp_last_step integer not null default 0,
    created_at integer not null,
    updated_at integer not null
  ) strict;
  create table if not exists memberships (
    sub text not null references users (sub),
    group_name text not null,
    primary key (sub, group_name)
  ) strict, without rowid;
  create table if not exists codes (
    sub text not null references users (sub),
    purpose text not null,
    hash blob not null,
    expires_at integer not null,
    primary key (sub, purpose)
  ) strict, without rowid;
  create table if not exists attempts (
    key text primary key,
    count integer not null,
    last_at integer not null
  ) strict, without rowid;
  create table if not exists sessions (
    origin_jti text primary key,
    sub text not null references users (sub),
    client_id text not null,
    refresh_hash blob not null unique,
    auth_time integer not null,
    expires_at integer not null,
    revoked integer not null default 0
  ) strict, without rowid;
  create index if not exists sessions_by_user on sessions (sub);
  create index if not exists sessions_by_expiry on sessions (expires_at);
  create table if not exists secrets (name text primary key, value text not null) strict, without rowid;
`;

/**
 * Opens the user pool's one SQLite file, making it where there is none. A committed write survives a crash of
 * the process or the machine (write-ahead log, full sync); a second process may open it at the same time.
 */
export function openDatabase(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(join(dataDir, 'cognito.sqlite'));
  db.exec('pragma busy_timeout = 5000');
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on');
  db.exec(SCHEMA);
  return db;
}

/** Runs `work` in one transaction; it must not await. */
export function transaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('begin immediate');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (error) {
    db.exec('rollback');
    throw error;
  }
}

export type Secrets = {
  /** 32 bytes that seal challenge sessions, hash codes and invent decoys. */
  server: Buffer;
  /** Signs the pool's tokens. */
  signing: SigningKey;
};

/** The pool's keys, made once and kept. */
export function loadSecrets(db: DatabaseSync): Secrets {
  const server = keep(db, 'server', () => randomBytes(32).toString('hex'));
  const signing = keep(db, 'signing', () =>
    JSON.stringify(createSigningKey(randomBytes(32).toString('base64'))),
  );
  return { server: Buffer.from(server, 'hex'), signing: JSON.parse(signing) as SigningKey };
}

function keep(db: DatabaseSync, name: string, make: () => string): string {
  const find = db.prepare('select value from secrets where name = ?');
  const found = find.get(name)?.['value'];
  if (typeof found === 'string') return found;
  db.prepare('insert into secrets (name, value) values (?, ?) on conflict do nothing').run(name, make());
  return String(find.get(name)?.['value']);
}
