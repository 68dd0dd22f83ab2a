import type { WaitlistServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/WaitlistService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { reachOf } from '../booking/reach.ts';
import type { Role } from '../care/access.ts';
import { expectedVersion, id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { changeEntry, refuseClosed } from './change-entry.ts';
import { type EntryRow, toPatientsEntry } from './entry.ts';
import { findSlotForEntry } from './find-slot-for-entry.ts';
import { needSchema, refuseUnknown, type WaitingNeed } from './waiting-need.ts';
import { type EntryPatch, writeEntry } from './write-entry.ts';

const schema = z.object({
  appointmentId: id,
  expectedVersion,
  need: needSchema,
  reason: z.string().max(500),
  autoAccept: z.boolean(),
  operationKey,
});

/** Changes a patient's wishes. An open offer stays; for an entry that waits, slots are searched again at once. */
export function changeWaitlistEntry(parts: Parts): RpcOf<WaitlistServiceDefinition, 'ChangeWaitlistEntry'> {
  return {
    callers: ['Patients', 'Receptionists'],
    async handle(message, context) {
      const { operationKey: key, ...asked } = parse(schema, message);
      const { entry, role } = await changeEntry(
        parts,
        {
          operation: 'change-entry',
          request: asked,
          operationKey: key,
          settles: true,
          async plan(tx, current, asking, cause) {
            refuseClosed(current);
            refuseOtherSubject(current, asked.need, asking);
            const now = parts.clock();
            await refuseUnknown(tx, asked.need, now);
            // The entry keeps its region and place unless the patient asks for others.
            const { regionIds = current.region_ids, locationId } = asked.need;
            const reach = await reachOf(tx, { patientId: current.patient_id, regionIds, locationId });
            const patch = {
              ...wishes(asked.need),
              region_ids: [...reach.regionIds],
              auto_accept: asked.autoAccept,
              // Reception does not see the patient's reason and so cannot mean to change it.
              ...(asking === 'patient' ? { reason: asked.reason } : {}),
            };
            const step = { change: 'changed', state: current.state, patch, seen: { rule: 'note' } } as const;
            const written = await writeEntry(tx, current, step, cause, now);
            return written.state === 'waiting' ? findSlotForEntry(tx, parts, written, now) : written;
          },
        },
        context,
      );
      return { entry: toPatientsEntry(entry, role) };
    },
  };
}

function refuseOtherSubject(entry: EntryRow, need: WaitingNeed, asking: Role): void {
  // A proxy for bookings only is not shown the referral and so names none.
  const isHidden = asking === 'booker' && need.referralId === null;
  const isSameReferral = isHidden || need.referralId === entry.referral_id;
  if (need.specialtyId === entry.specialty_id && isSameReferral) return;
  throw new ServiceError('invalid', 'Some fields are not right.', {
    fields: [{ field: 'need', message: 'must keep specialty and referral: leave the list and join another' }],
  });
}

function wishes(need: WaitingNeed): EntryPatch {
  return {
    visit_type_id: need.visitTypeId,
    provider_id: need.providerId,
    location_id: need.locationId,
    earliest_date: need.earliestDate,
    latest_date: need.latestDate,
    times_of_day: need.timesOfDay,
    days_of_week: need.daysOfWeek,
    mode: need.mode,
    needs: need.accessNeeds,
  };
}
