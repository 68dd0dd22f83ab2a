import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@healthbooker/local/ports';
import {
  type Postgres,
  postgresHome,
  preparePostgres,
  removePostgres,
} from '@healthbooker/local/postgres/postgres';
import type { DatabaseUrls } from '@healthbooker/local/postgres/roles';
import { createSupervisor } from '@healthbooker/local/supervisor';
import { migrate } from '@healthbooker/runtime/migrate';
import { connect, type Tell } from './fill/bulk.ts';
import { fill, type Urls } from './fill/fill.ts';
import { type Size, sizeOf } from './size.ts';

export const services = ['scheduler', 'ehr', 'notification'] as const;
export type ServiceName = (typeof services)[number];

export type AgedHospital = {
  size: Size;
  /** The instant that the rows are told from. */
  asOf: Date;
  databases: Record<ServiceName, DatabaseUrls>;
  /** A superuser's address of the database `postgres`. */
  adminUrl: string;
  close(): Promise<void>;
};

export type Wanted = {
  scale: number;
  seed: number;
  /** Where filled hospitals are kept; in the home folder's cache unless given. */
  folder?: string;
  /** The instant to fill for; the last Monday at eleven (UTC) unless given. */
  asOf?: Date;
};

type Manifest = { asOf: string; filled: boolean };

const manifestFile = 'manifest.json';
const repository = fileURLToPath(new URL('../../..', import.meta.url));
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** 1970 began on a Thursday. */
const MONDAY_AT_ELEVEN_MS = 4 * 24 * HOUR_MS + 11 * HOUR_MS;
const MAX_CONNECTIONS = 100;

/**
 * A filled database is written to no more; of the log of changes PostgreSQL keeps as much as there ever was between two
 * checkpoints, and an index that is built needs none.
 */
const FILLING = ['wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=256MB', 'min_wal_size=80MB'];

/** The last Monday at eleven (UTC): at any hour of a week the rows are the same, and of a day on which the clinics work. */
export function lastMonday(now: Date): Date {
  return new Date(
    Math.floor((now.getTime() - MONDAY_AT_ELEVEN_MS) / WEEK_MS) * WEEK_MS + MONDAY_AT_ELEVEN_MS,
  );
}

/**
 * Opens the aged hospital of a scale and a seed: PostgreSQL with the settings of the local stack, filled when it is not
 * there, when migrations, the seeded hospital or the fill have changed since, or when it is of another week. Ends when it
 * is closed; the data stays.
 */
export async function openHospital(
  { scale, seed, folder = cacheFolder(), asOf = lastMonday(new Date()) }: Wanted,
  tell: Tell,
): Promise<AgedHospital> {
  const name = `scale-${scale}-seed-${seed}-`;
  const dataDir = join(folder, `${name}${fingerprint()}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const old of readdirSync(folder)) {
    const other = join(folder, old);
    if (old.startsWith(name) && other !== dataDir && runningIn(other) === undefined) discard(other);
  }
  const running = runningIn(dataDir);
  if (running !== undefined) {
    throw new Error(
      `${dataDir} is open in process ${running}: end that, or set HB_AGED to a folder of your own.`,
    );
  }
  const kept = readManifest(dataDir);
  const isUsable = kept?.filled === true && kept.asOf === asOf.toISOString();
  if (!isUsable) discard(dataDir);
  const size = sizeOf(scale, seed, asOf);
  if (!isUsable) await fillAnew(dataDir, size, tell);
  const { postgres, close } = await start(dataDir, true);
  const databases = await databasesOf(postgres, '');
  return { size, asOf, databases, adminUrl: postgres.url, close };
}

async function fillAnew(dataDir: string, size: Size, tell: Tell): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  // PostgreSQL may run as another user, who has to pass through.
  chmodSync(dataDir, 0o711);
  const manifest = (filled: boolean) =>
    writeFileSync(
      join(dataDir, manifestFile),
      JSON.stringify({ asOf: size.asOf.toISOString(), filled } satisfies Manifest),
    );
  manifest(false);
  // Data that nobody would miss until it is whole.
  const { postgres, close } = await start(dataDir, false);
  try {
    const [databases, seeds] = [await databasesOf(postgres, ''), await databasesOf(postgres, '_seed')];
    const owners = (of: Record<ServiceName, DatabaseUrls>): Urls => ({
      scheduler: of.scheduler.ownerUrl,
      ehr: of.ehr.ownerUrl,
      notification: of.notification.ownerUrl,
    });
    for (const service of services) {
      const dir = join(repository, 'services', service, 'migrations');
      for (const { ownerUrl } of [databases[service], seeds[service]]) await migrate({ url: ownerUrl, dir });
    }
    await fill(owners(databases), owners(seeds), size, tell);
    const admin = await connect(postgres.url);
    for (const service of services) await admin.query(`drop database ${service}_seed with (force)`);
    await admin.end();
  } finally {
    await close();
  }
  manifest(true);
}

async function databasesOf(postgres: Postgres, suffix: string): Promise<Record<ServiceName, DatabaseUrls>> {
  return {
    scheduler: await postgres.createDatabase(`scheduler${suffix}`),
    ehr: await postgres.createDatabase(`ehr${suffix}`),
    notification: await postgres.createDatabase(`notification${suffix}`),
  };
}

async function start(
  dataDir: string,
  durable: boolean,
): Promise<{ postgres: Postgres; close(): Promise<void> }> {
  const supervisor = createSupervisor({
    env: {},
    // What PostgreSQL does as it should is no news, and the whole of a statement that fails is long.
    onLine: (name, line) => {
      if (/^(ERROR|FATAL|PANIC|WARNING)/.test(line)) console.error(`${name} | ${line}`);
    },
    onChange: () => undefined,
  });
  const postgres = await preparePostgres({
    dataDir,
    port: await freePort(),
    durable,
    maxConnections: MAX_CONNECTIONS,
    ...(durable ? {} : { settings: FILLING }),
  });
  await supervisor.start(postgres.spec);
  return { postgres, close: () => supervisor.close() };
}

/** The process of the PostgreSQL that runs in a folder, if one does. */
function runningIn(dataDir: string): number | undefined {
  if (!existsSync(dataDir)) return undefined;
  const cluster = join(postgresHome(dataDir), 'postgres');
  const pidFile = join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const commandLine = `/proc/${pid}/cmdline`;
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(cluster) ? pid : undefined;
}

function discard(dataDir: string): void {
  if (!existsSync(dataDir)) return;
  removePostgres(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}

function readManifest(dataDir: string): Manifest | undefined {
  const file = join(dataDir, manifestFile);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
}

function cacheFolder(): string {
  return process.env['HB_AGED'] || join(homedir(), '.cache', 'healthbooker-aged');
}

/** What the rows follow from besides scale and seed: the tables, the seeded hospital and the fill. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of globSync(
    [
      'services/{scheduler,ehr,notification}/migrations/*.sql',
      'services/local/seed/*.ts',
      'services/proof/aged/{size.ts,fill/*}',
    ],
    { cwd: repository },
  ).sort()) {
    hash.update(file).update(readFileSync(join(repository, file)));
  }
  return hash.digest('hex').slice(0, 12);
}
