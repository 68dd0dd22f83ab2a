import type { Peers } from '@healthbooker/edge/peers';
import { Hold, holdJson, Slot, slotJson, timesOfDay, urgencies } from '@healthbooker/protos/json/slot';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientField, patientOf } from '../patient.ts';
import { SymptomAnswers } from '../symptom-answers.ts';

const id = z.string().min(1).max(64);

/** What a visit is for, and what suits. */
export const Need = z.strictObject({
  ...patientField,
  specialtyId: id,
  visitTypeId: id,
  providerId: z.guid().exactOptional(),
  locationId: id.exactOptional(),
  earliestDate: z.iso.date().exactOptional(),
  latestDate: z.iso.date().exactOptional(),
  timesOfDay: z.array(timesOfDay.schema).max(3).exactOptional(),
  daysOfWeek: z.array(z.int().min(1).max(7)).max(7).exactOptional().describe('ISO: Monday is 1'),
  symptoms: SymptomAnswers.exactOptional().describe('Needed without a referral'),
  referralId: z.guid().exactOptional().describe('Urgency and dates come from it'),
});

const Proposal = z.strictObject({
  urgency: urgencies.schema,
  targetDate: z.string().describe('The last date the clinical target allows; empty for an emergency'),
  offer: Hold.nullable(),
  why: z.string(),
  others: z.array(Slot),
  outsidePreferences: z.array(Slot),
});

/** Asking again replaces the hold of the time before, so no key is needed. */
export function createProposal({ scheduler }: Peers): Route {
  return route({
    method: 'POST',
    path: '/v1/proposals',
    callers: ['Patients'],
    summary: 'Finds the best slot for a need, holds it and says why',
    body: Need,
    responses: { 200: Proposal },
    async handle({ body, context }) {
      const { patientId: _, ...asked } = body;
      const need = { ...asked, timesOfDay: (body.timesOfDay ?? []).map(timesOfDay.toName) };
      const reply = await scheduler.call(
        'Propose',
        { patientId: patientOf(body, context), need },
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
        },
      };
    },
  });
}
