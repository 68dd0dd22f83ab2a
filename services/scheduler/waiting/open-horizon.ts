import { loadSql, type Pool, query, statement, transaction } from '@healthbooker/runtime/postgres';
import { lockSlots, lockSpecialties } from '../locks.ts';
import { forEach } from './for-each.ts';

const sql = {
  due: loadSql(import.meta.url, './horizons-due.sql'),
  toOpen: loadSql(import.meta.url, './slots-to-open.sql'),
  settle: statement(
    'settle-opened',
    `update slot set state = 'settling' where id = any ($1::uuid[]) and state = 'free'`,
  ),
  mark: statement(
    'mark-opened',
    `insert into horizon(visit_type_id, opened_until) values ($1, $2)
on conflict (visit_type_id) do update
set opened_until = greatest(horizon.opened_until, excluded.opened_until)`,
  ),
};

/** As many as `slots-to-open.sql` gives at least when there are more. */
const AT_ONCE = 1000;
/**
 * A slot opens to who waits this much after it has come within the horizon, so that it is within it for every process
 * that may settle it, whose clocks differ by less.
 */
const CLOCKS_DIFFER_MS = 2000;

type Due = { id: string; specialty_id: string; opens_since: Date; opens_until: Date };
type Opening = { id: string; start_at: Date };

/**
 * Sends the free slots that have come within the horizon of their visit type through settling, where somebody waits: the
 * best of those who wait is served, and not who is looked at first. Under the lock of the specialty, so that no slot
 * becomes free behind the mark unseen.
 */
export async function openHorizon(pool: Pool, now: Date): Promise<void> {
  const at = new Date(now.getTime() - CLOCKS_DIFFER_MS);
  const due = await query<Due>(pool, sql.due, [at]);
  await forEach(due, ({ id, specialty_id, opens_since, opens_until }) =>
    transaction(pool, async (tx) => {
      await lockSpecialties(tx, [specialty_id]);
      const slots = await query<Opening>(tx, sql.toOpen, [id, specialty_id, opens_until, opens_since]);
      const ids = slots.map((slot) => slot.id);
      if (ids.length > 0) {
        await lockSlots(tx, ids);
        await query(tx, sql.settle, [ids]);
      }
      await query(tx, sql.mark, [id, slots.length < AT_ONCE ? opens_until : slots.at(-1)?.start_at]);
    }),
  );
}
