import type { Peers } from '@healthbooker/edge/peers';
import { Leave, leaveJson } from '@healthbooker/protos/json/leave';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';

export function cancelLeave({ leave: leaveService }: Peers): Route {
  return route({
    method: 'POST',
    path: '/clinic/v1/leave/:id/cancel',
    callers: ['Admins'],
    summary: 'Calls a leave off: its times come back, visits that moved stay where they are',
    params: z.strictObject({ id: z.guid() }),
    body: z.strictObject({ version: z.int32().min(1) }),
    responses: { 200: z.strictObject({ leave: Leave }) },
    problems: [404, 409],
    async handle({ params, body, context }) {
      const { leave } = await leaveService.call(
        'CancelLeave',
        { leaveId: params.id, expectedVersion: body.version },
        forward(context),
      );
      return { status: 200, body: { leave: leaveJson(present(leave, 'leave')) } };
    },
  });
}
