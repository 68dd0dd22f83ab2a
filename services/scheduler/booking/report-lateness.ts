import type { LatenessServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LatenessService';
import { ServiceError } from '@healthbooker/runtime/errors';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { roleTowards } from '../care/access.ts';
import { localDate } from '../directory/local-time.ts';
import { RULE_VERSION } from '../engine/decide.ts';
import type { ReservationRow } from '../history/reservation.ts';
import { expectedVersion, id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { writeVersion } from './write-version.ts';

/** Within the transaction that writes the reservation's next version. */
const setLateness = statement(
  'set-lateness',
  `update reservation set late_min = $2 where appointment_id = $1`,
);

const schema = z.object({
  appointmentId: id,
  expectedVersion,
  lateMinutes: z.int().refine((minutes) => minutes === 0 || (minutes >= 5 && minutes <= 60), {
    error: 'must be 5 to 60, or 0',
  }),
  operationKey,
});

/**
 * A patient says how late they will be: a version of the reservation that changes nothing else, so that reception and
 * the provider see it. Errors: too-soon before the day; conflict after it and once the visit is checked in or over.
 */
export function reportLateness(parts: Parts): RpcOf<LatenessServiceDefinition, 'ReportLateness'> {
  return {
    callers: ['Patients'],
    async handle(request, context) {
      const { operationKey: key, ...asked } = parse(schema, request);
      const reservation = await writeVersion(
        parts,
        {
          operation: 'report-lateness',
          request: asked,
          operationKey: key,
          appointmentId: asked.appointmentId,
          expectedVersion: asked.expectedVersion,
          authorise: (tx, current) => roleTowards(tx, context, current, parts.clock()),
          async plan(tx, current) {
            const visit = awaited(current, parts.clock());
            await query(tx, setLateness, [visit.appointment_id, asked.lateMinutes]);
            return {
              change: 'late',
              status: visit.status,
              slotId: visit.slot_id,
              ruleVersion: RULE_VERSION,
              seen: { rule: 'note', status: visit.status, lateMinutes: asked.lateMinutes },
            };
          },
        },
        context,
      );
      return { reservation };
    },
  };
}

/** The visit, if it is not too late to report it. */
function awaited(current: ReservationRow | undefined, now: Date): ReservationRow {
  if (current === undefined) throw new Error('a version that was compared belongs to no reservation');
  if (current.status !== 'booked' && current.status !== 'arrived') {
    throw new ServiceError('conflict', 'Nobody waits for this visit any more.');
  }
  const today = localDate(current.time_zone, now.getTime());
  const day = localDate(current.time_zone, current.start_at.getTime());
  if (today < day) throw new ServiceError('too-soon', 'This is possible on the day of the visit.');
  if (today > day) throw new ServiceError('conflict', 'The day of this visit has passed.');
  return current;
}
