/** Secrets that are replaced while a process runs: each is taken up without a restart. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { PublishCommand } from '@aws-sdk/client-sns';
import { createSigningKey, signToken } from '@healthbooker/local/signing-key';
import { accessToken, identityEnv } from '@healthbooker/local/test/tokens';
import pg from 'pg';
import { z } from 'zod';
import { createSns } from './aws.ts';
import { cognitoEnv, readConfig, serverEnv, workloadEnv } from './config.ts';
import { createHealth } from './health.ts';
import { listenMetrics } from './health-server.ts';
import { createVerifier } from './identity.ts';
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
    // An open session goes on.
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
      /db_connections_refused_total\{pool="test",reason="login",app="test"\} 2\n/,
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
      const gone = () => admin.query(`select from pg_stat_activity where state = 'starting'`);
      for (let tries = 0; (await gone()).rowCount !== 0 && tries < 100; tries += 1) await sleep(20);
      assert.equal((await gone()).rowCount, 0, 'a connection is left waiting for its password');
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
      /db_connections_refused_total\{pool="test",reason="certificate",app="test"\} 1\n/,
    );
    await pool.end();
  });
});

async function serve(t: { after(work: () => void): void }, answer: () => string): Promise<string> {
  const http = createServer((_request, response) => response.end(answer()));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    http.closeAllConnections();
    http.close();
  });
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}/`;
}

test('credentials of AWS that end are fetched again, as the pod identity agent renews them', async (t) => {
  let issued = 0;
  const agent = await serve(t, () => {
    issued += 1;
    // The SDK asks anew some minutes before the end.
    const Expiration = new Date(Date.now() + (issued === 1 ? 60_000 : 3_600_000)).toISOString();
    return JSON.stringify({ AccessKeyId: `key${issued}`, SecretAccessKey: 's', Token: 't', Expiration });
  });
  const signedWith: string[] = [];
  const sns = createServer((request, response) => {
    signedWith.push(/Credential=(\w+)\//.exec(request.headers.authorization ?? '')?.[1] ?? '');
    response.end(
      '<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>',
    );
  });
  await new Promise<void>((resolve) => sns.listen(0, '127.0.0.1', resolve));
  const before = { ...process.env };
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
    delete process.env[name];
  process.env['AWS_CONTAINER_CREDENTIALS_FULL_URI'] = agent;
  const client = createSns({
    AWS_REGION: 'eu-west-2',
    SNS_ENDPOINT: `http://127.0.0.1:${(sns.address() as AddressInfo).port}`,
  });
  t.after(() => {
    client.destroy();
    sns.closeAllConnections();
    sns.close();
    process.env = before;
  });
  const publish = () =>
    client.send(new PublishCommand({ TopicArn: 'arn:aws:sns:eu-west-2:0:t', Message: 'x' }));
  await publish();
  for (let tries = 0; tries < 20 && signedWith.at(-1) === 'key1'; tries += 1) {
    await publish();
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.equal(signedWith[0], 'key1');
  assert.equal(signedWith.at(-1), 'key2');
});

test('a signing key that an issuer adds is fetched when the first token of it comes', async (t) => {
  const config = readConfig(z.object({ ...serverEnv, ...cognitoEnv, ...workloadEnv }), identityEnv());
  const [first, second] = [createSigningKey('first'), createSigningKey('second')];
  let keys = [first.publicJwk];
  const url = await serve(t, () => JSON.stringify({ keys }));
  const verifier = createVerifier({ ...config, COGNITO_JWKS_URL: url });
  const [, claims = ''] = (await accessToken({ sub: 'p1', groups: ['Patients'] })).split('.');
  const signedBy = (key: typeof first) =>
    signToken(key.privateJwk, JSON.parse(Buffer.from(claims, 'base64url').toString()));
  assert.equal((await verifier.verify(signedBy(first))).kind, 'person');
  keys = [first.publicJwk, second.publicJwk];
  assert.equal((await verifier.verify(signedBy(second))).kind, 'person');
  assert.equal((await verifier.verify(signedBy(first))).kind, 'person');
});
