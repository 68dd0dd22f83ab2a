import { createBackoff, pause } from './backoff.ts';
import { databaseNow } from './database-clock.ts';
import { type Pool, query, statement } from './postgres.ts';
import { batches, type OutboxRow, outboxColumns, publishBatch, type Topic } from './publish-batch.ts';

const sql = {
  /** $3 rows of the outbox behind the id $1; `is_due` are those that were published from $2 on. */
  marked: statement(
    'republish-marked',
    `select ${outboxColumns},
  coalesce(published_at >= $2, false) as is_due
from outbox where id > $1::bigint order by id limit $3`,
  ),
  /** $4 events behind the id $1 that were sent from $2 until $3. */
  sent: statement(
    'republish-sent',
    `select ${outboxColumns}, true as is_due
from outbox_sent where id > $1::bigint and sent_at >= $2 and sent_at <= $3 order by id limit $4`,
  ),
};
const step_rows = 100;
const tries = 6;

export type RepublishOptions = Topic & {
  pool: Pool;
  /** Events that were sent from this instant on. */
  since: Date;
  /** Where an earlier run has come to: the `place` of its last step. */
  after?: string;
  /** So many a second at most: events of today share the queues with them. */
  perSecond: number;
  signal: AbortSignal;
  /** Told after each step: what is published so far, and where a later run goes on. */
  onStep(done: Republished): void;
};

export type Republished = {
  published: number;
  /** Events that SNS does not take; the log names them. */
  refused: number;
  /** Of the last event that is done. */
  place: string;
};

type Row = OutboxRow & { is_due: boolean };

/** Which table, and the id of the last row that is done. */
export const placeForm = /^(outbox|sent)\/(\d{1,18})$/;

/**
 * Publishes again what was published since an instant, oldest first, a hundred at a time. Whatever has been published stays
 * as it is, so that it can be repeated, and goes on where it stopped. Followers compare versions and do nothing twice.
 *
 * First what is still in the outbox, marked as published, then what has left it: a row that moves in between is published
 * twice rather than not at all. Rejects when SNS or the database fails six times in a row; `onStep` has told how far it came.
 */
export async function republish(options: RepublishOptions): Promise<Republished> {
  const { pool, since, after, signal } = options;
  if (after !== undefined && !placeForm.test(after)) throw new Error(`"${after}" is no place to go on from`);
  const until = await databaseNow(pool);
  const [, table = 'outbox', id = '0'] = placeForm.exec(after ?? '') ?? [];
  const done: Republished = { published: 0, refused: 0, place: `${table}/${id}` };

  async function go(from: string, read: (behind: string) => Promise<Row[]>): Promise<void> {
    for (let behind = from; !signal.aborted; ) {
      const began_ms = performance.now();
      const rows = await persist(() => read(behind), signal);
      const last = rows.at(-1);
      if (last === undefined) return;
      const due = rows.filter(({ is_due }) => is_due);
      await publishAll(options, due, done);
      behind = String(last.id);
      done.place = done.place.replace(/\d+$/, behind);
      options.onStep({ ...done });
      const turn_ms = (due.length / options.perSecond) * 1000;
      await pause(Math.max(0, turn_ms - (performance.now() - began_ms)), signal);
    }
  }

  if (table === 'outbox') {
    await go(id, (behind) => query<Row>(pool, sql.marked, [behind, since, step_rows]));
    if (!signal.aborted) done.place = 'sent/0';
  }
  const sentFrom = table === 'sent' ? id : '0';
  await go(sentFrom, (behind) => query<Row>(pool, sql.sent, [behind, since, until, step_rows]));
  return done;
}

/** Publishes each of these rows that SNS takes at all. */
async function publishAll(options: RepublishOptions, rows: readonly Row[], done: Republished): Promise<void> {
  let left = rows;
  await persist(async () => {
    const outcomes = await Promise.allSettled(
      batches(left, true).map((batch) => publishBatch(options, batch)),
    );
    const settled = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const [published, refused] = [
      settled.flatMap((outcome) => outcome.published),
      settled.flatMap((outcome) => outcome.refused),
    ];
    done.published += published.length;
    done.refused += refused.length;
    const gone = new Set([...published, ...refused]);
    left = left.filter(({ id }) => !gone.has(id));
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (left.length > 0) throw failed?.reason ?? new Error(`SNS did not take ${left.length} events`);
  }, options.signal);
}

/** Tries again what fails, slower and slower up to 10 s, six times in all. */
async function persist<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  const backoff = createBackoff(500, 10_000);
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if (tried === tries || signal.aborted) throw error;
      await pause(backoff.nextMs(), signal);
    }
  }
}
