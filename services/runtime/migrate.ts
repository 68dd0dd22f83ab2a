import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runner } from 'node-pg-migrate';
import pg from 'pg';
import { query, statement } from './postgres.ts';
import { explainDatabaseError, isUnreachable } from './postgres-errors.ts';

const TABLE = 'schema_migration';
/** Any fixed number that nothing else in the database locks. */
const LOCK_KEY = 7_241_001;
/** How long one migrator waits for another to finish. */
const LOCK_WAIT_MS = 60_000;

const applied = statement('schema-migrations', `select name from ${TABLE}`);
/** Whoever is a member of the owner's role, as a superuser is of every role, can do what the owner can. */
const ownership = statement(
  'schema-ownership',
  `select pg_has_role(current_user, relowner, 'member') as owns from pg_class where oid = '${TABLE}'::regclass`,
);

export type MigrateOptions = {
  url: string;
  /** Folder of `0001-what-it-does.sql` files, applied in the order of their numbers. */
  dir: string;
  /** How long a migration may wait for a table that others use before it fails and nothing is changed. */
  lockTimeoutMs?: number;
  /** How long to try to connect: a pod's network rules may reach its node after the pod. One try unless given. */
  connectWithinMs?: number;
};

/**
 * Applies the migrations that the database has not seen, each in its own transaction, and returns their names. One
 * process at a time does so (advisory lock). Migrations cannot be undone: a wrong one is corrected by a new one.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const { url, dir, lockTimeoutMs = 3000, connectWithinMs = 0 } = options;
  await refuseDownMigrations(dir);
  const client = await connect(url, performance.now() + connectWithinMs);
  try {
    await client.query(`set lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await client.query(`set lock_timeout = ${lockTimeoutMs}`);
    const done = await runner({
      dbClient: client,
      dir,
      direction: 'up',
      migrationsTable: TABLE,
      checkOrder: true,
      singleTransaction: false,
      noLock: true,
      ignorePattern: '(?!.*\\.sql$).*',
      logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    });
    return done.map(({ name }) => name);
  } catch (error) {
    throw explainDatabaseError(error);
  } finally {
    // Also gives up the advisory lock.
    await client.end();
  }
}

async function connect(url: string, deadline: number): Promise<pg.Client> {
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    // A connection lost between two statements raises 'error'; the next statement reports it.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end();
      if (!isUnreachable(error) || performance.now() > deadline) throw explainDatabaseError(error);
      await sleep(500);
    }
  }
}

/** The runner throws when it fails. Its progress lines would only repeat the returned names. */
function ignore(): void {}

/**
 * Whether the database has every migration of the folder; it may have newer ones.
 * A service is ready only when this holds.
 */
export async function isMigrated(pool: pg.Pool, dir: string): Promise<boolean> {
  try {
    const rows = await query<{ name: string }>(pool, applied);
    const known = new Set(rows.map(({ name }) => name));
    return (await migrationFiles(dir)).every((file) => known.has(basename(file, '.sql')));
  } catch (error) {
    // 42P01: the table does not exist, so nothing was ever applied; 42501: no migration has granted anything yet.
    if (error instanceof pg.DatabaseError && ['42P01', '42501'].includes(error.code ?? '')) return false;
    throw error;
  }
}

/**
 * Whether the pool's role has the power of an owner: it could change rows in spite of triggers and missing rights, and
 * alter or drop tables. No service is ready with such a role.
 */
export async function ownsTables(pool: pg.Pool): Promise<boolean> {
  const [row] = await query<{ owns: boolean }>(pool, ownership);
  return row?.owns ?? false;
}

async function migrationFiles(dir: string): Promise<string[]> {
  return (await readdir(dir)).filter((file) => file.endsWith('.sql')).sort();
}

async function refuseDownMigrations(dir: string): Promise<void> {
  for (const file of await migrationFiles(dir)) {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(file)) throw new Error(`${file}: name it 0001-what-it-does.sql`);
    if (/^\s*--[\s-]*down\s+migration/im.test(await readFile(join(dir, file), 'utf8'))) {
      throw new Error(`${file}: migrations go forward only; remove its down part`);
    }
  }
}
