import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { migrate } from '@healthbooker/runtime/migrate';
import pg from 'pg';
import { closeDatabase, databaseUrls, derivedPasswords, ensureRoles, ownerOf } from '../postgres/roles.ts';
import { testVariable } from './variables.ts';

export type TestDatabase = {
  /** The owner of the tables: what a test prepares and looks at. */
  url: string;
  /** What the service itself connects with; it refuses to serve as the owner. */
  serviceUrl: string;
  /** Ends every session on the database and removes it. */
  drop(): Promise<void>;
};

/** Any number will do, as long as every test process takes the same. */
const template_lock = 7_201_512;

const server = () => testVariable('HB_TEST_POSTGRES_URL');
const passwordsOf = (service: string) => derivedPasswords(new URL(server()).password, service);

/**
 * Creates a database with the tables of a service. The first caller of a run migrates a template; the others copy
 * it, which takes some tens of milliseconds.
 *
 * @param service a folder of services/ that has migrations
 */
export async function testDatabase(service: string): Promise<TestDatabase> {
  const admin = new pg.Client({ connectionString: server() });
  await admin.connect();
  try {
    const template = await migratedTemplate(admin, service);
    const name = `${service}_${randomBytes(8).toString('hex')}`;
    await admin.query(`create database ${name} template ${template} owner ${ownerOf(service)}`);
    // Who may connect is not copied from the template.
    await closeDatabase(admin, service, name);
    const { url, ownerUrl } = databaseUrls(server(), service, passwordsOf(service), name);
    return { url: ownerUrl, serviceUrl: url, drop: () => drop(name) };
  } finally {
    await admin.end();
  }
}

async function migratedTemplate(admin: pg.Client, service: string): Promise<string> {
  const dir = fileURLToPath(new URL(`../../${service}/migrations`, import.meta.url));
  const name = `${service}_template_${fingerprint(dir)}`;
  const exists = async () =>
    (await admin.query('select from pg_database where datname = $1', [name])).rowCount === 1;
  if (await exists()) return name;
  await admin.query('select pg_advisory_lock($1)', [template_lock]);
  try {
    if (await exists()) return name;
    await ensureRoles(admin, service, passwordsOf(service));
    // Only a template whose migrations all passed gets the name others look for.
    await admin.query(`drop database if exists ${name}_new with (force)`);
    await admin.query(`create database ${name}_new owner ${ownerOf(service)}`);
    const { ownerUrl } = databaseUrls(server(), service, passwordsOf(service), `${name}_new`);
    await migrate({ url: ownerUrl, dir });
    await admin.query(`alter database ${name}_new rename to ${name}`);
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [template_lock]);
  }
  return name;
}

function fingerprint(dir: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(dir).sort()) hash.update(file).update(readFileSync(`${dir}/${file}`));
  return hash.digest('hex').slice(0, 12);
}

const LEAVING_TRIES = 10;

/** Sessions that are on their way out get 200 ms: one that is ended while it closes would fail a test that has passed. */
async function drop(name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: server() });
  await admin.connect();
  try {
    for (let tries = 0; tries < LEAVING_TRIES; tries += 1) {
      const { rows } = await admin.query('select from pg_stat_activity where datname = $1 limit 1', [name]);
      if (rows.length === 0) break;
      await sleep(20);
    }
    await admin.query(`drop database if exists ${name} with (force)`);
  } finally {
    await admin.end();
  }
}
