import { Counter, Gauge } from 'prom-client';
import { pause } from './backoff.ts';
import { databaseNow } from './database-clock.ts';
import { type Pool, query, type Statement } from './postgres.ts';
import type { Process } from './process.ts';

/** One thing that is tidied, or made in time, by bounded steps. */
export type Task = {
  /** Names it in metrics and log lines: `close-past-slots`. */
  name: string;
  /** Whose rows they are. */
  table: string;
  /** From the end of one round to the next. A round takes as many steps as there is something to do. */
  every_ms: number;
  /**
   * Takes one step: a statement or two over a number of rows that has a limit, so that it ends in time however much there
   * is. It may be killed anywhere, and be taken by several processes at once.
   * @param at the time by which rows are over
   */
  step(at: Date): Promise<{ rows: number; isMore: boolean }>;
  /** What waits for this task: rows, counted up to 10000 or so, and for how many seconds the first has been due. */
  measure(at: Date): Promise<{ waiting: number; overdue_s: number }>;
  /** Whether it goes by the database's clock alone, and runs whatever the clock of this process says. */
  isByDatabaseClock?: boolean;
};

/** Rows that are over so long after a time of their own, and how they go. */
type Passing = Pick<Task, 'name' | 'table'> & {
  over_after_ms: number;
  /** Sees to $2 rows at most whose time is before $1, the earliest first, skips those that others have, and returns a row for each. */
  step: Statement;
  /** `waiting`, those whose time is before $1, counted up to 10000, and `since`, the time of the first. */
  measure: Statement;
  at_once: number;
};

const hour_ms = 3_600_000;

/** A task for rows that are over when their time has passed, looked for each hour. */
export function passing(pool: Pool, { name, table, over_after_ms, step, measure, at_once }: Passing): Task {
  const before = (at: Date) => new Date(at.getTime() - over_after_ms);
  return {
    name,
    table,
    every_ms: hour_ms,
    async step(at) {
      const { length } = await query(pool, step, [before(at), at_once]);
      return { rows: length, isMore: length === at_once };
    },
    async measure(at) {
      const [row] = await query<{ waiting: number; since: Date | null }>(pool, measure, [before(at)]);
      const since = row?.since ?? before(at);
      return { waiting: row?.waiting ?? 0, overdue_s: (before(at).getTime() - since.getTime()) / 1000 };
    },
  };
}

/** Between two steps it rests so many times as long as the last one took: tidying takes a fifth of a connection's time. */
const rest_ratio = 4;
const rest_at_least_ms = 20;
const measure_every_ms = 60_000;
const after_failure_ms = 10_000;
/** A process whose clock differs by more takes nothing away: one of the two is wrong. */
const clocks_differ_at_most_s = 300;

type Turn = { task: Task; due_ms: number };

async function toItsEnd(task: Task, clock: () => Date): Promise<void> {
  for (let isMore = true; isMore; ) isMore = (await task.step(clock())).isMore;
}

/**
 * Tidies what belongs to a service, until the process closes: one task after the other, a step at a time, in as many
 * processes as there are. A task that fails is tried again and keeps no other from its turn; nothing else waits for them.
 */
export function keepHouse(process: Process, pool: Pool, tasks: readonly Task[]): void {
  const { clock, log, metrics, onClose, takeRound } = process;
  if (takeRound !== undefined) {
    for (const task of tasks) takeRound({ name: task.name, run: () => toItsEnd(task, clock) });
    return;
  }
  const measures = createMeasures(metrics.registry);
  const closing = new AbortController();
  // The monotonic clock: the other one may jump.
  const turns: Turn[] = tasks.map((task) => ({ task, due_ms: 0 }));
  let measured_ms = Number.NEGATIVE_INFINITY;
  for (const task of tasks) measures.lastSuccess.set(labels(task), clock().getTime() / 1000);

  async function takeTurn({ task }: Turn, isInTime: boolean): Promise<number> {
    if (!isInTime && task.isByDatabaseClock !== true) return after_failure_ms;
    const began_ms = performance.now();
    try {
      const { rows, isMore } = await task.step(clock());
      measures.rows.inc(labels(task), rows);
      if (isMore) return Math.max(rest_at_least_ms, rest_ratio * (performance.now() - began_ms));
      measures.lastSuccess.set(labels(task), clock().getTime() / 1000);
      return task.every_ms;
    } catch (err) {
      measures.failures.inc({ task: task.name });
      log.warn(
        { err, task: task.name, table: task.table },
        'a step of housekeeping failed: it is tried again',
      );
      return after_failure_ms;
    }
  }

  async function isInTime(): Promise<boolean> {
    try {
      const before = clock();
      const differ_s = ((await databaseNow(pool)).getTime() - before.getTime()) / 1000;
      measures.clocks.set(differ_s);
      return Math.abs(differ_s) <= clocks_differ_at_most_s;
    } catch (err) {
      log.warn({ err }, 'housekeeping waits: the clock of the database cannot be read');
      return false;
    }
  }

  async function measure(): Promise<void> {
    for (const task of tasks) {
      try {
        const { waiting, overdue_s } = await task.measure(clock());
        measures.waiting.set(labels(task), waiting);
        measures.overdue.set(labels(task), overdue_s);
      } catch (err) {
        measures.failures.inc({ task: task.name });
        log.warn(
          { err, task: task.name },
          'the rows that wait for housekeeping could not be counted: the metrics keep their last numbers',
        );
      }
    }
  }

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      const due = turns.filter(({ due_ms }) => due_ms <= performance.now());
      const inTime = due.length > 0 && (await isInTime());
      for (const turn of due) {
        if (closing.signal.aborted) return;
        turn.due_ms = performance.now() + (await takeTurn(turn, inTime));
      }
      if (performance.now() - measured_ms >= measure_every_ms) {
        await measure();
        measured_ms = performance.now();
      }
      const next_ms = Math.min(measured_ms + measure_every_ms, ...turns.map(({ due_ms }) => due_ms));
      await pause(Math.max(1, next_ms - performance.now()), closing.signal);
    }
  }

  const running = loop();
  onClose('housekeeping', async () => {
    closing.abort();
    await running;
  });
}

function labels({ name, table }: Task): { task: string; table: string } {
  return { task: name, table };
}

function createMeasures(registry: Process['metrics']['registry']) {
  const registers = [registry];
  const labelNames = ['task', 'table'] as const;
  return {
    rows: new Counter({
      name: 'housekeeping_rows_total',
      help: 'Rows and partitions that housekeeping moved, closed, made or removed',
      labelNames,
      registers,
    }),
    failures: new Counter({
      name: 'housekeeping_failures_total',
      help: 'Steps of housekeeping that failed',
      labelNames: ['task'],
      registers,
    }),
    waiting: new Gauge({
      name: 'housekeeping_waiting_rows',
      help: 'Rows that wait for housekeeping; never more than 10000',
      labelNames,
      registers,
    }),
    overdue: new Gauge({
      name: 'housekeeping_overdue_seconds',
      help: 'How long housekeeping is overdue for the oldest row; 0 when none is overdue',
      labelNames,
      registers,
    }),
    lastSuccess: new Gauge({
      name: 'housekeeping_last_success_timestamp_seconds',
      help: 'Time (epoch seconds) when housekeeping last had nothing left to do; at first the start of the process',
      labelNames,
      registers,
    }),
    clocks: new Gauge({
      name: 'database_clock_difference_seconds',
      help: 'Seconds by which the clock of the database is ahead of the clock of this process',
      registers,
    }),
  };
}
