import assert from 'node:assert/strict';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ServiceError } from './errors.ts';
import { createLogger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { openPool, type Pool, query, statement, transaction } from './postgres.ts';
import { violatedConstraint } from './postgres-errors.ts';

const store = new URL(process.env['HB_TEST_POSTGRES_URL'] ?? '');
const database = `runtime_postgres_${process.pid}`;
const url = new URL(store);
url.pathname = `/${database}`;
const common = { name: 'test', metrics: createMetrics('test'), log: createLogger('test', 'silent') };
const one = statement('one', 'select $1::int8 as n');
let pool: Pool;

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: store.href });
  await client.connect();
  await client.query(sql);
  await client.end();
}

before(async () => {
  await asAdmin(`create database ${database}`);
  pool = openPool({ ...common, url: url.href, max: 4, statementTimeoutMs: 1000 });
  await pool.query('create table pair(id int primary key, n int not null)');
  await pool.query('insert into pair values (1, 0), (2, 0)');
});

after(async () => {
  await pool.end();
  await asAdmin(`drop database ${database} with (force)`);
});

/** Forwards connections to the database until told to break them. */
async function flakyDatabase(): Promise<{ url: string; stop(): Promise<void>; start(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(Number(store.port), store.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const through = new URL(url);
  through.port = String(port);
  return {
    url: through.href,
    start: () => listen(port),
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

test('counts come back as numbers and days as text', async () => {
  assert.deepEqual(await query(pool, one, [7]), [{ n: 7 }]);
  const types = statement('types', "select date '2026-03-29' as day, timestamptz '2026-03-29T01:00Z' as at");
  assert.deepEqual(await query(pool, types), [{ day: '2026-03-29', at: new Date('2026-03-29T01:00:00Z') }]);
});

test('a database that is not there is unavailable at once', async () => {
  const nowhere = openPool({ ...common, url: 'postgres://u@127.0.0.1:1/none', max: 1 });
  await assert.rejects(query(nowhere, one, [1]), { kind: 'unavailable', retryAfterMs: 1000 });
  await assert.rejects(
    transaction(nowhere, async () => 1),
    { kind: 'unavailable' },
  );
  await nowhere.end();
});

test('a database that does not answer is unavailable within two seconds', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const address = silent.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const mute = openPool({ ...common, url: `postgres://u@127.0.0.1:${port}/none`, max: 1 });
  const began = performance.now();
  await assert.rejects(query(mute, one, [1]), { kind: 'unavailable' });
  assert.ok(performance.now() - began < 2000);
  await mute.end();
  silent.close();
});

test('lost connections are unavailable and the pool recovers by itself', async () => {
  const flaky = await flakyDatabase();
  const through = openPool({ ...common, url: flaky.url, max: 2 });
  await query(through, one, [1]);
  await assert.rejects(
    transaction(through, async (client) => {
      await flaky.stop();
      await query(client, one, [2]);
    }),
    { kind: 'unavailable' },
  );
  await assert.rejects(query(through, one, [3]), { kind: 'unavailable' });
  await flaky.start();
  assert.deepEqual(await query(through, one, [4]), [{ n: 4 }]);
  await through.end();
  await flaky.stop();
});

test('sessions ended by the server do not fail the next request', async () => {
  const own = openPool({ ...common, url: url.href, max: 2 });
  const [row] = await query<{ pid: number }>(own, statement('pid', 'select pg_backend_pid() as pid'));
  await pool.query('select pg_terminate_backend($1, 1000)', [row?.pid]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.deepEqual(await query(own, one, [5]), [{ n: 5 }]);
  await own.end();
});

test('requests beyond the waiting limit are refused at once', async () => {
  const small = openPool({ ...common, url: url.href, max: 1, maxWaiting: 2 });
  const slow = statement('slow', 'select pg_sleep(0.2)');
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => query(small, slow)));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  assert.equal(refused.length, 3);
  assert.ok(refused.every(({ reason }) => reason instanceof ServiceError && reason.kind === 'unavailable'));
  await small.end();
});

test('a failed transaction leaves nothing and shows its first error', async () => {
  const update = statement('set-pair', 'update pair set n = $2 where id = $1');
  await assert.rejects(
    transaction(pool, async (client) => {
      await query(client, update, [1, 99]);
      throw new Error('first');
    }),
    { message: 'first' },
  );
  const insert = statement('double', 'insert into pair values (1, 5)');
  await assert.rejects(
    transaction(pool, (client) => query(client, insert)),
    (error) => violatedConstraint(error) === 'pair_pkey',
  );
  await assert.rejects(
    transaction(pool, async (client) => {
      await query(client, insert).catch(() => undefined);
    }),
    /went unnoticed/,
  );
  const read = statement('read-pair', 'select n from pair where id = 1');
  assert.deepEqual(await query(pool, read), [{ n: 0 }]);
});

test('statements that travel with the one that fails fail for its reason, whichever is heard of first', async () => {
  const broken = statement('broken', 'insert into pair values (1, 1)');
  const later = async (work: Promise<unknown>) => {
    const result = await work.then(
      () => undefined,
      (error: unknown) => error,
    );
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (result !== undefined) throw result;
  };
  for (let round = 0; round < 2; round += 1) {
    await assert.rejects(
      transaction(pool, (tx) => Promise.all([later(query(tx, broken)), query(tx, one, [1])])),
      (error) => violatedConstraint(error) === 'pair_pkey',
    );
  }
  assert.deepEqual(await transaction(pool, (tx) => query(tx, one, [2])), [{ n: 2 }]);
});

test('a statement is stopped at the deadline', async () => {
  const slow = statement('slow', 'select pg_sleep(0.8)');
  await assert.rejects(
    transaction(pool, (client) => query(client, slow), { deadline: Date.now() + 150 }),
    { kind: 'deadline' },
  );
  await assert.rejects(
    transaction(pool, async () => 1, { deadline: Date.now() - 1 }),
    { kind: 'deadline' },
  );
});

test('nothing is committed after the deadline, however short its statements', async () => {
  const write = statement('write', 'insert into pair values (99, 0)');
  const deadline = Date.now() + 300;
  await assert.rejects(
    transaction(
      pool,
      async (client) => {
        await query(client, write);
        while (Date.now() < deadline) await sleep(20);
      },
      { deadline },
    ),
    { kind: 'deadline' },
  );
  assert.deepEqual(await query(pool, statement('read-99', 'select n from pair where id = 99')), []);
});

test('a late deadline leaves the limit of the pool', async () => {
  const limit = statement('limit', 'show statement_timeout');
  const read = (deadline: number) => transaction(pool, (client) => query(client, limit), { deadline });
  assert.deepEqual(await read(Date.now() + 60_000), await query(pool, limit));
  assert.notDeepEqual(await read(Date.now() + 300), await query(pool, limit));
});

test('a deadlock is a conflict, or is tried again when asked', async () => {
  const add = statement('add', 'update pair set n = n + 1 where id = $1');
  const collide = (attempts: number) => {
    const met = Promise.withResolvers<void>();
    let there = 0;
    // Both have one row each before either asks for the other's; who tries again meets nobody.
    const meet = () => {
      there += 1;
      if (there === 2) met.resolve();
      return Promise.race([met.promise, sleep(5000)]);
    };
    const both = [
      [1, 2],
      [2, 1],
    ].map(([first, second]) =>
      transaction(
        pool,
        async (client) => {
          await client.query("set local statement_timeout = '10s'; set local deadlock_timeout = '50ms'");
          await query(client, add, [first]);
          await meet();
          await query(client, add, [second]);
        },
        { attempts },
      ),
    );
    return Promise.allSettled(both);
  };
  const once = await collide(1);
  const [lost] = once.filter((outcome) => outcome.status === 'rejected');
  assert.equal(lost?.reason.kind, 'conflict');
  const twice = await collide(3);
  assert.ok(twice.every((outcome) => outcome.status === 'fulfilled'));
});
