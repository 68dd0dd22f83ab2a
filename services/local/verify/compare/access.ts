import type { Look } from '../look.ts';
import { type Connection, keysInOrder, keysOf } from '../sql.ts';

/** How long it takes at most until an access is shown. */
const shown_ms = 10_000;

const every = 'select id from access where id > $1::uuid order by 1 limit $2';
const recent = 'select id from access where at >= $1';
const onRecord = 'select id from access where id = any($1::uuid[]) and at < $2';
const shown = 'select source_id as id from access where source_id = any($1::uuid[])';
const everyShown =
  'select id from access where source_id is not null and id > $1::bigint order by 1 limit $2';
const sources = 'select id, source_id as source from access where id = any($1::bigint[])';

type Row = { id: string };

/** Patients are shown every access that the scheduler put on record and, without a since, none that it did not. */
export function compareAccess(
  scheduler: Connection,
  ehr: Connection,
  { since, now }: { since: Date | undefined; now: () => Date },
): Look[] {
  const forward: Look = {
    name: 'accesses and where they are shown',
    settles: true,
    pages: () =>
      since === undefined
        ? keysInOrder(scheduler, every, '00000000-0000-0000-0000-000000000000')
        : keysOf(scheduler, recent, [since]),
    async check(ids) {
      const before = new Date(now().getTime() - shown_ms);
      const { rows } = await scheduler.query<Row>(onRecord, [ids, before]);
      const taken = await ehr.query<Row>(shown, [rows.map(({ id }) => id)]);
      const known = new Set(taken.rows.map(({ id }) => id));
      return rows
        .filter(({ id }) => !known.has(id))
        .map(({ id }) => ({ key: id, finding: { broken: 'a look is not shown', id } }));
    },
  };
  if (since !== undefined) return [forward];
  const back: Look = {
    name: 'shown accesses and their record',
    settles: false,
    pages: () => keysInOrder(ehr, everyShown, '0'),
    async check(keys) {
      const { rows } = await ehr.query<Row & { source: string }>(sources, [keys]);
      const known = await scheduler.query<Row>('select id from access where id = any($1::uuid[])', [
        rows.map(({ source }) => source),
      ]);
      const recorded = new Set(known.rows.map(({ id }) => id));
      return rows
        .filter(({ source }) => !recorded.has(source))
        .map(({ id, source }) => ({
          key: String(id),
          finding: { broken: 'a look was shown that nobody took', id: source },
        }));
    },
  };
  return [forward, back];
}
