/**
 * A second PostgreSQL server, restored to a point in time, as RDS makes one. It takes a backup when it starts, waits
 * for an instant in the file `restore-to` of DATA_DIR, replays the log from the backup to that instant, and is a
 * primary of its own from then on. It reads the log from SOURCE_HOST, which must be alive: it undoes a wrong
 * statement, not the loss of a machine.
 *
 * SOURCE_HOST, DATA_DIR, PASSWORD_FILE (superuser's), REPLICATION_PASSWORD_FILE, MAX_CONNECTIONS. Port 5432; 8008
 * answers `GET /primary`.
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { postgresBinaries } from '../postgres/binaries.ts';
import { baseBackup } from './base-backup.ts';
import { asOptions, serverSettings } from './postgres-settings.ts';
import { answerState } from './postgres-state.ts';

const source = variable('SOURCE_HOST');
const dataDir = join(variable('DATA_DIR'), 'cluster');
const wantedFile = join(variable('DATA_DIR'), 'restore-to');
const password = readFileSync(variable('PASSWORD_FILE'), 'utf8').trim();
const replicationPassword = readFileSync(variable('REPLICATION_PASSWORD_FILE'), 'utf8').trim();

rmSync(dataDir, { recursive: true, force: true });
rmSync(wantedFile, { force: true });
mkdirSync(dataDir, { recursive: true, mode: 0o700 });
await baseBackup(`postgres://replicator:${replicationPassword}@${source}:5432/postgres`, dataDir);
chmodSync(dataDir, 0o700);
console.log(`backed up at ${new Date().toISOString()}`);
while (!existsSync(wantedFile)) await sleep(200);
// PostgreSQL does not know the letter Z this early.
const instant = new Date(readFileSync(wantedFile, 'utf8')).toISOString().replace('Z', '+00');
console.log(`${await copyLog()} files of the log are replayed up to ${instant}`);
writeFileSync(join(dataDir, 'recovery.signal'), '');
const recovery = asOptions([
  // There is no archive: the log lies where the server looks next.
  'restore_command=exit 1',
  `recovery_target_time=${instant}`,
  'recovery_target_action=promote',
  'synchronous_standby_names=',
]);
const binaries = postgresBinaries(join(variable('DATA_DIR'), 'binaries'));
const server = spawn(
  join(binaries, 'bin/postgres'),
  ['-D', dataDir, ...serverSettings(variable('MAX_CONNECTIONS')), ...recovery],
  { env: { TZ: 'UTC', LC_ALL: 'C', PATH: '/bin' }, stdio: 'inherit' },
);
server.once('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill('SIGINT'));
answerState(`postgres://postgres:${password}@127.0.0.1:5432/postgres`, () => true);

/** Copies the source's log from the start of the backup to this moment, and says how many files it is. */
async function copyLog(): Promise<number> {
  const label = readFileSync(join(dataDir, 'backup_label'), 'utf8');
  const first = /^START WAL LOCATION: \S+ \(file ([0-9A-F]{24})\)/m.exec(label)?.[1];
  if (first === undefined) throw new Error('the backup does not say where its log begins');
  const client = new pg.Client({
    connectionString: `postgres://postgres:${password}@${source}:5432/postgres`,
  });
  await client.connect();
  try {
    const switched = await client.query<{ last: string }>('select pg_walfile_name(pg_switch_wal()) as last');
    const { rows } = await client.query<{ name: string }>(
      'select name from pg_ls_waldir() where name >= $1 and name <= $2 and length(name) = 24 order by name',
      [first, switched.rows[0]?.last],
    );
    for (const { name } of rows) {
      const read = await client.query<{ bytes: Buffer }>(
        "select pg_read_binary_file('pg_wal/' || $1) as bytes",
        [name],
      );
      writeFileSync(join(dataDir, 'pg_wal', name), read.rows[0]?.bytes ?? '', { mode: 0o600 });
    }
    return rows.length;
  } finally {
    await client.end();
  }
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
