import type { SchedulerServiceDefinition } from '@healthbooker/protos/gen/healthbooker/scheduler/v1/SchedulerService';
import type { RpcOf } from '@healthbooker/runtime/grpc-server';
import { z } from 'zod';
import { roleTowards, sideOf } from '../care/access.ts';
import { RULE_VERSION } from '../engine/decide.ts';
import { changeStatus, existing } from '../history/visit-status.ts';
import { expectedVersion, id, operationKey, parse } from '../parse.ts';
import type { Parts } from '../parts.ts';
import { writeVersion } from './write-version.ts';

const statuses = {
  VISIT_STATUS_BOOKED: 'booked',
  VISIT_STATUS_ARRIVED: 'arrived',
  VISIT_STATUS_CHECKED_IN: 'checked-in',
  VISIT_STATUS_FULFILLED: 'fulfilled',
  VISIT_STATUS_NOSHOW: 'noshow',
} as const;

const schema = z.object({
  appointmentId: id,
  expectedVersion,
  status: z
    .enum(Object.keys(statuses) as [keyof typeof statuses], {
      error: 'must be a status a visit can be set to',
    })
    .transform((name) => statuses[name]),
  operationKey,
});

/** Arrive, check in, fulfil, no-show or undo; the slot stays the visit's. */
export function changeVisitStatus(parts: Parts): RpcOf<SchedulerServiceDefinition, 'ChangeVisitStatus'> {
  return {
    callers: ['Patients', 'Receptionists', 'Providers'],
    async handle(request, context) {
      const { operationKey: key, ...asked } = parse(schema, request);
      const reservation = await writeVersion(
        parts,
        {
          operation: 'change-status',
          request: asked,
          operationKey: key,
          appointmentId: asked.appointmentId,
          expectedVersion: asked.expectedVersion,
          authorise: (tx, current) => roleTowards(tx, context, current, parts.clock()),
          async plan(tx, current) {
            const old = existing(current);
            const by = sideOf(await roleTowards(tx, context, old, parts.clock()));
            const now = parts.clock();
            const change = changeStatus(old, asked.status, by, now);
            return {
              change,
              status: asked.status,
              slotId: old.slot_id,
              ruleVersion: RULE_VERSION,
              seen: {
                rule: 'status',
                from: old.status,
                to: asked.status,
                by,
                startMs: old.start_at.getTime(),
                timeZone: old.time_zone,
                nowMs: now.getTime(),
              },
            };
          },
        },
        context,
      );
      return { reservation };
    },
  };
}
