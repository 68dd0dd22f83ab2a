import type { Peers } from '@healthbooker/edge/peers';
import { Referral, referralJson } from '@healthbooker/protos/json/referral';
import { present } from '@healthbooker/protos/json/words';
import { forward } from '@healthbooker/runtime/context';
import { type Route, route } from '@healthbooker/runtime/route';
import { z } from 'zod';
import { staff } from '../callers.ts';

export function withdrawReferral({ referrals }: Peers): Route {
  return route({
    method: 'DELETE',
    path: '/clinic/v1/referrals/:id',
    // Who else tries is refused by the service, which puts it on record.
    callers: staff,
    summary: 'Takes an order back that the caller’s team placed and no visit is booked with',
    params: z.strictObject({ id: z.guid() }),
    responses: { 200: z.strictObject({ referral: Referral }) },
    problems: [409],
    async handle({ params, context }) {
      const reply = await referrals.call(
        'WithdrawReferral',
        { referralId: params.id },
        forward(context, { idempotent: true }),
      );
      return { status: 200, body: { referral: referralJson(present(reply.referral, 'referral')) } };
    },
  });
}
