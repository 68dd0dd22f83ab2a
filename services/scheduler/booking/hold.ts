import { randomUUID } from 'node:crypto';
import { type CallContext, personOf } from '@healthbooker/runtime/context';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import { loadSql, type Pool, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { isStaff } from '../care/access.ts';
import type { Proposal } from '../engine/proposal.ts';
import type { Urgency } from '../engine/urgency.ts';
import type { AccessNeed } from '../history/reservation.ts';
import { lockSlots } from '../locks.ts';
import { type HoldRow, lockedSlotColumns } from './booking.ts';
import { explainConstraint } from './constraints.ts';
import { mergeSlots, nextSlots } from './longer.ts';

const sql = {
  /** The one browsing hold of each patient. */
  findHolds: statement(
    'open-holds-of',
    `select id, slot_id, patient_id, urgency, proposal, expires_at, is_extended, referral_id, needs,
  held_by
from hold
where patient_id = any ($1::uuid[]) and state = 'open' and entry_id is null`,
  ),
  endHold: loadSql(import.meta.url, './end-hold.sql'),
  freeSlots: loadSql(import.meta.url, './free-slots.sql'),
  lockBest: loadSql(import.meta.url, './lock-best-slots.sql', { lockedSlotColumns }),
  holdBest: loadSql(import.meta.url, './hold-best.sql'),
  holdSlot: statement(
    'hold-slot',
    `update slot set state = 'held' where id = $1 and state = 'free' returning id`,
  ),
  insertHold: statement(
    'insert-hold',
    `insert into hold(id, slot_id, patient_id, urgency, proposal, expires_at, state, referral_id, needs, held_by)
values ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9)`,
  ),
};

/** The patient's open browsing hold. */
export async function openHoldOf(on: Pool | Transaction, patientId: string): Promise<HoldRow | undefined> {
  const [hold] = await query<HoldRow>(on, sql.findHolds, [[patientId]]);
  return hold;
}

/**
 * Ends a hold before its time and returns the specialty that is then to be settled. The patient is locked, so that
 * nobody else uses the hold; the sweeper may have expired it just before.
 */
export async function giveBack(tx: Transaction, hold: HoldRow): Promise<string | undefined> {
  await lockSlots(tx, [hold.slot_id]);
  const ended = await query(tx, sql.endHold, [hold.id, 'declined']);
  if (ended.length === 0) return undefined;
  const [freed] = await query<{ specialty_id: string }>(tx, sql.freeSlots, [[hold.slot_id]]);
  return freed?.specialty_id;
}

export type NewHold = {
  slotId: string;
  patientId: string;
  urgency: Urgency;
  proposal: Proposal | null;
  expiresAt: Date;
  referralId: string | null;
  needs: readonly AccessNeed[];
  /** The person id of the caller. */
  heldBy: string;
};

/**
 * Refuses staff who would take away a hold that the patient, or somebody else for them, has: 'conflict' with
 * details.reason `held` and until when. A hold that they made for the patient themselves they may replace, and the
 * patient may replace any.
 */
export function refuseDisplacing(context: CallContext, held: HoldRow | undefined): void {
  if (held === undefined || !isStaff(context) || held.held_by === personOf(context).personId) return;
  const until = rfc3339(held.expires_at);
  throw new ServiceError(
    'conflict',
    'The patient is choosing a time at this moment. It is kept for them for some minutes: ask them, or wait.',
    { details: { reason: 'held', until } },
  );
}

/** Takes a free slot for a hold, after waiting for a transaction that has it locked; says whether it was still free. */
export async function claimSlot(tx: Transaction, slotId: string): Promise<boolean> {
  const held = await query(tx, sql.holdSlot, [slotId]).catch((error: unknown) => {
    throw explainConstraint(error);
  });
  return held.length === 1;
}

/** Takes the first slot of a ranking that is free and not locked; waits for nothing. */
export async function claimBest(tx: Transaction, ranking: readonly string[]): Promise<string | undefined> {
  const [held] = await query<{ id: string }>(tx, sql.holdBest, [ranking]);
  return held?.id;
}

/** As {@link claimBest}, with the slot that follows, which it takes in. */
export async function claimBestLonger(
  tx: Transaction,
  ranking: readonly string[],
): Promise<string | undefined> {
  const best = await query<{ id: string }>(tx, sql.lockBest, [ranking, ranking.length]);
  const nextOf = await nextSlots(
    tx,
    best.map(({ id }) => id),
  );
  const following = await query<{ id: string }>(tx, sql.lockBest, [[...nextOf.values()], nextOf.size]);
  const free = new Set(following.map(({ id }) => id));
  for (const { id } of best) {
    const next = nextOf.get(id);
    if (next === undefined || !free.has(next)) continue;
    await mergeSlots(tx, new Map([[id, next]]));
    return (await claimSlot(tx, id)) ? id : undefined;
  }
  return undefined;
}

/** Writes the hold of a slot just claimed. The patient has no other open hold. */
export async function recordHold(tx: Transaction, hold: NewHold): Promise<{ id: string }> {
  const id = randomUUID();
  const { slotId, patientId, urgency, proposal, expiresAt, referralId, needs, heldBy } = hold;
  await query(tx, sql.insertHold, [
    id,
    slotId,
    patientId,
    urgency,
    proposal,
    expiresAt,
    referralId,
    needs,
    heldBy,
  ]);
  return { id };
}
