import type { LeaveServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/LeaveService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { query, statement } from '@healthbooker/runtime/postgres';
import { z } from 'zod';
import { id, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';

/** Marks the visit: its patient could not be told of the new time. */
const report = statement(
  'report-unreached',
  `update leave_visit
set unreached_at = $2, changed_at = $2
where appointment_id = $1 and state in ('proposed', 'unplaced') and unreached_at is null`,
);

const schema = z.object({ appointmentId: id });

/**
 * Puts a visit that was moved on the worklist, because no message reaches its patient. Does nothing when the patient's
 * answer is not awaited any more, and on a repeat.
 */
export function reportUnreached({ pool, clock }: Parts): RpcOf<LeaveServiceDefinition, 'ReportUnreached'> {
  return {
    callers: ['workload:notification'],
    async handle(request) {
      await query(pool, report, [parse(schema, request).appointmentId, clock()]);
      return {};
    },
  };
}
