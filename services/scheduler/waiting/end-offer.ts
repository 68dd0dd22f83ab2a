import { loadSql, query, type Transaction } from '@healthbooker/runtime/postgres';
import { lockSlots } from '../locks.ts';
import type { EntryRow } from './entry.ts';

const sql = {
  endHold: loadSql(import.meta.url, '../booking/end-hold.sql'),
  freeSlots: loadSql(import.meta.url, '../booking/free-slots.sql'),
};

/** Ends the open offer of a locked entry and frees its slot, which the caller then settles. */
export async function endOffer(
  tx: Transaction,
  { hold_id, slot_id }: Pick<EntryRow, 'hold_id' | 'slot_id'>,
  how: 'declined' | 'expired',
): Promise<void> {
  await lockSlots(tx, [slot_id]);
  const ended = await query(tx, sql.endHold, [hold_id, how]);
  const freed = await query(tx, sql.freeSlots, [[slot_id]]);
  if (ended.length !== 1 || freed.length !== 1) throw new Error('an offer did not keep its slot');
}
