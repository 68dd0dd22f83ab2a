import type { CallContext } from '@healthbooker/runtime/context';
import type { Transaction } from '@healthbooker/runtime/postgres';
import { roleTowards, sideOf } from '../care/access.ts';
import { RULE_VERSION } from '../engine/decide.ts';
import type { ReservationRow } from '../history/reservation.ts';
import { existing, refuseCancel } from '../history/visit-status.ts';
import type { NextVersion } from './write-version.ts';

/** The version that cancels a visit and gives its slot back. Errors: those of {@link refuseCancel}. */
export async function planCancel(
  tx: Transaction,
  context: CallContext,
  current: ReservationRow | undefined,
  now: Date,
): Promise<NextVersion> {
  const old = existing(current);
  const by = sideOf(await roleTowards(tx, context, old, now));
  refuseCancel(old, by, now);
  return {
    change: 'cancelled',
    status: 'cancelled',
    slotId: old.slot_id,
    freedSlotId: old.slot_id,
    ruleVersion: RULE_VERSION,
    seen: {
      rule: 'release',
      status: old.status,
      by,
      startMs: old.start_at.getTime(),
      nowMs: now.getTime(),
    },
  };
}
