import { loadSql, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { slotsSeen } from '../booking/find-candidates.ts';
import { urgencyClasses } from '../engine/priority.ts';
import { drawnFor } from '../engine/tie-break.ts';
import type { Parts } from '../parts.ts';
import { type EntryRow, entryColumns } from './entry.ts';
import { canGive, type Fit, fitColumns, requestOf } from './fitting-slot.ts';
import { type Candidate, type Match, matchEntries } from './match.ts';

const sql = {
  fits: loadSql(import.meta.url, './fits-of-slots.sql', { fitColumns }),
  entries: statement(
    'select-entries',
    `select ${entryColumns}
from waitlist_view w
where appointment_id = any ($1::uuid[])`,
  ),
};

/**
 * How many pairs of entry and slot are read at first for each slot, and how many at once. Most slots go to the first
 * entry; where many entries cannot take a slot, for example because no time is left to answer, each round reads more.
 */
const FITS_PER_SLOT = 5;
const FITS_AT_ONCE = 2000;

/** A match with everything needed to carry it out. */
export type Found = Match & { entry: EntryRow; fit: Fit };

/**
 * Decides which of these freed slots goes to which waiting entry of a specialty. The specialty is locked. Entries are
 * read in the order in which they are served, as many as needed.
 */
export async function findMatches(
  tx: Transaction,
  parts: Pick<Parts, 'tieBreak'>,
  specialtyId: string,
  slotIds: readonly string[],
  now: Date,
): Promise<Found[]> {
  let limit = Math.min(FITS_AT_ONCE, FITS_PER_SLOT * (slotIds.length + 1));
  const entries = new Map<string, EntryRow>();
  const fits: Fit[] = [];
  const { urgencies, levels, targetDays, highest } = urgencyClasses;
  for (;;) {
    const page = await query<Fit>(tx, sql.fits, [
      specialtyId,
      slotIds,
      now,
      limit,
      [...entries.keys()],
      urgencies,
      levels,
      targetDays,
      highest,
    ]);
    const read = wholeEntries(page, limit);
    const ids = [...new Set(read.map(({ appointment_id }) => appointment_id))];
    for (const entry of await query<EntryRow>(tx, sql.entries, [ids])) {
      entries.set(entry.appointment_id, entry);
    }
    fits.push(...read);
    const matches = matchEntries(await toCandidates(tx, parts, entries, fits, now), now.getTime());
    if (page.length < limit || matches.length >= slotIds.length) return withFits(matches, entries, fits);
    limit = Math.min(FITS_AT_ONCE, limit * 4);
  }
}

/** The pairs of the last entry may continue on the next page, so they are left to that one. */
function wholeEntries(page: readonly Fit[], limit: number): readonly Fit[] {
  if (page.length < limit) return page;
  const last = page.at(-1)?.appointment_id;
  const whole = page.filter(({ appointment_id }) => appointment_id !== last);
  return whole.length > 0 ? whole : page;
}

function withFits(
  matches: readonly Match[],
  entries: ReadonlyMap<string, EntryRow>,
  fits: readonly Fit[],
): Found[] {
  return matches.flatMap((one) => {
    const entry = entries.get(one.entryId);
    const fit = fits.find(({ appointment_id, id }) => appointment_id === one.entryId && id === one.slotId);
    return entry === undefined || fit === undefined ? [] : [{ ...one, entry, fit }];
  });
}

async function toCandidates(
  tx: Transaction,
  parts: Pick<Parts, 'tieBreak'>,
  entries: ReadonlyMap<string, EntryRow>,
  fits: readonly Fit[],
  now: Date,
): Promise<Candidate[]> {
  const slots = [...new Map(fits.map((fit) => [fit.id, fit])).values()];
  const seen = new Map((await slotsSeen(tx, slots, () => '')).map((row) => [row.slotId, row]));
  const byEntry = Map.groupBy(fits, ({ appointment_id }) => appointment_id);
  return [...entries.values()].map((entry) => {
    const possible = (byEntry.get(entry.appointment_id) ?? []).filter((fit) => canGive(entry, fit, now));
    const wish = drawnFor(entry.patient_id, entry.specialty_id);
    return {
      waiting: {
        id: entry.appointment_id,
        urgency: entry.urgency,
        sinceMs: entry.enrolled_at.getTime(),
        tieBreak: entry.tie_break,
      },
      request: requestOf(entry),
      rows: possible.flatMap((fit) => {
        const row = seen.get(fit.id);
        if (row === undefined) return [];
        const ends = { endMs: fit.end_at.getTime(), longerEndMs: fit.longer_end_at?.getTime() ?? null };
        return [{ ...row, ...ends, tieBreak: parts.tieBreak(fit.id, wish) }];
      }),
      visitOf: new Map(possible.map(({ id, visit_id }) => [id, visit_id])),
      nextOf: new Map(possible.flatMap(({ id, next_id }) => (next_id === null ? [] : [[id, next_id]]))),
    };
  });
}
