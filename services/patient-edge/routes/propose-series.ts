import type { Peers } from '@healthbooker/edge/peers';
import { Slot, slotJson } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { needFields, needMessage } from '../need.ts';
import { patientField, patientOf } from '../patient.ts';
import { answered } from '../symptoms-or-referral.ts';

const Occurrence = z.strictObject({
  place: z.int32(),
  localStart: z.string().describe('The time it should have on the clock of the place, YYYY-MM-DDTHH:MM'),
  slot: Slot.nullable(),
  reason: z.string().describe('Why it has none, as a word; empty when it has one'),
  explanation: z.string(),
  alternative: Slot.nullable().describe('What would do instead'),
});

/** Holds nothing: asking again is free. */
export function proposeSeries({ series }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/series/proposals',
    callers: ['Patients'],
    summary: 'Looks for visits every so many weeks, on the same weekday at the same time',
    body: answered(
      z.strictObject({
        ...patientField,
        ...needFields,
        firstSlotId: z.guid().exactOptional().describe('The best one, if left out'),
        everyWeeks: z.int32().min(1).max(12),
        count: z.int32().min(2).max(12),
      }),
    ),
    responses: {
      200: z.strictObject({ occurrences: z.array(Occurrence), complete: z.boolean(), why: z.string() }),
    },
    problems: [404],
    async handle({ body, context }) {
      const { patientId: _, firstSlotId = '', everyWeeks, count, ...need } = body;
      const { occurrences, complete, why } = await series.call(
        'ProposeSeries',
        { patientId: patientOf(body, context), need: needMessage(need), firstSlotId, everyWeeks, count },
        forward(context, { idempotent: true }),
      );
      return {
        status: 200,
        body: {
          occurrences: occurrences.map(({ place, localStart, slot, reason, explanation, alternative }) => ({
            place,
            localStart,
            reason,
            explanation,
            slot: slot && slotJson(slot),
            alternative: alternative && slotJson(alternative),
          })),
          complete,
          why,
        },
      };
    },
  });
}
