import type { Peers } from '@healthbooker/edge/peers';
import { isCut } from '@healthbooker/protos/json/page';
import { Referral, referralJson } from '@healthbooker/protos/json/referral';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

export function listReferrals({ referrals }: Peers): Route {
  return route({
    method: 'GET',
    path: '/clinic/v1/patients/:id/referrals',
    // Who else tries is refused by the service, which puts it on record.
    callers: staff,
    summary: 'Referrals and follow-ups of a patient whom the caller’s team treats, open ones first',
    params: z.strictObject({ id: z.guid() }),
    responses: { 200: z.strictObject({ referrals: z.array(Referral), isCut }) },
    async handle({ params, context }) {
      const reply = await referrals.call(
        'ListReferrals',
        { patientId: params.id },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { referrals: reply.referrals.map(referralJson), isCut: reply.isCut } };
    },
  });
}
