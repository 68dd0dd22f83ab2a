import type { Peers } from '@healthbooker/edge/peers';
import { namesOf } from '@healthbooker/edge/people';
import { LeaveVisit, leaveVisitJson } from '@healthbooker/protos/json/leave';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function settleWorkItem({ leave, appointment }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/leave/:id/visits/:appointmentId/settle',
    callers: ['Receptionists', 'Admins'],
    summary: 'Moves a visit to a time agreed with the patient, or says that it is taken care of',
    params: z.strictObject({ id: z.guid(), appointmentId: z.guid() }),
    body: z.strictObject({
      version: z.int32().min(1).describe('The visit’s version'),
      slotId: z.guid().nullable().describe('Null: taken care of otherwise'),
      otherRegionAgreed: z.boolean().exactOptional().describe('The patient will come to another region'),
    }),
    idempotent: true,
    responses: { 200: z.strictObject({ visit: LeaveVisit }) },
    problems: [404, 409],
    async handle({ params, body, idempotencyKey, context }) {
      const reply = await leave.call(
        'SettleWorkItem',
        {
          leaveId: params.id,
          appointmentId: params.appointmentId,
          expectedVersion: body.version,
          slotId: body.slotId ?? '',
          otherRegionAgreed: body.otherRegionAgreed ?? false,
          operationKey: idempotencyKey,
        },
        forward(context, { idempotent: true }),
      );
      const visit = present(reply.visit, 'visit');
      const nameOf = await namesOf(appointment, [visit.patientId], context);
      return { status: 200, body: { visit: leaveVisitJson(visit, nameOf) } };
    },
  });
}
