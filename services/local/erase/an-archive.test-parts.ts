import { type Bucket, sha256Of } from '@healthbooker/runtime/bucket';
import { indexOf, type PartOfMonth, toObject } from '@healthbooker/scheduler/history/archive/lines';
import type pg from 'pg';

/** Puts a month into the archive, as housekeeping of the scheduler does: an object for each list of visits. */
export async function archive(
  scheduler: pg.Pool,
  bucket: Bucket,
  month: string,
  parts: readonly (readonly string[])[],
): Promise<void> {
  const written: PartOfMonth[] = [];
  for (const [at, ids] of parts.entries()) {
    const visits = [...ids].sort();
    const body = await toObject(
      visits.map((appointment_id) => ({
        appointment_id,
        version: 1,
        rule_version: 1,
        inputs: { actor: 'somebody', seen: { rule: 'note' } },
        outcome: { change: 'booked' },
        decided_at: new Date(month),
      })),
    );
    const sha256 = sha256Of(body);
    const number = String(at + 1).padStart(6, '0');
    const key = `decisions/${month.slice(0, 7)}/1-${number}-${sha256.toString('hex').slice(0, 16)}.ndjson.gz`;
    await bucket.put(key, body);
    const part: PartOfMonth = {
      part: at + 1,
      first_appointment_id: visits[0] ?? '',
      last_appointment_id: visits.at(-1) ?? '',
      row_count: visits.length,
      key,
      sha256,
    };
    written.push(part);
    await scheduler.query('insert into decision_archive_part values ($1, 1, $2, $3, $4, 1, $5, $6, $7)', [
      month,
      part.part,
      part.first_appointment_id,
      part.last_appointment_id,
      part.row_count,
      key,
      sha256,
    ]);
  }
  await bucket.put(`decisions/${month.slice(0, 7)}/1-index.json`, indexOf(month, 1, written));
  await scheduler.query('insert into decision_archive values ($1::date, 1, $2, $1::date, $1::date)', [
    month,
    parts.flat().length,
  ]);
}
