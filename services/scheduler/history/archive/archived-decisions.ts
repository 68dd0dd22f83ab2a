import type { Bucket } from '@healthbooker/runtime/bucket';
import { type Pool, query, statement } from '@healthbooker/runtime/postgres';
import type { DecisionRow } from '../decision-row.ts';
import { type Replayed, replayRows } from '../replay-all.ts';
import { readObject } from './lines.ts';

type Part = { month: string; attempt: number; part: number; key: string; sha256: Buffer };

/** Of each month, the object or two that hold the decisions of one visit or waiting entry. */
const partsOfAppointment = statement(
  'archive-parts-of-appointment',
  `select p.month, p.attempt, p.part, p.key, p.sha256
from decision_archive a
cross join lateral (
  select * from decision_archive_part
  where month = a.month and attempt = a.attempt and last_appointment_id >= $1
  order by last_appointment_id, part limit 2) p
where a.dropped_at is not null and p.first_appointment_id <= $1
order by p.month, p.attempt, p.part`,
);
const ofAppointment = statement(
  'decisions-at-hand',
  `select appointment_id, version, rule_version, inputs, outcome, decided_at
from decision_view where appointment_id = $1`,
);
/** The next object that only the bucket has, of the month of $1 and later ones, behind $2 to $4. */
const nextPart = statement(
  'next-archive-part',
  `select p.month, p.attempt, p.part, p.key, p.sha256
from decision_archive_part p join decision_archive a using (month, attempt)
where a.dropped_at is not null and p.month >= date_trunc('month', $1::timestamptz at time zone 'UTC')
  and (p.month, p.attempt, p.part) > ($2::date, $3::int, $4::int)
order by p.month, p.attempt, p.part limit 1`,
);

/** Every decision about a visit or waiting entry, in the order of its versions, from the archive and from the database. */
export async function findDecisions(
  pool: Pool,
  bucket: Bucket,
  appointmentId: string,
): Promise<DecisionRow[]> {
  const found = await query<DecisionRow>(pool, ofAppointment, [appointmentId]);
  for (const { key, sha256 } of await query<Part>(pool, partsOfAppointment, [appointmentId])) {
    const rows = await readObject(bucket, key, sha256);
    found.push(...rows.filter((row) => row.appointment_id === appointmentId));
  }
  return found.sort((a, b) => a.version - b.version);
}

/** Decides what only the archive has, from an instant on, again, an object at a time, and adds the results to `total`. */
export async function replayArchived(pool: Pool, bucket: Bucket, from: Date, total: Replayed): Promise<void> {
  let after: [string, number, number] = ['-infinity', 0, 0];
  for (;;) {
    const [part] = await query<Part>(pool, nextPart, [from, ...after]);
    if (part === undefined) return;
    const rows = await readObject(bucket, part.key, part.sha256);
    replayRows(
      rows.filter(({ decided_at }) => decided_at >= from),
      total,
    );
    after = [part.month, part.attempt, part.part];
  }
}
