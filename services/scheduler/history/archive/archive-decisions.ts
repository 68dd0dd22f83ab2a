import { type Bucket, sha256Of } from '@healthbooker/runtime/bucket';
import type { Task } from '@healthbooker/runtime/housekeeping';
import { partitioned } from '@healthbooker/runtime/partition-sql';
import { dropPartitions } from '@healthbooker/runtime/partition-tasks';
import { loadSql, type Pool, query, statement } from '@healthbooker/runtime/postgres';
import { codeOf } from '@healthbooker/runtime/postgres-errors';
import type { Retention } from '@healthbooker/runtime/retention';
import type { DecisionRow } from '../decision-row.ts';
import { indexOf, type PartOfMonth, readObject, toObject } from './lines.ts';

const months = partitioned('decision_past', 'month');
const sql = {
  due: loadSql(import.meta.url, './decision-month-due.sql'),
  /** The next $5 decisions from $1 to before $2, in the order of appointment and version, behind $3 and $4. */
  page: statement(
    'decisions-to-archive',
    `select appointment_id, version, rule_version, inputs, outcome, decided_at
from decision_past
where decided_at >= $1 and decided_at < $2 and (appointment_id, version) > ($3::uuid, $4::int)
order by appointment_id, version
limit $5`,
  ),
  insertPart: statement(
    'insert-archive-part',
    `insert into decision_archive_part(month, attempt, part, first_appointment_id, last_appointment_id, last_version,
  row_count, key, sha256)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict do nothing`,
  ),
  parts: statement(
    'archive-parts-of-month',
    `select part, first_appointment_id, last_appointment_id, row_count, key, sha256
from decision_archive_part where month = $1 and attempt = $2 order by part`,
  ),
  insertWhole: statement(
    'insert-archive',
    `insert into decision_archive(month, attempt, row_count, archived_at)
select $1::date, $2::int, coalesce(sum(row_count), 0), $3::timestamptz
from decision_archive_part where month = $1 and attempt = $2
on conflict do nothing`,
  ),
};

type Due = {
  month: string;
  attempt: number;
  part: number;
  last_appointment_id: string | null;
  last_version: number | null;
  is_whole: boolean;
  is_gone: boolean;
};

/** Decisions of one object: some megabytes in memory, some hundred kilobytes in the bucket. */
const rows_of_part = 1000;
const nobody = '00000000-0000-0000-0000-000000000000';
/** object_not_in_prerequisite_state: the month is not in the archive as it is. */
const not_archived = '55000';

/**
 * Writes the months of `decision_past` that are over to the bucket, one object at a step, reads each back, and drops a month
 * when the bucket has all of it. Where it cannot be written, everything stays. Without a bucket nothing is done, and what is
 * over counts as waiting.
 */
export function archiveDecisions(
  pool: Pool,
  bucket: Bucket | undefined,
  { decision_past_months }: Retention,
): Task {
  return {
    ...dropPartitions(pool, months, decision_past_months),
    name: 'archive-decisions',
    async step(at) {
      const [due] = await query<Due>(pool, sql.due, [at, decision_past_months]);
      if (due === undefined) return { rows: 0, isMore: false };
      if (bucket === undefined) throw new Error('there is no bucket: ARCHIVE_BUCKET is not set');
      if (due.is_gone) return archivePart(pool, bucket, nextAttempt(due), at);
      if (!due.is_whole) return archivePart(pool, bucket, due, at);
      try {
        const [row] = await query<{ dropped: string | null }>(pool, months.drop, [at, decision_past_months]);
        const isDropped = (row?.dropped ?? null) !== null;
        return { rows: isDropped ? 1 : 0, isMore: isDropped };
      } catch (error) {
        // Decisions came to the month after it was written.
        if (codeOf(error) !== not_archived) throw error;
        return archivePart(pool, bucket, nextAttempt(due), at);
      }
    },
  };
}

function nextAttempt({ month, attempt }: Due): Due {
  return {
    month,
    attempt: attempt + 1,
    part: 0,
    last_appointment_id: null,
    last_version: null,
    is_whole: false,
    is_gone: false,
  };
}

/** Writes the next object of a month and reads it back; behind the last one, the index, and that the month is whole. */
async function archivePart(pool: Pool, bucket: Bucket, due: Due, at: Date) {
  const { month, attempt } = due;
  const [from, to] = [new Date(month), new Date(month)];
  to.setUTCMonth(to.getUTCMonth() + 1);
  const after = [due.last_appointment_id ?? nobody, due.last_version ?? 0];
  const rows = await query<DecisionRow>(pool, sql.page, [from, to, ...after, rows_of_part]);
  const [first] = rows;
  const last = rows.at(-1);
  const folder = `decisions/${month.slice(0, 7)}`;
  if (first === undefined || last === undefined) {
    await writeIndex(pool, bucket, `${folder}/${attempt}-index.json`, due);
    await query(pool, sql.insertWhole, [month, attempt, at]);
    return { rows: 0, isMore: true };
  }
  const part = due.part + 1;
  const body = await toObject(rows);
  const sha256 = sha256Of(body);
  // The same rows have the same name: who writes them a second time changes nothing.
  const number = String(part).padStart(6, '0');
  const key = `${folder}/${attempt}-${number}-${sha256.toString('hex').slice(0, 16)}.ndjson.gz`;
  await bucket.put(key, body);
  const { length } = await readObject(bucket, key, sha256);
  if (length !== rows.length) throw new Error(`the object ${key} has ${length} decisions of ${rows.length}`);
  await query(pool, sql.insertPart, [
    month,
    attempt,
    part,
    first.appointment_id,
    last.appointment_id,
    last.version,
    rows.length,
    key,
    sha256,
  ]);
  return { rows: rows.length, isMore: true };
}

/** The objects of a month as one more object, for whoever has the bucket and no database. */
async function writeIndex(pool: Pool, bucket: Bucket, key: string, { month, attempt }: Due): Promise<void> {
  const body = indexOf(month, attempt, await query<PartOfMonth>(pool, sql.parts, [month, attempt]));
  await bucket.put(key, body);
  if (!(await bucket.get(key)).equals(body)) throw new Error(`the object ${key} is not what was written`);
}
