import type { Peers } from '@healthbooker/edge/peers';
import { namesOf } from '@healthbooker/edge/people';
import { LeavePeriod, LeavePlan, planJson } from '@healthbooker/protos/json/leave';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { periodMessage } from '../leave-period.ts';

export function planLeave({ leave, appointment }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/leave-plans',
    callers: ['Admins'],
    summary: 'New times for all visits that a leave would meet; saves nothing',
    body: z.strictObject({ providerId: z.guid(), period: LeavePeriod }),
    // The solver alone may take five seconds.
    deadlineMs: 12_000,
    responses: { 200: z.strictObject({ plan: LeavePlan }) },
    problems: [404, 409],
    async handle({ body, context }) {
      const plan = await leave.call(
        'PlanLeave',
        { providerId: body.providerId, period: periodMessage(body.period) },
        forward(context, { idempotent: true }),
      );
      const ids = plan.moves.map(({ patientId }) => patientId);
      const nameOf = await namesOf(appointment, ids, context);
      return { status: 200, body: { plan: planJson(plan, nameOf) } };
    },
  });
}
