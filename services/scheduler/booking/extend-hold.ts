import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { rfc3339 } from '@healthbooker/runtime/dates';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement, type Transaction, transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { type SlotRow, slotColumns, toSlot } from '../calendar/slot.ts';
import { refuseOtherPatient } from '../care/access.ts';
import { lockPatients, lockSlots } from '../locks.ts';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const sql = {
  findHold: loadSql(import.meta.url, './find-hold.sql'),
  /** Only once, while the hold is open and not expired, and the slot is still offered. $2: milliseconds, $3: now. */
  extend: statement(
    'extend-hold',
    `update hold
set expires_at = expires_at + make_interval(secs => $2 / 1000.0), is_extended = true
where id = $1 and state = 'open' and entry_id is null and not is_extended and expires_at > $3
  and not exists (select from slot where slot.id = hold.slot_id and slot.is_retired)
returning expires_at`,
  ),
  selectSlot: loadSql(import.meta.url, './select-slot.sql', { slotColumns }),
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
 * back or has expired, or its slot is not offered any more), `extended` (it was extended before) or `offer` (it belongs
 * to an offer of the waiting list, which is answered instead).
 */
export function extendHold({ pool, clock }: Parts): RpcOf<SchedulerServiceDefinition, 'ExtendHold'> {
  return {
    callers: ['Patients', 'Receptionists', 'Providers'],
    async handle(request, context) {
      const { patientId, holdId } = parse(schema, request);
      await refuseOtherPatient(pool, context, patientId, 'visit', clock());
      const extend = async (tx: Transaction) => {
        await lockPatients(tx, [patientId]);
        const [known] = await query<HoldState>(tx, sql.findHold, [holdId, patientId]);
        if (known === undefined) throw new ServiceError('not-found', 'There is no such hold.');
        // The sweeper locks the slot before it ends the hold.
        await lockSlots(tx, [known.slot_id]);
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
