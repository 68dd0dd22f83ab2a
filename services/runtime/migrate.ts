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

/** The first line of a migration that is taken in steps. */
const in_steps = /^-- In steps: /;
const before_all = '00000000-0000-0000-0000-000000000000';

/**
 * Applies the migrations that the database has not seen, each in its own transaction, and returns their names. One
 * process at a time does so (advisory lock). Migrations cannot be undone: a wrong one is corrected by a new one.
 *
 * One that would lock many rows for long begins with `-- In steps: ` and is one statement, which is run again and again, each
 * time by itself: $1 is the `last` (an id) that it returned the time before, until it returns null. It may end anywhere and
 * is then taken from its beginning.
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const { url, dir, lockTimeoutMs = 3000, connectWithinMs = 0 } = options;
  await refuseDownMigrations(dir);
  const client = await connect(url, performance.now() + connectWithinMs);
  try {
    await client.query(`set lock_timeout = ${LOCK_WAIT_MS}`);
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await client.query(`set lock_timeout = ${lockTimeoutMs}`);
    // Makes the table of what was run, and checks the order.
    await runWhole(client, dir, 0);
    const { rows } = await client.query<{ name: string }>(applied.text);
    const seen = new Set(rows.map(({ name }) => name));
    const done: string[] = [];
    let whole = 0;
    for (const file of await migrationFiles(dir)) {
      const name = basename(file, '.sql');
      if (seen.has(name)) continue;
      const text = await readFile(join(dir, file), 'utf8');
      if (!in_steps.test(text)) {
        whole += 1;
        continue;
      }
      done.push(...(await runWhole(client, dir, whole)), name);
      whole = 0;
      await runInSteps(client, name, text);
    }
    done.push(...(await runWhole(client, dir, whole)));
    return done;
  } catch (error) {
    throw explainDatabaseError(error);
  } finally {
    // Also gives up the advisory lock.
    await client.end();
  }
}

/** Runs the next `count` that the database has not seen, and returns their names. */
async function runWhole(client: pg.Client, dir: string, count: number): Promise<string[]> {
  const done = await runner({
    dbClient: client,
    dir,
    count,
    direction: 'up',
    migrationsTable: TABLE,
    checkOrder: true,
    singleTransaction: false,
    noLock: true,
    ignorePattern: '(?!.*\\.sql$).*',
    logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  return done.map(({ name }) => name);
}

async function runInSteps(client: pg.Client, name: string, text: string): Promise<void> {
  for (let last: string | null = before_all; last !== null; ) {
    const step: pg.QueryResult<{ last: string | null }> = await client.query(text, [last]);
    last = step.rows[0]?.last ?? null;
  }
  await client.query(`insert into ${TABLE}(name, run_on) values ($1, $2)`, [name, new Date()]);
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
