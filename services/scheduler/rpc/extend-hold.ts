import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { refuseOtherPatient } from '../access.ts';
import { lockPatient } from '../booking/hold.ts';
import { rfc3339, type SlotRow, toSlot } from '../booking/rows.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const sql = {
  findHold: loadSql(import.meta.url, '../sql/find-hold.sql'),
  lockSlots: loadSql(import.meta.url, '../sql/lock-slots.sql'),
  extend: loadSql(import.meta.url, '../sql/extend-hold.sql'),
  selectSlot: loadSql(import.meta.url, '../sql/select-slot.sql'),
};
const schema = z.object({ patientId: id, holdId: id });

/** PORTALS, journey 3: filling a form may take somebody that much longer. */
const EXTENSION_MS = 600_000;

type HoldState = {
  slot_id: string;
  state: 'open' | 'used' | 'declined' | 'expired';
  is_extended: boolean;
  entry_id: string | null;
};

/**
 * Keeps a held slot ten minutes longer, once.
 *
 * Errors: not-found for a hold that is not this patient's; conflict with details.reason `ended` (it was used, given
 * back, its time is up, or no rule gives its slot any more), `extended` (it has been made longer before) or `offer` (of the waiting list: those are
 * answered, not held).
 */
export function extendHold({ pool, clock }: Parts): RpcOf<SchedulerServiceDefinition, 'ExtendHold'> {
  return {
    callers: ['Patients', 'Receptionists', 'Providers'],
    async handle(request, context) {
      const { patientId, holdId } = parse(schema, request);
      await refuseOtherPatient(pool, context, patientId, 'visit', clock());
      const extend = async (tx: Transaction) => {
        await lockPatient(tx, patientId);
        const [known] = await query<HoldState>(tx, sql.findHold, [holdId, patientId]);
        if (known === undefined) throw new ServiceError('not-found', 'There is no such hold.');
        // The sweeper locks the slot before it ends the hold.
        await query(tx, sql.lockSlots, [[known.slot_id]]);
        const [extended] = await query<{ expires_at: Date }>(tx, sql.extend, [holdId, EXTENSION_MS, clock()]);
        if (extended === undefined) throw refusal(known);
        const [slot] = await query<SlotRow>(tx, sql.selectSlot, [known.slot_id]);
        if (slot === undefined) throw new Error('a held slot is not there');
        const expiresAt = rfc3339(extended.expires_at);
        return { hold: { id: holdId, slot: toSlot(slot.id, slot), expiresAt, canExtend: false } };
      };
      return transaction(pool, extend, { deadline: context.deadline, attempts: 3 });
    },
  };
}

function refusal({ entry_id, state, is_extended }: HoldState): ServiceError {
  if (entry_id !== null) {
    return conflict('offer', 'This time is offered to you until then. Accept or decline it.');
  }
  if (state === 'open' && is_extended) {
    return conflict('extended', 'This time has been kept longer once. Confirm it, or choose another.');
  }
  return conflict('ended', 'This time is no longer kept for you. It may still be free: ask for it again.');
}

function conflict(reason: string, message: string): ServiceError {
  return new ServiceError('conflict', message, { details: { reason } });
}
