import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { roleTowards } from '../care/access.ts';
import { expectedVersion, id, operationKey, optionalId, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { withAlternatives } from './alternatives.ts';
import { agreedIn, agreements } from './need.ts';
import { planMove } from './plan-move.ts';
import { findPatient, writeVersion } from './write-version.ts';

const schema = z.object({
  appointmentId: id,
  expectedVersion,
  slotId: id,
  holdId: optionalId,
  operationKey,
  ...agreements,
});

type Visit = { patient_id: string; is_longer: boolean };

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
      const [visit] = await query<Visit>(parts.pool, findPatient, [wanted.appointmentId]);
      if (visit === undefined) throw new ServiceError('not-found', 'There is no such appointment.');
      const wish = { slotId: wanted.slotId, patientId: visit.patient_id, isLonger: visit.is_longer };
      const reservation = await withAlternatives(parts, wish, () =>
        writeVersion(
          parts,
          {
            operation: 'move',
            request: asked,
            operationKey: key,
            appointmentId: wanted.appointmentId,
            expectedVersion: wanted.expectedVersion,
            authorise: (tx, current) => roleTowards(tx, context, current, parts.clock()),
            plan: (tx, current) =>
              planMove(tx, context, current, wanted.slotId, parts.clock(), agreedIn(wanted)),
          },
          context,
        ),
      );
      return { reservation };
    },
  };
}
