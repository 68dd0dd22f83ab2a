import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, query } from '@healthbooker/runtime/postgres';
import { type SlotRow, slotColumns, toSlot } from '../calendar/slot.ts';
import type { Parts } from '../parts.ts';

const alternatives = loadSql(import.meta.url, './alternatives.sql', { slotColumns });

/**
 * Runs `work`. When it fails with 'slot-taken', the error gets up to three other times in `details.alternatives`, a
 * JSON list of Slot: the same provider's first, then the nearest.
 */
export async function withAlternatives<Result>(
  { pool, clock, log }: Pick<Parts, 'pool' | 'clock' | 'log'>,
  wish: { slotId: string; patientId: string; isLonger: boolean },
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ServiceError) || error.kind !== 'slot-taken') throw error;
    const rows = await query<SlotRow>(pool, alternatives, [
      wish.slotId,
      wish.patientId,
      clock(),
      wish.isLonger,
    ]).catch((cause: unknown) => {
      // The caller gets the refusal without alternatives.
      log.warn({ err: cause }, 'other free slots could not be read: the refusal is answered without them');
      return [];
    });
    // The edges hand them to the browser unchanged, so they have the shape in which the edges show a slot.
    const slots = rows.map((row) => ({ ...toSlot(row.id, row), mode: row.mode }));
    throw new ServiceError('slot-taken', error.message, {
      details: { ...error.details, alternatives: JSON.stringify(slots) },
      cause: error,
    });
  }
}
