import { type Bucket, sha256Of } from '@healthbooker/runtime/bucket';
import {
  indexOf,
  type PartOfMonth,
  readObject,
  toObject,
} from '@healthbooker/scheduler/history/archive/lines';
import type pg from 'pg';

type Part = PartOfMonth & { month: string; attempt: number };

/** The bounds of an object without a line: no visit is within them. */
const nobody = '00000000-0000-0000-0000-000000000000';

/** Objects that may hold decisions about one of these visits and waiting entries. */
const partsWithin = `
  select p.month::text as month, p.attempt, p.part, p.first_appointment_id, p.last_appointment_id, p.row_count, p.key, p.sha256
  from decision_archive_part p
  where exists (
    select from unnest($1::uuid[]) as subject(id) where subject.id between p.first_appointment_id and p.last_appointment_id)
  order by p.month, p.attempt, p.part`;

/**
 * Writes every object of the archive that holds decisions about these visits and waiting entries again, without them. How many
 * went. Killed anywhere it finds the object again: its bounds change when the one before it is gone.
 */
export async function removeArchived(
  scheduler: pg.Client,
  bucket: Bucket,
  subjects: readonly string[],
): Promise<number> {
  // Two people may be in one object. The lock of a run that fails goes with its connection.
  const lock = `hashtextextended('erasing from the archive', 0)`;
  await scheduler.query(`select pg_advisory_lock(${lock})`);
  const { rows: parts } = await scheduler.query<Part>(partsWithin, [subjects]);
  let removed = 0;
  for (const part of parts) removed += await rewrite(scheduler, bucket, part, new Set(subjects));
  await scheduler.query(`select pg_advisory_unlock(${lock})`);
  return removed;
}

/**
 * Writes one object again, unless none of its lines has to go; how many went. The new object and the index that names it are
 * there before the table names it, and the bounds by which it was found change when the old one is gone.
 */
async function rewrite(
  scheduler: pg.Client,
  bucket: Bucket,
  part: Part,
  subjects: ReadonlySet<string>,
): Promise<number> {
  const stem = part.key.replace(/[^-]*$/, '');
  const place = [part.month, part.attempt, part.part];
  const rows = await readObject(bucket, part.key, part.sha256);
  const kept = rows.filter((row) => !subjects.has(row.appointment_id));
  const last = kept.at(-1);
  let now: Part = {
    ...part,
    first_appointment_id: kept[0]?.appointment_id ?? nobody,
    last_appointment_id: last?.appointment_id ?? nobody,
    row_count: kept.length,
  };
  if (kept.length < rows.length) {
    const body = await toObject(kept);
    const sha256 = sha256Of(body);
    now = { ...now, key: `${stem}${sha256.toString('hex').slice(0, 16)}.ndjson.gz`, sha256 };
    await bucket.put(now.key, body);
    const { length } = await readObject(bucket, now.key, sha256);
    if (length !== kept.length)
      throw new Error(`the object ${now.key} has ${length} decisions of ${kept.length}`);
    await writeIndex(scheduler, bucket, stem, now);
    await scheduler.query(
      `update decision_archive_part set key = $4, sha256 = $5, row_count = $6
       where month = $1 and attempt = $2 and part = $3`,
      [...place, now.key, sha256, kept.length],
    );
  }
  // What was there before, also of a run that was killed here.
  for (const key of await bucket.list(stem)) if (key !== now.key) await bucket.remove(key);
  await scheduler.query(
    `with bound as (
       update decision_archive_part set first_appointment_id = $4, last_appointment_id = $5, last_version = $6
       where month = $1 and attempt = $2 and part = $3)
     update decision_archive a set row_count = (
       select sum(p.row_count) from decision_archive_part p where p.month = a.month and p.attempt = a.attempt)
     where a.month = $1 and a.attempt = $2`,
    [...place, now.first_appointment_id, now.last_appointment_id, last?.version ?? 0],
  );
  return rows.length - kept.length;
}

/** Writes the index of a month again where there is one, as it will be with this object. */
async function writeIndex(scheduler: pg.Client, bucket: Bucket, stem: string, now: Part): Promise<void> {
  const { month, attempt, ...changed } = now;
  const key = `${stem.replace(/\d+-$/, '')}index.json`;
  if (!(await bucket.list(key)).includes(key)) return;
  const { rows } = await scheduler.query<PartOfMonth>(
    `select part, first_appointment_id, last_appointment_id, row_count, key, sha256
     from decision_archive_part where month = $1 and attempt = $2 order by part`,
    [month, attempt],
  );
  await bucket.put(
    key,
    indexOf(
      month,
      attempt,
      rows.map((row) => (row.part === changed.part ? changed : row)),
    ),
  );
}
