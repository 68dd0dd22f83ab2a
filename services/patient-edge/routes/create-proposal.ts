import type { Peers } from '@healthbooker/edge/peers';
import { Hold, holdJson, Slot, slotJson, urgencies } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { needFields, needMessage } from '../need.ts';
import { patientField, patientOf } from '../patient.ts';
import { answered } from '../symptoms-or-referral.ts';

const LeftOut = z.strictObject({
  slotId: z.string(),
  wishes: z
    .array(z.string())
    .describe('other-provider, other-location, mode, date, day-of-week, time-of-day'),
});

const Proposal = z.strictObject({
  urgency: urgencies.schema,
  targetDate: z.string().describe('The last date the clinical target allows; empty for an emergency'),
  offer: Hold.nullable(),
  why: z.string(),
  others: z.array(Slot),
  outsidePreferences: z
    .array(Slot)
    .describe('When nothing fits: each leaves out one wish, or as few as can be'),
  leftOut: z.array(LeftOut).describe('What each of these leaves out'),
  regionIds: z.array(z.string()).describe('The regions that were looked through'),
});

/** Asking again replaces the hold of the time before, so no key is needed. */
export function createProposal({ scheduler }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/proposals',
    callers: ['Patients'],
    summary: 'Finds the best slot for a need, holds it and says why',
    body: answered(z.strictObject({ ...patientField, ...needFields })),
    responses: { 200: Proposal },
    problems: [404, 409],
    async handle({ body, context }) {
      const { patientId: _, ...need } = body;
      const reply = await scheduler.call(
        'Propose',
        { patientId: patientOf(body, context), need: needMessage(need) },
        forward(context, { idempotent: true }),
      );
      return {
        status: 200,
        body: {
          urgency: urgencies.toWord(reply.urgency),
          targetDate: reply.targetDate,
          offer: reply.offer && holdJson(reply.offer),
          why: reply.why,
          others: reply.others.map(slotJson),
          outsidePreferences: reply.outsidePreferences.map(slotJson),
          leftOut: reply.differences.map(({ slotId, wishes }) => ({ slotId, wishes })),
          regionIds: reply.regionIds,
        },
      };
    },
  });
}
