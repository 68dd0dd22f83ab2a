import { loadSql, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { slotsSeen } from '../booking/find-candidates.ts';
import { addDays, clockOf } from '../directory/local-time.ts';
import { decide, RULE_VERSION } from '../engine/decide.ts';
import { toProposal } from '../engine/proposal.ts';
import type { SlotSeen } from '../engine/request.ts';
import { drawnFor } from '../engine/tie-break.ts';
import type { Parts } from '../parts.ts';
import type { EntryRow } from './entry.ts';
import { canGive, type Fit, fitColumns, requestOf } from './fitting-slot.ts';
import { giveSlot } from './give-slot.ts';
import { oneOfEach } from './match.ts';
import { zoneOf } from './waiting-need.ts';

const sql = {
  fits: loadSql(import.meta.url, './fits-of-entry.sql', { fitColumns }),
  lookedAt: statement(
    'entry-looked-at',
    `update waitlist_entry set looked_at = $2, retry_at = $3 where appointment_id = $1 and state = 'waiting'`,
  ),
};

/** How many seats are read, earliest first, and how many are tried when others take them in between. */
const LOOKED_AT = 300;
const TRIES = 10;
const CUT_AGAIN_MS = 600_000;

/**
 * Searches a free slot for a waiting entry, and offers or books the best. Specialty and patient are locked: a slot that
 * is freed meanwhile is settled afterwards and finds this entry, so that nobody is missed by both. Returns the entry as
 * it is then.
 */
export async function findSlotForEntry(
  tx: Transaction,
  parts: Pick<Parts, 'tieBreak'>,
  entry: EntryRow,
  now: Date,
): Promise<EntryRow> {
  const found = await query<Fit>(tx, sql.fits, [entry.appointment_id, now, LOOKED_AT]);
  const fits = found.filter((fit) => canGive(entry, fit, now));
  const hash = (slotId: string) => parts.tieBreak(slotId, drawnFor(entry.patient_id, entry.specialty_id));
  const visitOf = new Map(fits.map(({ id, visit_id }) => [id, visit_id]));
  let seats = await slotsSeen(tx, fits, hash);
  const request = requestOf(entry);
  let left = TRIES;
  for (; left > 0; left -= 1) {
    const rows = oneOfEach(seats, visitOf);
    const decision = decide(RULE_VERSION, request, rows, now.getTime());
    const fit = fits.find(({ id }) => id === decision.chosen);
    if (fit === undefined) break;
    const proposal = toProposal(request, rows, decision, now.getTime());
    const given = await giveSlot(tx, entry, { fit, proposal, seen: { rule: 'choose', proposal } }, now);
    if (given !== undefined) return given;
    seats = withTaken(seats, fit.id, visitOf);
  }
  // With no tries left there may be more: it stays due.
  if (left === 0) return entry;
  const isCut = found.length === LOOKED_AT;
  await query(tx, sql.lookedAt, [entry.appointment_id, now, await nextRetry(tx, entry, now, isCut)]);
  return entry;
}

/**
 * When an entry for which nothing was found is looked at again, though nothing changes: when its last date has passed;
 * and soon where there are more slots than were looked at, of which the first are too near to be answered. Null: never.
 */
async function nextRetry(tx: Transaction, entry: EntryRow, now: Date, isCut: boolean): Promise<Date | null> {
  if (isCut) return new Date(now.getTime() + CUT_AGAIN_MS);
  if (entry.latest_date === null) return null;
  return new Date(clockOf(await zoneOf(tx, entry), addDays(entry.latest_date, 1)).until(0));
}

/** When a seat is gone, the next seat stands for the start; the last one stays in the list, marked as taken. */
function withTaken(
  seats: readonly SlotSeen[],
  slotId: string,
  visitOf: ReadonlyMap<string, string>,
): SlotSeen[] {
  const isLast = seats.filter((seat) => visitOf.get(seat.slotId) === visitOf.get(slotId)).length === 1;
  if (!isLast) return seats.filter((seat) => seat.slotId !== slotId);
  return seats.map((seat) => (seat.slotId === slotId ? { ...seat, taken: true } : seat));
}
