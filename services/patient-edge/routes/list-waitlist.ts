import type { Peers } from '@healthbooker/edge/peers';
import { isCut } from '@healthbooker/protos/json/page';
import { WaitlistEntry, waitlistEntryJson } from '@healthbooker/protos/json/waitlist';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientOf, patientQuery } from '../patient.ts';

export function listWaitlist({ waitlist }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/waitlist',
    callers: ['Patients'],
    summary: 'The waiting lists a patient is on, with their offers, and those that ended in the last 35 days',
    query: z.strictObject(patientQuery),
    responses: { 200: z.strictObject({ entries: z.array(WaitlistEntry), isCut }) },
    problems: [404],
    async handle({ query, context }) {
      const reply = await waitlist.call(
        'ListWaitlist',
        { patientId: patientOf(query, context) },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { entries: reply.entries.map(waitlistEntryJson), isCut: reply.isCut } };
    },
  });
}
