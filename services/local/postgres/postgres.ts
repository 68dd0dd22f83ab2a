import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { loopback } from '../ports.ts';
import { withPublicFiles } from '../public-files.ts';
import type { ProcessSpec } from '../supervisor.ts';
import { initdbArguments, postgresBinaries, postgresOwner, reachableByOthers } from './binaries.ts';
import { type DatabaseUrls, derivedPasswords, ensureServiceDatabase } from './roles.ts';

const superuser = 'postgres';

export type PostgresOptions = {
  /** The stack's data folder; PostgreSQL's own folder and password file live in it. */
  dataDir: string;
  port: number;
  /** False only for data nobody will miss: an operating system crash may then corrupt it. */
  durable: boolean;
  maxConnections: number;
  /** Settings besides, as `name=value`; the last of a name counts. */
  settings?: readonly string[];
};

export type Postgres = {
  spec: ProcessSpec;
  /** Superuser's URL of the database `postgres`. */
  url: string;
  /** Creates the database and the two roles of a service where absent. */
  createDatabase(service: string): Promise<DatabaseUrls>;
};

/**
 * Prepares a PostgreSQL cluster in the data folder, created on first use, and says how to run it. It listens on
 * loopback only, has no unix socket, and takes a random password kept in a file only this user can read.
 */
export async function preparePostgres(options: PostgresOptions): Promise<Postgres> {
  const owner = postgresOwner();
  const home = postgresHome(options.dataDir);
  const binaries = postgresBinaries(home);
  const cluster = join(home, 'postgres');
  const passwordFile = join(options.dataDir, 'postgres-password');
  // The data folder with the password was removed, but the cluster outside it was not. Without the password it is
  // useless.
  if (!existsSync(passwordFile)) rmSync(cluster, { recursive: true, force: true });
  const password = readPassword(passwordFile);
  if (!existsSync(join(cluster, 'PG_VERSION')))
    await initialise(binaries, home, cluster, password, options.durable);
  forgetForeignPid(cluster);

  const base = `postgres://${superuser}:${password}@${loopback}:${options.port}`;
  return {
    url: `${base}/postgres`,
    spec: {
      name: 'postgres',
      tier: 'store',
      command: join(binaries, 'bin/postgres'),
      args: ['-D', cluster, ...settings(options).flatMap((setting) => ['-c', setting])],
      env: { TZ: 'UTC', LC_ALL: 'C' },
      ...(owner && { owner }),
      // PostgreSQL's "fast" shutdown: sessions are ended, the data is written out.
      stopSignal: 'SIGINT',
      isReady: () => connects(`${base}/postgres`),
    },
    createDatabase: (service) =>
      ensureServiceDatabase(`${base}/postgres`, service, derivedPasswords(password, service)),
  };
}

/** Removes a cluster and its programs, wherever they are. The caller must have stopped it. */
export function removePostgres(dataDir: string): void {
  const home = postgresHome(dataDir);
  rmSync(join(home, 'postgres'), { recursive: true, force: true });
  if (home !== dataDir) rmSync(home, { recursive: true, force: true });
  rmSync(join(dataDir, 'postgres-password'), { force: true });
}

/**
 * Where the cluster lives: the data folder, unless PostgreSQL runs as another user who cannot reach it, as under
 * root's home. Then it is a folder of /var/lib named after the data folder.
 */
export function postgresHome(dataDir: string): string {
  if (postgresOwner() === undefined || reachableByOthers(dataDir)) return dataDir;
  const home = join(
    '/var/lib/healthbooker',
    createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12),
  );
  withPublicFiles(() => mkdirSync(home, { recursive: true }));
  return home;
}

async function initialise(
  binaries: string,
  home: string,
  cluster: string,
  password: string,
  durable: boolean,
) {
  // initdb cannot use what an interrupted first start left.
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  const passwordFile = join(home, 'initdb-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const owner = postgresOwner();
  if (owner) for (const path of [cluster, passwordFile]) chownSync(path, owner.uid, owner.gid);
  try {
    await promisify(execFile)(
      join(binaries, 'bin/initdb'),
      [...initdbArguments(cluster, superuser, passwordFile), ...(durable ? [] : ['--no-sync'])],
      { env: { TZ: 'UTC', LC_ALL: 'C' }, ...owner },
    );
  } catch (error) {
    rmSync(cluster, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not create its data folder ${cluster}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function settings({ port, durable, maxConnections, settings: more = [] }: PostgresOptions): string[] {
  return [
    `listen_addresses=${loopback}`,
    `port=${port}`,
    'unix_socket_directories=',
    `max_connections=${maxConnections}`,
    'shared_buffers=128MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_messages=warning',
    'log_line_prefix=',
    // Queries here are short; compiling them costs more than it gains.
    'jit=off',
    ...(durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_wal_size=2GB']),
    ...more,
  ];
}

/**
 * PostgreSQL itself checks whether the process in postmaster.pid is gone, but not whether another process has its pid
 * now (usual after a container restart). Then it would refuse to start.
 */
function forgetForeignPid(cluster: string): void {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  const commandLine = `/proc/${pid}/cmdline`;
  if (existsSync(commandLine) && !readFileSync(commandLine, 'utf8').includes(cluster)) rmSync(file);
}

function readPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8');
}

async function connects(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  // Without a listener a connection that breaks later would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}
