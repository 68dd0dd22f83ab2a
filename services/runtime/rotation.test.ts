/** Secrets that are replaced while a process runs: each is taken up without a restart. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { createHealth } from './health.ts';
import { listenMetrics } from './health-server.ts';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { openPool, query, statement, transaction } from './postgres.ts';

const server = process.env['HB_TEST_POSTGRES_URL'] ?? '';
const log = createLogger('test', 'silent');
const dir = mkdtempSync(join(tmpdir(), 'rotation-'));
after(() => rmSync(dir, { recursive: true }));

describe('the password of the database', () => {
  const role = `rotated_${process.pid}`;
  const admin = new pg.Client({ connectionString: server });
  const file = join(dir, 'password');
  const url = new URL(server);
  url.username = role;
  url.password = '';
  const one = statement('one', 'select 1 as n');

  before(async () => {
    await admin.connect();
    await admin.query(`create role ${role} login`);
  });
  after(async () => {
    await admin.query(`drop role ${role}`);
    await admin.end();
  });

  const setPassword = (password: string) => admin.query(`alter role ${role} password '${password}'`);
  const endSessions = () =>
    admin.query('select pg_terminate_backend(pid, 2000) from pg_stat_activity where usename = $1', [role]);

  function open() {
    const metrics = createMetrics('test');
    const health = createHealth();
    health.started();
    const options = { url: url.href, passwordFile: file, max: 2, name: 'test', metrics, log, health };
    return { pool: openPool(options), metrics, health };
  }

  async function refusals(metrics: ReturnType<typeof createMetrics>): Promise<number> {
    const { values } = await metrics.poolRefusals.get();
    return values.reduce((sum, { value }) => sum + value, 0);
  }

  test('is read for each connection: what is refused is unavailable, is seen, and works again without a restart', async () => {
    await setPassword('first');
    writeFileSync(file, 'first\n');
    const { pool, metrics, health } = open();
    const probes = await listenMetrics({ health, metrics, log }, '127.0.0.1', 0);
    const readyz = async () => {
      const response = await fetch(`http://127.0.0.1:${probes.port}/readyz`);
      return `${response.status} ${(await response.text()).trim()}`;
    };
    assert.deepEqual(await query(pool, one), [{ n: 1 }]);
    assert.equal(await readyz(), '200 ok');

    await setPassword('second');
    // A session that is open goes on.
    assert.deepEqual(await query(pool, one), [{ n: 1 }]);
    assert.equal(await refusals(metrics), 0);
    await endSessions();
    const unavailable = { kind: 'unavailable', retryAfterMs: 1000 };
    await assert.rejects(query(pool, one), unavailable);
    await assert.rejects(
      transaction(pool, async () => 1),
      unavailable,
    );
    assert.equal(await refusals(metrics), 2);
    assert.match(
      await metrics.registry.metrics(),
      /db_connections_refused_total\{pool="test",reason="login"/,
    );
    assert.equal(await readyz(), '200 ok\ndatabase of test: refuses connections (login)');

    writeFileSync(file, 'second');
    assert.deepEqual(await query(pool, one), [{ n: 1 }]);
    assert.equal(await readyz(), '200 ok');
    assert.equal(await refusals(metrics), 2);
    await pool.end();
    await probes.close();
  });

  for (const [how, text] of [
    ['is empty', '\n'],
    ['is missing', undefined],
  ] as const) {
    test(`is unavailable while its file ${how}, as it may be while it is replaced`, async () => {
      await setPassword('third');
      if (text === undefined) rmSync(file);
      else writeFileSync(file, text);
      const { pool, metrics } = open();
      await assert.rejects(query(pool, one), { kind: 'unavailable' });
      assert.equal(await refusals(metrics), 1);
      writeFileSync(file, 'third');
      assert.deepEqual(await query(pool, one), [{ n: 1 }]);
      await pool.end();
    });
  }

  const barred: Readonly<Record<string, [close: string, open: string]>> = {
    'a role that may not log in': [`alter role ${role} nologin`, `alter role ${role} login`],
    'a role whose password has expired': [
      `alter role ${role} valid until '2020-01-01'`,
      `alter role ${role} valid until 'infinity'`,
    ],
    'a role without a connection left': [
      `alter role ${role} connection limit 0`,
      `alter role ${role} connection limit -1`,
    ],
  };
  for (const [what, [close, reopen]] of Object.entries(barred)) {
    test(`${what} makes the database unavailable, for as long as that lasts`, async () => {
      await setPassword('fourth');
      writeFileSync(file, 'fourth');
      const { pool } = open();
      await admin.query(close);
      await assert.rejects(query(pool, one), { kind: 'unavailable' });
      await admin.query(reopen);
      assert.deepEqual(await query(pool, one), [{ n: 1 }]);
      await pool.end();
    });
  }

  test('a database that is not there, or that the role may not enter, is unavailable', async () => {
    await setPassword('fifth');
    writeFileSync(file, 'fifth');
    const closed = `closed_${process.pid}`;
    await admin.query(`create database ${closed}`);
    await admin.query(`revoke connect on database ${closed} from public`);
    for (const name of [closed, `none_${process.pid}`]) {
      const metrics = createMetrics('test');
      const elsewhere = new URL(url);
      elsewhere.pathname = `/${name}`;
      const pool = openPool({ url: elsewhere.href, passwordFile: file, max: 1, name: 'test', metrics, log });
      await assert.rejects(query(pool, one), { kind: 'unavailable' }, name);
      assert.equal(await refusals(metrics), 1);
      await pool.end();
    }
    await admin.query(`drop database ${closed}`);
  });

  test('a statement that lacks a right is still our mistake, and no outage', async () => {
    await setPassword('sixth');
    writeFileSync(file, 'sixth');
    const { pool, metrics } = open();
    await assert.rejects(query(pool, statement('secret', 'select * from pg_authid')), { code: '42501' });
    assert.equal(await refusals(metrics), 0);
    await pool.end();
  });

  test('a server without the certificate that is asked for is unavailable, and counted as that', async () => {
    const metrics = createMetrics('test');
    const encrypted = new URL(url);
    encrypted.searchParams.set('sslmode', 'verify-full');
    const pool = openPool({ url: encrypted.href, passwordFile: file, max: 1, name: 'test', metrics, log });
    await assert.rejects(query(pool, one), { kind: 'unavailable' });
    assert.match(
      await metrics.registry.metrics(),
      /db_connections_refused_total\{pool="test",reason="certificate"/,
    );
    await pool.end();
  });
});
