/**
 * One of two PostgreSQL servers in a cluster without AWS: a primary, and a standby that every commit waits for. When
 * the primary is gone for `FAILOVER_AFTER_MS`, the standby takes over; a server that comes back becomes the standby.
 * For tests only: it does not handle a network failure between the two, which would need a third server.
 *
 * POD_NAME (`postgres-0`, the first primary, or `postgres-1`), PEERS_DOMAIN (where both have their names), DATA_DIR,
 * PASSWORD_FILE (superuser's), REPLICATION_PASSWORD_FILE, MAX_CONNECTIONS. Port 5432; 8008 answers `GET /primary` and
 * `/running`.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { initdbArguments, postgresBinaries } from '../postgres/binaries.ts';
import { baseBackup } from './base-backup.ts';
import { serverSettings } from './postgres-settings.ts';
import { answerState, askState, hasNoData, onServer } from './postgres-state.ts';

const port = 5432;
const look_every_ms = 1000;
/**
 * Longer than the standby waits before it takes over. So a primary that has been alone for this long was not
 * replaced.
 */
const detach_after_ms = 15_000;

const podName = variable('POD_NAME');
const peerHost = `postgres-${podName.endsWith('-0') ? 1 : 0}.${variable('PEERS_DOMAIN')}`;
const dataDir = join(variable('DATA_DIR'), 'cluster');
const password = readFileSync(variable('PASSWORD_FILE'), 'utf8').trim();
const replicationPassword = readFileSync(variable('REPLICATION_PASSWORD_FILE'), 'utf8').trim();
const failover_after_ms = Number(process.env['FAILOVER_AFTER_MS'] ?? 5000);
const binaries = postgresBinaries(join(variable('DATA_DIR'), 'binaries'));
const env = { TZ: 'UTC', LC_ALL: 'C', PATH: '/bin' };
const own = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
const peer = `postgres://postgres:${password}@${peerHost}:${port}/postgres`;
const standbyName = podName.replaceAll('-', '_');

answerState(own, () => existsSync(join(dataDir, 'PG_VERSION')));
await prepareData();
const server = spawn(
  join(binaries, 'bin/postgres'),
  ['-D', dataDir, ...serverSettings(variable('MAX_CONNECTIONS'))],
  {
    env,
    stdio: 'inherit',
  },
);
server.once('exit', (code) => process.exit(code ?? 1));
// "Fast" shutdown: sessions are ended, the data is written out.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill('SIGINT'));
await watch();

/** Makes a data folder that fits the role of the other server. */
async function prepareData(): Promise<void> {
  mkdirSync(variable('DATA_DIR'), { recursive: true });
  for (let waited = false; ; waited = true) {
    const other = await askState(peer);
    if (other === 'primary') return await becomeStandby();
    if (existsSync(join(dataDir, 'PG_VERSION'))) return;
    // Only the other server can say that there is no data yet; without an answer it may just be slow.
    if (podName.endsWith('-0') && (await hasNoData(peerHost))) return initialise();
    if (!waited) console.log(`waiting for a primary: ${peerHost} is ${other}`);
    await sleep(look_every_ms);
  }
}

function initialise(): void {
  rmSync(dataDir, { recursive: true, force: true });
  const passwordFile = join(variable('DATA_DIR'), 'initdb-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  execFileSync(join(binaries, 'bin/initdb'), initdbArguments(dataDir, 'postgres', passwordFile), {
    env,
    stdio: 'inherit',
  });
  rmSync(passwordFile);
  appendFileSync(
    join(dataDir, 'pg_hba.conf'),
    'host all all all scram-sha-256\nhost replication replicator all scram-sha-256\n',
  );
}

/** The data here may differ from the primary's, so it starts from a copy. */
async function becomeStandby(): Promise<void> {
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const url = `postgres://replicator:${replicationPassword}@${peerHost}:${port}/postgres`;
  await baseBackup(url, dataDir);
  chmodSync(dataDir, 0o700);
  writeFileSync(join(dataDir, 'standby.signal'), '');
  appendFileSync(
    join(dataDir, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${peerHost} port=${port} user=replicator password=${replicationPassword} application_name=${standbyName}'\n`,
  );
  console.log(`copied ${peerHost}`);
}

/** Takes over from a primary that is gone; has commits wait for the standby while there is one. */
async function watch(): Promise<void> {
  let peerSeen_ms = performance.now();
  let wasSynchronous = false;
  for (;;) {
    await sleep(look_every_ms);
    const [mine, other] = await Promise.all([askState(own), askState(peer)]);
    const now_ms = performance.now();
    if (mine === 'standby') {
      if (other === 'primary') {
        peerSeen_ms = now_ms;
        // A server that has just stopped does not answer; then its earlier role counts.
        wasSynchronous = (await followsEveryCommit(peer)) ?? wasSynchronous;
      } else if (await hearsPrimary()) peerSeen_ms = now_ms;
      else if (wasSynchronous && now_ms - peerSeen_ms > failover_after_ms) {
        console.log(`no primary for ${Math.round(now_ms - peerSeen_ms)} ms: taking over`);
        await onServer(own, (client) => client.query('select pg_promote()'));
      }
    } else if (mine === 'primary') {
      if (other === 'primary' && (await isSucceeded())) {
        // The other server took over because this one did not answer. Since then no commit here was acknowledged,
        // since all waited for the standby.
        console.log('the other has taken over: starting again as its standby');
        server.kill('SIGQUIT');
        return;
      }
      await ensureReplicator();
      const following = await hasStandby();
      if (following) peerSeen_ms = now_ms;
      await waitForStandby(following || now_ms - peerSeen_ms < detach_after_ms, following);
    }
  }
}

/** Whether the primary's log still arrives, however long it takes to answer anything else. */
async function hearsPrimary(): Promise<boolean> {
  const rows = await onServer(own, (client) =>
    client.query(
      "select from pg_stat_wal_receiver where status = 'streaming' and last_msg_receipt_time > now() - interval '3 s'",
    ),
  );
  return (rows?.rowCount ?? 0) > 0;
}

/** If both are primaries: whether the other is the newer one. A promotion begins a new timeline. */
async function isSucceeded(): Promise<boolean> {
  const [mine, other] = await Promise.all([own, peer].map(timelineOf));
  return mine !== undefined && other !== undefined && mine < other;
}

async function timelineOf(url: string): Promise<string | undefined> {
  const sql = 'select left(pg_walfile_name(pg_current_wal_lsn()), 8) as timeline';
  const answer = await onServer(url, (client) => client.query<{ timeline: string }>(sql));
  return answer?.rows[0]?.timeline;
}

async function ensureReplicator(): Promise<void> {
  await onServer(own, async (client) => {
    const { rowCount } = await client.query("select from pg_roles where rolname = 'replicator'");
    if (rowCount !== 0) return;
    const secret = client.escapeLiteral(replicationPassword);
    await client.query(`create role replicator login replication password ${secret}`);
  });
}

async function hasStandby(): Promise<boolean> {
  const rows = await onServer(own, (client) =>
    client.query("select from pg_stat_replication where state = 'streaming'"),
  );
  return (rows?.rowCount ?? 0) > 0;
}

/** Whether the primary at `url` waits for this standby with every commit; undefined when it does not answer. */
async function followsEveryCommit(url: string): Promise<boolean | undefined> {
  const rows = await onServer(url, (client) =>
    client.query(
      "select from pg_stat_replication where application_name = $1 and sync_state in ('sync', 'quorum')",
      [standbyName],
    ),
  );
  return rows && (rows.rowCount ?? 0) > 0;
}

/**
 * Commits wait for a standby that follows, and not for one that has been gone for long. In between nothing changes: a
 * standby that takes over must have every acknowledged commit.
 */
async function waitForStandby(wanted: boolean, following: boolean): Promise<void> {
  await onServer(own, async (client) => {
    const { rows } = await client.query<{ synchronous_standby_names: string }>(
      'show synchronous_standby_names',
    );
    const waits = rows[0]?.synchronous_standby_names !== '';
    if (waits === wanted || (wanted && !following)) return;
    console.log(wanted ? 'every commit waits for the standby' : 'the standby is gone: commits do not wait');
    await client.query(`alter system set synchronous_standby_names = '${wanted ? 'ANY 1 (*)' : ''}'`);
    await client.query('select pg_reload_conf()');
  });
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
