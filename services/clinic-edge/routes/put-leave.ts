import type { Peers } from '@healthbooker/edge/peers';
import { namesOf } from '@healthbooker/edge/people';
import { Leave, LeavePeriod, LeaveVisit, leaveJson, leaveVisitJson } from '@healthbooker/protos/json/leave';
import { appliedMoves, maxMovesBytes, movesMessage } from '@healthbooker/protos/json/moves';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { periodMessage } from '../leave-period.ts';

export function putLeave({ leave: leaveService, appointment }: Peers): Route {
  return route({
    method: 'PUT',
    path: '/clinic/v1/leave/:id',
    callers: ['Admins'],
    summary: 'Saves a leave: its times close, visits move as planned, the rest goes to the worklist',
    params: z.strictObject({ id: z.guid().describe('Made by the client: saving it again changes nothing') }),
    body: z.strictObject({
      providerId: z.guid(),
      period: LeavePeriod,
      note: z.string().max(200).describe('For staff'),
      moves: appliedMoves,
    }),
    maxBodyBytes: maxMovesBytes,
    deadlineMs: 12_000,
    responses: { 200: z.strictObject({ leave: Leave, visits: z.array(LeaveVisit) }) },
    problems: [404, 409, 422],
    async handle({ params, body, context }) {
      const { providerId, note } = body;
      const { leave, visits } = await leaveService.call(
        'ApplyLeave',
        {
          leaveId: params.id,
          providerId,
          note,
          onlyIfUnchanged: true,
          operationKey: params.id,
          period: periodMessage(body.period),
          moves: movesMessage(body.moves),
        },
        forward(context, { idempotent: true }),
      );
      const ids = visits.map(({ patientId }) => patientId);
      const nameOf = await namesOf(appointment, ids, context);
      return {
        status: 200,
        body: {
          leave: leaveJson(present(leave, 'leave')),
          visits: visits.map((visit) => leaveVisitJson(visit, nameOf)),
        },
      };
    },
  });
}
