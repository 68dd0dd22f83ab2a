import type { Peers } from '@healthbooker/edge/peers';
import { isCut } from '@healthbooker/protos/json/page';
import { Referral, referralJson } from '@healthbooker/protos/json/referral';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { patientOf, patientQuery } from '../patient.ts';

export function listReferrals({ referrals }: Peers): Route {
  return route({
    method: 'GET',
    path: '/v1/referrals',
    callers: ['Patients'],
    summary: 'A patient’s open referrals and follow-ups, those due earliest first',
    query: z.strictObject(patientQuery),
    responses: { 200: z.strictObject({ referrals: z.array(Referral), isCut }) },
    problems: [404],
    async handle({ query, context }) {
      const reply = await referrals.call(
        'ListReferrals',
        { patientId: patientOf(query, context), openOnly: true },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { referrals: reply.referrals.map(referralJson), isCut: reply.isCut } };
    },
  });
}
