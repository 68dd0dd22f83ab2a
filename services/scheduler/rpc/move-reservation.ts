import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { isStaff, roleTowards } from '../access.ts';
import { withAlternatives } from '../booking/alternatives.ts';
import type { ReservationRow } from '../booking/rows.ts';
import { takeSlot } from '../booking/take-slot.ts';
import { findPatient, writeVersion } from '../booking/write-version.ts';
import { expectedVersion, id, operationKey, optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const schema = z.object({
  appointmentId: id,
  expectedVersion,
  slotId: id,
  holdId: optionalId,
  operationKey,
});

/**
 * Gives a visit that has not begun another slot of the same specialty. The old slot stays with the patient until the
 * new one is theirs: both change in one transaction.
 */
export function moveReservation(parts: Parts): RpcOf<SchedulerServiceDefinition, 'MoveReservation'> {
  return {
    callers: ['Patients', 'Receptionists', 'Providers'],
    async handle(request, context) {
      const wanted = parse(schema, request);
      const { operationKey: key, ...asked } = wanted;
      const [patient] = await query<{ patient_id: string }>(parts.pool, findPatient, [wanted.appointmentId]);
      if (patient === undefined) throw new ServiceError('not-found', 'There is no such appointment.');
      const wish = { slotId: wanted.slotId, patientId: patient.patient_id };
      const reservation = await withAlternatives(parts, { ...wish, isLonger: false }, () =>
        writeVersion(
          parts,
          {
            operation: 'move',
            request: asked,
            operationKey: key,
            appointmentId: wanted.appointmentId,
            expectedVersion: wanted.expectedVersion,
            authorise: (tx, current) => roleTowards(tx, context, current),
            async plan(tx, current) {
              const old = movable(current, wanted.slotId);
              const taken = await takeSlot(tx, {
                ...wish,
                appointmentId: old.appointment_id,
                urgency: old.urgency,
                needs: old.needs,
                referralId: null,
                isStaff: isStaff(context),
                now: parts.clock(),
                moving: { slotId: old.slot_id },
              });
              if (taken.slot.specialty_id !== old.specialty_id) {
                throw new ServiceError('invalid', 'A visit can only move within its specialty.', {
                  fields: [{ field: 'slotId', message: 'is a time of another specialty' }],
                });
              }
              return {
                change: 'moved',
                status: 'booked',
                slotId: wanted.slotId,
                freedSlotId: old.slot_id,
                ruleVersion: taken.ruleVersion,
                seen: { ...taken.seen, from: old.slot_id },
              };
            },
          },
          context,
        ),
      );
      return { reservation };
    },
  };
}

function movable(current: ReservationRow | undefined, slotId: string): ReservationRow {
  if (current?.status !== 'booked') {
    throw new ServiceError('conflict', 'Only a visit that is booked and has not begun can be moved.', {
      details: { reason: 'status' },
    });
  }
  if (current.slot_id === slotId) {
    throw new ServiceError('invalid', 'The visit is at this time already.', {
      fields: [{ field: 'slotId', message: 'is the time the visit has now' }],
    });
  }
  return current;
}
