import type { Look } from '../look.ts';
import { type Connection, keysOf } from '../sql.ts';

/** How long ago what people are told of was published at most. */
const told_ms = 86_400_000;

/** Changes of appointments that the ledger must know of: published since, still current, and one a patient hears of. */
const toBeTold = `
select r.appointment_id || '/' || r.sequence as id
from outbox_sent o join reservation r on r.appointment_id::text = o.key and r.version = o.version
where o.sent_at > $1::timestamptz and r.status in ('booked', 'cancelled')
union
select r.appointment_id || '/' || r.sequence
from outbox o join reservation r on r.appointment_id::text = o.key and r.version = o.version
where o.published_at > $1 and r.status in ('booked', 'cancelled')`;

const stillCurrent = `
select appointment_id || '/' || sequence as id
from reservation where appointment_id = any($1::uuid[]) and status in ('booked', 'cancelled')`;

const told = `
select subject_id || '/' || sequence as id from message where subject_id = any($1::text[])`;

/** Everybody who must hear of a change has a message about it. */
export function compareLedger(
  scheduler: Connection,
  notification: Connection,
  { since, now }: { since: Date | undefined; now: () => Date },
): Look[] {
  return [
    {
      name: 'changes and their messages',
      settles: true,
      pages: () =>
        keysOf(scheduler, toBeTold, [new Date(Math.max(since?.getTime() ?? 0, now().getTime() - told_ms))]),
      async check(keys) {
        const ids = keys.map((key) => key.slice(0, key.indexOf('/')));
        const [current, messages] = [
          await scheduler.query<{ id: string }>(stillCurrent, [ids]),
          await notification.query<{ id: string }>(told, [ids]),
        ];
        const known = new Set(messages.rows.map(({ id }) => id));
        const owed = new Set(current.rows.map(({ id }) => id));
        return keys
          .filter((key) => owed.has(key) && !known.has(key))
          .map((key) => ({ key, finding: { broken: 'nobody was told', id: key } }));
      },
    },
  ];
}
