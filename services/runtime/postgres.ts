import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { ServiceError } from './errors.ts';
import { passStatement } from './fault-point.ts';
import type { Health } from './health.ts';
import type { Logger } from './log.ts';
import { callsTo, type Metrics } from './metrics.ts';
import {
  explainDatabaseError,
  isContention,
  isUnreachable,
  PasswordMissing,
  RETRY_AFTER_MS,
  refusalOf,
} from './postgres-errors.ts';
import { GatheringSocket } from './postgres-socket.ts';
import type { Statement } from './statement.ts';

export { loadSql, type Statement, statement, statementsMade } from './statement.ts';

export type Pool = pg.Pool;
/** A connection inside a transaction. */
export type Transaction = pg.PoolClient;

export type PoolOptions = {
  url: string;
  /** Replaces the password of the URL. */
  password?: string | undefined;
  /** File with the password, read for each connection: a new password needs no restart. */
  passwordFile?: string | undefined;
  /** The largest number of connections. */
  max: number;
  /** Names the pool in metrics and the connections in pg_stat_activity. */
  name: string;
  metrics: Pick<Metrics, 'poolConnections' | 'poolRefusals' | 'outboundCalls'>;
  log: Logger;
  /** Gets a remark for `/readyz` while the database refuses connections. */
  health?: Pick<Health, 'remark'>;
  /** Longest statement; PostgreSQL stops it. Default 2000. */
  statementTimeoutMs?: number;
  /**
   * Whether named statements are planned once for all parameters. Otherwise PostgreSQL plans a statement each time
   * when its parameters, such as a short list, make it look cheaper than the general plan. Planning may then take
   * longer than running it.
   */
  plansOnce?: boolean;
  /** Requests that may wait for a connection before further ones are refused. Default 50 per connection. */
  maxWaiting?: number;
};

const CONNECT_TIMEOUT_MS = 1500;
/** How long a request waits for a connection. Most callers have given up by then. */
const TURN_TIMEOUT_MS = 5000;
/** Covers the longest pause inside a transaction: a batch of events being published. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 10_000;
/** How much longer than PostgreSQL's own limit an answer may take before the connection is given up. */
const ANSWER_GRACE_MS = 500;
const MEASURE_EVERY_MS = 1000;
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const IN_FAILED_TRANSACTION = '25P02';

const limits = new WeakMap<pg.Pool, { maxWaiting: number; statementTimeoutMs: number }>();
const doors = new WeakMap<pg.Pool, Door>();
/** Where the statements of a connection are counted. */
const statementCounts = new WeakMap<pg.ClientBase, { inc(): void }>();

/** Counts and ids fit a double; a date is a calendar day and not an instant, so it stays text. */
const parsers: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (format !== 'binary' && oid === pg.types.builtins.INT8) return Number;
    if (format !== 'binary' && oid === pg.types.builtins.DATE) return String;
    if (format !== 'binary' && oid === pg.types.builtins.TIMESTAMP) return String;
    return pg.types.getTypeParser(oid, format);
  },
};

type ConnectionConfig = pg.ClientConfig & { currentPassword?: () => Promise<string> };

/** Tells a missing database from a busy one: a pool has one time limit for connecting and for waiting. */
class Connection extends pg.Client {
  constructor(config?: ConnectionConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
    const { currentPassword } = config ?? {};
    if (currentPassword === undefined) return;
    const password = async () => {
      try {
        return await currentPassword();
      } catch (error) {
        // The server would keep the connection until its own limit, a minute.
        this.#hangUp();
        throw error;
      }
    };
    // As a setting it would be overridden by the URL's, even when the URL has none.
    Object.assign(this, { password });
  }

  #hangUp(): void {
    const { connection } = this as unknown as { connection: { stream: { destroy(): void } } };
    connection.stream.destroy();
  }
}

/** Whether the database lets this process in. */
type Door = { refused(reason: 'login' | 'certificate', error: unknown): void; open(): void };

function watchDoor({ name, metrics, log, health }: PoolOptions): Door {
  const remark = health?.remark(`database of ${name}`);
  let isClosed = false;
  // Begin at 0: if the counter appeared with its first refusal, an alert would see no increase.
  for (const reason of ['login', 'certificate']) metrics.poolRefusals.inc({ pool: name, reason }, 0);
  return {
    refused(reason, err) {
      metrics.poolRefusals.inc({ pool: name, reason });
      remark?.set(`refuses connections (${reason})`);
      // One line per outage, not one per attempt.
      if (!isClosed) log.error({ err, pool: name, reason }, 'the database refuses connections');
      isClosed = true;
    },
    open() {
      if (!isClosed) return;
      isClosed = false;
      remark?.clear();
      log.info({ pool: name }, 'the database accepts connections again');
    },
  };
}

/** The password that a file holds now. */
async function readPassword(file: string): Promise<string> {
  try {
    const password = (await readFile(file, 'utf8')).trimEnd();
    if (password !== '') return password;
  } catch (cause) {
    throw new PasswordMissing('the file with the password cannot be read', { cause });
  }
  throw new PasswordMissing('the file with the password is empty');
}

/**
 * Opens a pool of connections. Nothing is connected yet, so it succeeds while the database is down; each use
 * then fails with 'unavailable' within 1.5 s and works again as soon as the database does.
 * int8 comes back as number, date and timestamp without zone as text, timestamptz as Date.
 */
export function openPool(options: PoolOptions): Pool {
  const statementTimeoutMs = options.statementTimeoutMs ?? 2000;
  const { passwordFile } = options;
  const config: pg.PoolConfig & ConnectionConfig = {
    connectionString: withPassword(options.url, options.password),
    max: options.max,
    application_name: options.name,
    ...(options.plansOnce === true && { options: '-c plan_cache_mode=force_generic_plan' }),
    connectionTimeoutMillis: TURN_TIMEOUT_MS,
    Client: Connection,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + ANSWER_GRACE_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    // Statements sent to one connection together take one round trip together, and run one after the other.
    pipeline: true,
    stream: () => new GatheringSocket(),
    types: parsers,
    ...(passwordFile !== undefined && { currentPassword: () => readPassword(passwordFile) }),
  };
  const pool = new pg.Pool(config);
  doors.set(pool, watchDoor(options));
  limits.set(pool, { maxWaiting: options.maxWaiting ?? options.max * 50, statementTimeoutMs });
  // A connection that is lost while idle raises 'error', which would end the process if nobody listened.
  pool.on('error', (error) =>
    options.log.warn(
      { err: error, pool: options.name },
      'an idle database connection was lost: the next request opens another',
    ),
  );
  const statements = callsTo('sql', options.metrics);
  pool.on('connect', (client) => {
    doors.get(pool)?.open();
    statementCounts.set(client, statements);
    client.on('error', (error) =>
      options.log.debug({ err: error, pool: options.name }, 'connection failed while in use'),
    );
  });
  measure(pool, options);
  return pool;
}

/** The URL with its password replaced, if there is another. */
export function withPassword(url: string, password: string | undefined): string {
  if (password === undefined) return url;
  const full = new URL(url);
  full.password = encodeURIComponent(password);
  return full.href;
}

function measure(pool: Pool, { metrics, name }: PoolOptions): void {
  const timer = setInterval(() => {
    if (pool.ended) clearInterval(timer);
    metrics.poolConnections.set({ pool: name, state: 'total' }, pool.totalCount);
    metrics.poolConnections.set({ pool: name, state: 'idle' }, pool.idleCount);
    metrics.poolConnections.set({ pool: name, state: 'waiting' }, pool.waitingCount);
  }, MEASURE_EVERY_MS);
  timer.unref();
}

async function checkOut(pool: Pool): Promise<Transaction> {
  if (pool.waitingCount >= (limits.get(pool)?.maxWaiting ?? Number.POSITIVE_INFINITY)) {
    throw new ServiceError('unavailable', 'Too many requests wait for the database.', { retryAfterMs: 1000 });
  }
  try {
    return await pool.connect();
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === undefined) throw error;
    doors.get(pool)?.refused(reason, error);
    throw new ServiceError('unavailable', 'The database cannot be reached.', {
      retryAfterMs: RETRY_AFTER_MS,
      cause: error,
    });
  }
}

/**
 * Runs one named statement, on the client of a transaction or on any connection of the pool.
 * Errors are those of {@link explainDatabaseError}.
 */
export async function query<Row extends pg.QueryResultRow>(
  on: Pool | Transaction,
  statement: Statement,
  params: readonly unknown[] = [],
): Promise<Row[]> {
  try {
    if (!(on instanceof pg.Pool)) return await run<Row>(on, statement, params);
    const client = await checkOut(on);
    let broken = false;
    try {
      return await run<Row>(client, statement, params);
    } catch (error) {
      broken = isUnreachable(error);
      throw error;
    } finally {
      client.release(broken);
    }
  } catch (error) {
    throw explainDatabaseError(error);
  }
}

async function run<Row extends pg.QueryResultRow>(
  client: Transaction,
  statement: Statement,
  params: readonly unknown[],
): Promise<Row[]> {
  try {
    const { name, text } = statement;
    const result = await send<Row>(client, { name, text, values: [...params] });
    passStatement(statement.name, client);
    return result.rows;
  } catch (error) {
    throw reasonOf(client, error);
  }
}

function send<Row extends pg.QueryResultRow>(
  client: Transaction,
  what: string | pg.QueryConfig,
): Promise<pg.QueryResult<Row>> {
  statementCounts.get(client)?.inc();
  return client.query<Row>(what);
}

/**
 * Waits for statements of one transaction that were sent together, also when one fails: then nothing of theirs is sent
 * after the transaction has been rolled back. Throws what the first of them failed with.
 */
export async function together<const Work extends readonly unknown[]>(
  work: Work,
): Promise<{ -readonly [Place in keyof Work]: Awaited<Work[Place]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

/** What the transaction on a connection failed with. */
const failures = new WeakMap<Transaction, unknown>();

const remembered: WeakMap<Transaction, unknown>[] = [];

/** Something of which a transaction has its own, made when it is first asked for. */
export function inTransaction<State>(make: () => State): (tx: Transaction) => State {
  const states = new WeakMap<Transaction, State>();
  remembered.push(states);
  return (tx) => {
    const state = states.get(tx) ?? make();
    states.set(tx, state);
    return state;
  };
}

/**
 * Statements that were sent together with the one that failed are refused only because of it, and their errors may
 * arrive first. So they fail with its error.
 */
function reasonOf(client: Transaction, error: unknown): unknown {
  if (error instanceof pg.DatabaseError && error.code === IN_FAILED_TRANSACTION) {
    return failures.get(client) ?? error;
  }
  if (!failures.has(client)) failures.set(client, error);
  return error;
}

export type TransactionOptions = {
  /** Epoch milliseconds after which nothing of this transaction is committed: 'deadline'. */
  deadline?: number;
  /** How long one of its statements may take, where that is less than the pool's limit and the time left. */
  patienceMs?: number;
  /** How often a deadlock or serialization failure starts the work anew; 1 (the default) means never. */
  attempts?: number;
};

/**
 * Runs `work` in one transaction (read committed) and commits. When `work` or the commit fails, everything is
 * rolled back and that first error is thrown; a rollback that fails as well only retires the connection.
 * 'unavailable' from the commit leaves open whether it happened: repeat with the same operation key.
 */
export async function transaction<Result>(
  pool: Pool,
  work: (client: Transaction) => Promise<Result>,
  options: TransactionOptions = {},
): Promise<Result> {
  const attempts = options.attempts ?? 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transactOnce(pool, work, options);
    } catch (error) {
      if (attempt >= attempts || !isContention(error)) throw explainDatabaseError(error);
    }
  }
}

async function transactOnce<Result>(
  pool: Pool,
  work: (client: Transaction) => Promise<Result>,
  { deadline, patienceMs = Number.POSITIVE_INFINITY }: TransactionOptions,
): Promise<Result> {
  const client = await checkOut(pool);
  failures.delete(client);
  for (const states of remembered) states.delete(client);
  let broken = false;
  try {
    const usualMs = limits.get(pool)?.statementTimeoutMs ?? Number.POSITIVE_INFINITY;
    const beginning = send(client, begin(deadline, patienceMs, usualMs));
    // It is sent together with the first statement. If it fails, the connection ends and that statement fails too;
    // the work is over before anybody else gets the client.
    const [begun, worked] = await Promise.allSettled([beginning, work(client)]);
    if (begun.status === 'rejected') throw begun.reason;
    if (worked.status === 'rejected') throw worked.reason;
    const result = worked.value;
    // Each statement has had the whole time, and the caller was told that it was too short.
    if (deadline !== undefined && Date.now() >= deadline) throw timeIsUp();
    const { command } = await send(client, 'commit');
    passStatement('commit', client);
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
    if (command !== 'COMMIT')
      throw new Error('transaction was rolled back: a failed statement went unnoticed');
    return result;
  } catch (error) {
    broken = isUnreachable(error) || isUnreachable(error instanceof Error ? error.cause : undefined);
    if (!broken) broken = !(await rolledBack(client));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Deadline and patience may only shorten the pool's own limit, because nobody waits for an answer after that. */
function begin(deadline: number | undefined, patienceMs: number, usualMs: number): string {
  const leftMs = deadline === undefined ? usualMs : Math.floor(deadline - Date.now());
  if (leftMs <= 0) throw timeIsUp();
  const mostMs = Math.min(leftMs, patienceMs);
  return mostMs < usualMs ? `begin; set local statement_timeout = ${mostMs}` : 'begin';
}

function timeIsUp(): ServiceError {
  return new ServiceError('deadline', 'No time is left for this request.');
}

async function rolledBack(client: Transaction): Promise<boolean> {
  try {
    await send(client, 'rollback');
    return true;
  } catch {
    return false;
  }
}
