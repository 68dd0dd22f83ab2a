import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { loadSql, query, statement, type Transaction } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { refuseMoreWaiting } from '../booking/limits.ts';
import { shownTo } from '../booking/write-version.ts';
import {
  type ReservationRow,
  reservationColumns,
  toReservation,
  toReservationVersion,
} from '../history/reservation.ts';
import { lockSlots } from '../locks.ts';
import { expectedVersion, id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { bookEntry } from './book-entry.ts';
import { changeEntry } from './change-entry.ts';
import type { EntryRow } from './entry.ts';
import { isRevoked, offerEnded, refuseNotOffered } from './offered.ts';
import { selectEntry } from './write-entry.ts';

const sql = {
  endHold: loadSql(import.meta.url, '../booking/end-hold.sql'),
  /** Another visit of the patient at that time; $4: the one being moved. */
  findOverlap: statement(
    'find-overlap',
    `select appointment_id
from reservation
where patient_id = $1 and during && tstzrange($2, $3) and status <> 'cancelled'
  and appointment_id is distinct from $4
limit 1`,
  ),
  reservation: loadSql(import.meta.url, '../booking/select-reservation.sql', { reservationColumns }),
};

const schema = z.object({ appointmentId: id, expectedVersion, holdId: id, operationKey });

/**
 * Books the offered slot: the entry at version n becomes a reservation with version n + 1. The end of the offer is
 * compared with the clock under a lock that its expiry takes as well, so that exactly one of the two happens.
 */
export function acceptOffer(parts: Parts): RpcOf<WaitlistServiceDefinition, 'AcceptOffer'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(message, context) {
      const { operationKey: key, ...asked } = parse(schema, message);
      const { role } = await changeEntry(
        parts,
        {
          operation: 'accept-offer',
          request: asked,
          operationKey: key,
          settles: false,
          async plan(tx, entry, _, cause) {
            const now = parts.clock();
            refuseNotOffered(entry, asked.holdId);
            if (entry.expires_at <= now) throw offerEnded();
            await lockSlots(tx, [entry.slot_id]);
            if (await isRevoked(tx, entry)) throw offerEnded();
            await refuseElsewhere(tx, entry);
            if (entry.referral_id === null) {
              const whose = { patientId: entry.patient_id, specialtyId: entry.specialty_id };
              await refuseMoreWaiting(tx, context, { ...whose, isJoining: false }, now);
            }
            const ended = await query(tx, sql.endHold, [entry.hold_id, 'used']);
            if (ended.length !== 1) throw new Error('an open offer was not open');
            const seen = { rule: 'note', slotId: entry.slot_id, offerEnds: entry.expires_at } as const;
            await bookEntry(tx, entry, entry.slot_id, { seen }, cause, now);
            return (await selectEntry(tx, entry.appointment_id)) ?? entry;
          },
        },
        context,
      );
      const [row] = await query<ReservationRow>(parts.pool, sql.reservation, [asked.appointmentId]);
      if (row === undefined) throw new Error('an accepted offer left no reservation');
      return {
        reservation: role === 'patient' ? toReservation(row) : shownTo(role, toReservationVersion(row), row),
      };
    },
  };
}

async function refuseElsewhere(tx: Transaction, entry: EntryRow): Promise<void> {
  const [other] = await query<{ appointment_id: string }>(tx, sql.findOverlap, [
    entry.patient_id,
    entry.start_at,
    entry.end_at,
    null,
  ]);
  if (other === undefined) return;
  throw new ServiceError('conflict', 'You already have another visit at that time.', {
    details: { reason: 'overlap', appointmentId: other.appointment_id },
  });
}
