import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { isStaff, refuseOtherPatient, roleTowards } from '../access.ts';
import { urgencyFrom } from '../allocate/urgency.ts';
import { withAlternatives } from '../booking/alternatives.ts';
import { takeSlot } from '../booking/take-slot.ts';
import { writeVersion } from '../booking/write-version.ts';
import { id, operationKey, optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

const schema = z.object({
  appointmentId: id,
  patientId: id,
  slotId: id,
  holdId: optionalId,
  reason: z.string().max(500),
  urgency: z.string(),
  operationKey,
});

/**
 * Books a slot that is free or held for this patient: version 1 of a reservation, its decision and its event in one
 * transaction. A patient's word on urgency opens no carve-out; that of a hold, which comes from answers given to
 * Propose, does. The slot is what counts: a hold that ran out is no obstacle while nobody else has it.
 */
export function reserve(parts: Parts): RpcOf<SchedulerServiceDefinition, 'Reserve'> {
  return {
    // Not providers: whoever could book any patient with themselves could open any chart.
    callers: ['Patients', 'Receptionists'],
    async handle(request, context) {
      const wanted = parse(schema, request);
      await refuseOtherPatient(parts.pool, context, wanted.patientId);
      const staff = isStaff(context);
      const { operationKey: key, ...asked } = wanted;
      const { appointmentId, patientId, slotId, reason } = wanted;
      const urgency = urgencyFrom(wanted.urgency) ?? 'routine';
      const reservation = await withAlternatives(parts, wanted, () =>
        writeVersion(
          parts,
          {
            operation: 'reserve',
            request: asked,
            operationKey: key,
            appointmentId,
            patientId,
            expectedVersion: 0,
            authorise: (tx, current) => roleTowards(tx, context, current),
            async plan(tx) {
              const taken = await takeSlot(tx, {
                slotId,
                patientId,
                urgency: staff ? urgency : 'routine',
                isStaff: staff,
                now: parts.clock(),
              });
              return {
                change: 'booked',
                status: 'booked',
                slotId,
                details: { reason, urgency: taken.fromHold ? taken.urgency : urgency },
                ruleVersion: taken.ruleVersion,
                seen: taken.seen,
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
