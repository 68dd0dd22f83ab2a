import { loadSql, type Pool, query, transaction } from '@healthbooker/runtime/postgres';

const sql = {
  lockSpecialty: loadSql(import.meta.url, '../sql/lock-specialty.sql'),
  settle: loadSql(import.meta.url, '../sql/settle-slots.sql'),
};

/**
 * Settles every freed slot of a specialty, one settler at a time, and returns how many. A slot that no rule gives any
 * more or whose start has passed is closed; the others become free. Who waits for such a slot would come before
 * everybody else: that is decided here, under the same lock under which one joins the waiting list.
 */
export async function settle(pool: Pool, specialtyId: string, now: Date): Promise<number> {
  return transaction(pool, async (tx) => {
    await query(tx, sql.lockSpecialty, [specialtyId]);
    return (await query(tx, sql.settle, [specialtyId, now])).length;
  });
}
