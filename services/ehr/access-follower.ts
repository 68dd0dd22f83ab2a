import type { AccessRow__Output } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessRow';
import type { AccessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/AccessService';
import { createBackoff, pause } from '@healthbooker/runtime/backoff';
import type { OutgoingContext } from '@healthbooker/runtime/context';
import type { GrpcClient } from '@healthbooker/runtime/grpc-client';
import type { Logger } from '@healthbooker/runtime/log';
import { loadSql, type Pool, query, statement, transaction } from '@healthbooker/runtime/postgres';
import { newTrace } from '@healthbooker/runtime/trace';
import { Counter, Gauge, type Registry } from 'prom-client';
import { accessColumns } from './chart/record-access.ts';
import type { Names } from './names.ts';

const sql = {
  getCursor: statement('get-cursor', `select cursor from follower_cursor where source = $1`),
  /** No row when another process has moved it on from $2 already. */
  moveCursor: statement(
    'move-cursor',
    `insert into follower_cursor (source, cursor, updated_at)
values ($1, $3, $4)
on conflict (source) do update set cursor = excluded.cursor, updated_at = excluded.updated_at
where follower_cursor.cursor = $2
returning source`,
  ),
  take: loadSql(import.meta.url, 'sql/take-access.sql', { accessColumns }),
};

export type AccessFollowerOptions = {
  pool: Pool;
  access: GrpcClient<AccessServiceDefinition>;
  /** Our own token for the scheduler. */
  token(): Promise<string>;
  names: Names;
  log: Logger;
  metrics: { registry: Registry };
  /** Pause between two walks while everything works. */
  intervalMs: number;
};

export type AccessFollower = {
  /** Takes what was committed before the call, as far as that succeeds within a second. Never rejects. */
  catchUp(): Promise<void>;
  /** Stops after the page in hand. */
  close(): Promise<void>;
};

const source = 'scheduler.ListAccess';
const page_size = 200;
const call_ms = 3000;
const catch_up_ms = 1000;
const look_again_ms = 50;

/**
 * Takes the scheduler's rows of who read, wrote or tried what into our own table, page by page. The cursor moves in the
 * transaction that writes the rows, so that a crash at any point repeats or loses nothing; each page is taken by one
 * process only. A reader without a name in the directory gets the name that they have now. Failures are retried after
 * 0.5 s, then after longer pauses of up to 10 s.
 */
export function startAccessFollower(options: AccessFollowerOptions): AccessFollower {
  const { pool, access, token, names, log, metrics, intervalMs } = options;
  const closing = new AbortController();
  const backoff = createBackoff(500, 10_000);
  /** Everything committed before this instant has been taken. */
  let takenUntilMs = Date.now();
  let walking: Promise<boolean> | undefined;
  const taken = new Counter({
    name: 'access_taken_total',
    help: 'Access records copied from the scheduler: who read, wrote or tried what',
    registers: [metrics.registry],
  });
  new Gauge({
    name: 'access_lag_seconds',
    help: 'Seconds since the access records of the scheduler were last copied completely; patients are shown the copy',
    registers: [metrics.registry],
    collect() {
      this.set(Math.max(0, (Date.now() - takenUntilMs) / 1000));
    },
  });

  /** Reads to the end of the list; returns whether nothing was held back there. */
  async function walk(): Promise<boolean> {
    for (;;) {
      const beganMs = Date.now();
      const [stored] = await query<{ cursor: string }>(pool, sql.getCursor, [source]);
      const cursor = stored?.cursor ?? '';
      const page = await access.call('ListAccess', { cursor, pageSize: page_size }, ourCall());
      if (page.rows.length > 0) await takePage(cursor, page.nextCursor, page.rows);
      if (page.rows.length === page_size && !closing.signal.aborted) continue;
      takenUntilMs =
        page.waitingSinceAt === '' ? beganMs : Math.min(beganMs, Date.parse(page.waitingSinceAt));
      return page.waitingSinceAt === '';
    }
  }

  async function takePage(cursor: string, next: string, rows: readonly AccessRow__Output[]): Promise<void> {
    const nameless = rows.filter(({ readerName }) => readerName === '').map(({ readerId }) => readerId);
    const found = await names.find(nameless);
    const written = rows.map((row) => ({
      at: row.at,
      patient_id: row.patientId,
      reader_id: row.readerId,
      reader_name: row.readerName || (found.get(row.readerId) ?? ''),
      role: row.role,
      action: row.action,
      what: row.what,
      why: row.why,
      trace_id: row.traceId,
      source_id: row.id,
    }));
    await transaction(pool, async (tx) => {
      const moved = await query(tx, sql.moveCursor, [source, cursor, next, new Date()]);
      // Another process has taken this page.
      if (moved.length === 0) return;
      await query(tx, sql.take, [JSON.stringify(written)]);
      taken.inc(written.length);
    });
  }

  /** One walk at a time, for all who wait for it. */
  function walkOnce(): Promise<boolean> {
    walking ??= walk().finally(() => {
      walking = undefined;
    });
    return walking;
  }

  function ourCall(): OutgoingContext {
    const deadline = Date.now() + call_ms;
    return { token, deadline, trace: newTrace(), idempotent: true, signal: closing.signal };
  }

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        await walkOnce();
        backoff.reset();
        await pause(intervalMs, closing.signal);
      } catch (err) {
        if (closing.signal.aborted) break;
        log.warn({ err }, 'access records could not be copied from the scheduler: it is tried again');
        await pause(backoff.nextMs(), closing.signal);
      }
    }
  }

  /** A walk that is under way may have begun before the rows that the caller wants were committed. */
  async function walkAfresh(untilMs: number): Promise<void> {
    await walking?.catch(() => undefined);
    while (!(await walkOnce()) && Date.now() < untilMs) await pause(look_again_ms, closing.signal);
  }

  const running = loop();
  return {
    async catchUp() {
      const enough = new AbortController();
      const walked = walkAfresh(Date.now() + catch_up_ms)
        .catch((err: unknown) =>
          log.warn({ err }, 'a patient was shown who read their chart, without the newest access records'),
        )
        .finally(() => enough.abort());
      await Promise.race([walked, pause(catch_up_ms, enough.signal)]);
    },
    async close() {
      closing.abort();
      await running;
    },
  };
}
